"""Holds a PDF against the STS file of the same draft: the number and heading of each clause, and the number, heading and provision of each
requirement, that stand in STS have to stand in the text of the PDF. Prints what does not; fails where something is missing."""

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from xml.etree import ElementTree


def letters(text):
    """What is left of a text where lines, blanks and hyphens make no difference."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if not c.isspace() and c not in "-\u00ad\u2010\u2011")


def words(element):
    return "".join(element.itertext()) if element is not None else ""


def said(root):
    """What both have to say, in the order of STS."""
    for element in root.iter():
        label, title = words(element.find("label")), words(element.find("title"))
        if element.tag == "sec" and label:
            yield f"{label} {title}"
        elif element.tag == "app":
            yield title
        elif element.tag == "statement" and element.get("content-type") == "requirement":
            yield f"{label} {title}"
            for paragraph in element.findall("p"):
                if paragraph.find(".//*") is None:
                    yield words(paragraph)


def running_text(pdf):
    """The lines of a PDF, its text as it stands, and without the lines that stand on most pages, numbers aside: headers and footers part what runs over
    a page's end, and the number of a clause can look like that of a page."""
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = [page.splitlines() for page in text.split("\f")]
    shape = lambda line: re.sub(r"\d+", "0", line.strip())
    often = Counter(line for page in pages for line in {shape(line) for line in page})
    kept = [line for page in pages for line in page if often[shape(line)] <= len(pages) / 2 or not shape(line)]
    return {letters(line) for page in pages for line in page}, [letters(text), letters("".join(kept))]


def main():
    pdf, sts = sys.argv[1:]
    lines, texts = running_text(pdf)
    wanted = list(said(ElementTree.parse(sts).getroot()))
    # A number and its heading can come out as two lines.
    parted = lambda want: all(letters(part) in lines for part in want.split(" ", 1))
    missing = [want for want in wanted if not any(letters(want) in text for text in texts) and not parted(want)]
    print(f"{pdf}: {len(wanted)} clauses, requirements and provisions, {len(missing)} not in the PDF")
    for want in missing:
        print(f"  {want}")
    sys.exit(bool(missing) or not wanted)


main()
