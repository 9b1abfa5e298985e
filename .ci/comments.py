"""Reads a form that normc wrote or filled in with python-docx: eight columns, the rows and the decisions that are expected.

    python3 .ci/comments.py FORM ROWS DECISION
"""

import sys

from docx import Document

path, rows, decision = sys.argv[1], int(sys.argv[2]), sys.argv[3]
document = Document(path)
section = document.sections[0]
headings = [cell.text.split("\n")[0] for cell in section.header.tables[-1].rows[0].cells]
table = document.tables[0]
said = [row.cells[7].text for row in table.rows]
problems = []
if section.page_width < section.page_height:
    problems.append("the page stands upright")
if len(headings) != 8 or "Comments" not in headings:
    problems.append(f"the page's header has the headings {headings}")
if len(table.rows) != rows or any(len(row.cells) != 8 for row in table.rows):
    problems.append(f"{len(table.rows)} rows instead of {rows}, or not of 8 cells")
if decision not in said:
    problems.append(f"column 8 says {said}")
sys.exit("\n".join(f"{path}: {problem}" for problem in problems) or None)
