"""Holds XML files against a Schematron of the binding `xslt2`: makes its rules a stylesheet, which Saxon runs. In a pattern only the first rule
that matches an element counts, so rules come with falling priority. Prints what is said of each file; fails where an error is said."""

import sys
from xml.etree import ElementTree

from saxonche import PySaxonProcessor

SCH = "{http://purl.oclc.org/dsdl/schematron}"
XSL = "{http://www.w3.org/1999/XSL/Transform}"


def check(assertion, out):
    """An assertion or a report as what is written where it is not kept."""
    test = assertion.get("test")
    choice = ElementTree.SubElement(out, XSL + "if", test=test if assertion.tag == SCH + "report" else f"not({test})")
    role = assertion.get("role", "error")
    ElementTree.SubElement(choice, XSL + "text").text = f"\n{role}: "
    text = " ".join("".join(assertion.itertext()).split())
    ElementTree.SubElement(choice, XSL + "text").text = text + " at "
    ElementTree.SubElement(choice, XSL + "value-of", select="path(.)")


def stylesheet(path):
    """The stylesheet of a Schematron."""
    namespaces = {prefix: uri for _, (prefix, uri) in ElementTree.iterparse(path, events=["start-ns"]) if prefix}
    schema = ElementTree.parse(path).getroot()
    namespaces |= {ns.get("prefix"): ns.get("uri") for ns in schema.iter(SCH + "ns")}
    namespaces["xs"] = "http://www.w3.org/2001/XMLSchema"
    sheet = ElementTree.Element(XSL + "stylesheet", version="3.0")
    ElementTree.SubElement(sheet, XSL + "output", method="text")
    start = ElementTree.SubElement(sheet, XSL + "template", match="/")
    for number, pattern in enumerate(schema.iter(SCH + "pattern")):
        mode = f"p{number}"
        ElementTree.SubElement(start, XSL + "apply-templates", select="/*", mode=mode)
        rules = pattern.findall(SCH + "rule")
        for priority, rule in enumerate(rules):
            template = ElementTree.SubElement(
                sheet, XSL + "template", match=rule.get("context"), mode=mode, priority=str(len(rules) - priority)
            )
            for part in rule:
                if part.tag == SCH + "let":
                    ElementTree.SubElement(template, XSL + "variable", name=part.get("name"), select=part.get("value"))
                elif part.tag in (SCH + "assert", SCH + "report"):
                    check(part, template)
            ElementTree.SubElement(template, XSL + "apply-templates", select="*", mode=mode)
        rest = ElementTree.SubElement(sheet, XSL + "template", match="*", mode=mode, priority="0")
        ElementTree.SubElement(rest, XSL + "apply-templates", select="*", mode=mode)
    sheet.extend(schema.findall(XSL + "function"))
    for prefix, uri in namespaces.items():
        ElementTree.register_namespace(prefix, uri)
    text = ElementTree.tostring(sheet, encoding="unicode")
    head, rest = text.split(">", 1)
    # Prefixes in expressions are declared too; the writer declares those of names only.
    missing = [f' xmlns:{prefix}="{uri}"' for prefix, uri in namespaces.items() if f"xmlns:{prefix}=" not in head]
    return "".join([head, *missing, ">", rest])


def main():
    wrong = False
    with PySaxonProcessor(license=False) as saxon:
        compiler = saxon.new_xslt30_processor()
        executable = compiler.compile_stylesheet(stylesheet_text=stylesheet(sys.argv[1]))
        for path in sys.argv[2:]:
            said = executable.transform_to_string(source_file=path) or ""
            lines = [line for line in said.splitlines() if line.strip() and not line.startswith("<?xml")]
            print(f"{path}: {len(lines)} said")
            for line in sorted(set(lines)):
                print(f"  {line}")
            wrong |= any(line.startswith("error") for line in lines)
    sys.exit(wrong)


main()
