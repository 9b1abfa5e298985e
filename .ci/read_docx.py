"""Reads drafts as Python sees them: there are headings and tables, a title and a language, and every paragraph has a style that is defined."""

import sys

import docx

for path in sys.argv[1:]:
    draft = docx.Document(path)
    headings = [paragraph for paragraph in draft.paragraphs if paragraph.style.name.startswith("Heading")]
    assert len(headings) > 10, f"{path}: {len(headings)} headings"
    assert len(draft.tables) > 3, f"{path}: {len(draft.tables)} tables"
    assert draft.core_properties.title, f"{path}: no title"
    assert draft.core_properties.language == "en-GB", f"{path}: {draft.core_properties.language}"
    assert all(paragraph.style is not None for paragraph in draft.paragraphs), f"{path}: a paragraph without a style"
    print(f"{path}: {len(draft.paragraphs)} paragraphs, {len(headings)} headings, {len(draft.tables)} tables")
