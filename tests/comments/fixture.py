"""Writes the forms that tests/comments.rs reads: with python-docx and openpyxl, so that no program of ours made them.

    python3 tests/comments/fixture.py

The files stand beside this script and are committed; run it again where they are to change.
"""

from datetime import datetime
from pathlib import Path
from zipfile import ZipFile, ZipInfo, ZIP_DEFLATED

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Twips
from openpyxl import Workbook

HERE = Path(__file__).parent
WIDTHS = [606, 908, 1209, 1209, 1115, 4177, 4233, 2419]
HEADINGS = [
    "MB/NC1", "Line number\n(e.g. 17)", "Clause/ Subclause\n(e.g. 3.1)", "Paragraph/ Figure/ Table/\n(e.g. Table 1)",
    "Type of comment2", "Comments", "Proposed change", "Observations of the secretariat",
]
OLDER = [
    "MB1", "Clause No./ Annex\n(e.g. 3.1)", "Paragraph/ Figure/Table", "Type of com-ment2",
    "Comment (justification for change)", "Proposed change", "Secretariat observations",
]


def page(document, headings, metadata):
    """Landscape A4; the headings of the columns in the page's header, the table without them."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Twips(16840), Twips(11907)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Twips(851))
    head = section.header.add_table(1, 4, Twips(15876))
    for cell, text in zip(head.rows[0].cells, ["Comments", *metadata]):
        cell.text = text
    section.header.add_paragraph()
    table = section.header.add_table(1, len(headings), Twips(15876))
    for cell, text in zip(table.rows[0].cells, headings):
        cell.text = text


def rows(document, columns):
    table = document.add_table(0, columns)
    table.style = "Table Grid"
    return table


def add(table, *texts):
    cells = table.add_row().cells
    for cell, text in zip(cells, texts):
        first, *more = text.split("\n")
        cell.text = first
        for line in more:
            cell.add_paragraph(line)
    return cells


def fixed(path):
    """The same archive with fixed times, so that it changes only where its parts do."""
    with ZipFile(path) as archive:
        parts = [(entry.filename, archive.read(entry)) for entry in archive.infolist()]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in parts:
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)


def dated(document):
    properties = document.core_properties
    properties.created = properties.modified = datetime(2030, 1, 1)
    properties.author = properties.last_modified_by = "fixture"


def current():
    document = Document()
    page(document, HEADINGS, ["Date: 2030-02-01", "Document: prEN 300 000", "Project: NEW-1"])
    table = rows(document, 8)
    add(table, "FR-001", "", "5.2", "REQ-MY-GEN-001", "te", "The key is too short.\n\nAES-256 is usual.", "Raise it to 256 bits.", "")
    cells = add(table, "FR-002", "12", "3.1", "", "ed", "", "", "")
    run = cells[5].paragraphs[0].add_run("The term may ")
    run = cells[5].paragraphs[0].add_run("not")
    run.font.strike = True
    cells[5].paragraphs[0].add_run(" be used before 10")
    run = cells[5].paragraphs[0].add_run("6")
    run.font.superscript = True
    cells[5].paragraphs[0].add_run(" items.")
    add(table, "DE", "", "Annex B", "Table B.1", "te", "The asset <data> & its copies are one.", "Say \"copies\".", "")
    add(table, "**", "", "7.3", "", "ed", "There is no such clause.", "", "Noted: see the next draft")
    add(table, "DE", "", "General", "", "ge", "Good work.", "", "")
    cells = add(table, "", "", "", "", "", "", "", "")
    cells = add(table, "SE", "", "Scope", "", "te", "An insertion.", "", "")
    inserted = OxmlElement("w:ins")
    inserted.set(qn("w:id"), "1")
    inserted.set(qn("w:author"), "someone")
    inserted.append(cells[5].paragraphs[0].runs[0]._r)
    cells[5].paragraphs[0]._p.append(inserted)
    dated(document)
    document.save(HERE / "current.docx")
    fixed(HERE / "current.docx")


def older():
    document = Document()
    page(document, OLDER, ["Date: 2029-12-24", "Document: prEN 300 000", ""])
    table = rows(document, 7)
    add(table, "NL", "5.2", "Note 1", "te", "The note binds.", "Make it a requirement.", "")
    add(table, "NL", "R-CRYPT", "", "ge", "Who measures?", "", "")
    dated(document)
    document.save(HERE / "form-13b.docx")
    fixed(HERE / "form-13b.docx")


def workbook():
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2030, 1, 1)
    sheet = book.active
    sheet.title = "Read me"
    sheet.append(["How to use this file"])
    sheet = book.create_sheet("Comments")
    sheet.append(["Comments on a draft"])
    sheet.append(["No", "Organisation", "Clause", "Paragraph", "Type", "Comment", "Proposed change", "Priority", "Response"])
    sheet.append([1, "ACME", 5.2, None, "te", "=HYPERLINK is no formula here", "-", "high", None])
    sheet["F3"].data_type = "s"
    sheet.append([2, "ACME", "6.1", "A-CRYPT", "te", "Who tests?", None, None, "Accepted"])
    book.save(HERE / "workbook.xlsx")
    fixed(HERE / "workbook.xlsx")


current()
older()
workbook()
