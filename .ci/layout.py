#!/usr/bin/env python3
"""Looks at where the words of drafts stand on their pages: none outside the page, none over another, and no identifier broken over two lines."""

import html
import re
import subprocess
import sys

PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
# What a hyphen ends that stands at the end of a line inside an identifier.
BROKEN = re.compile(r"^\W*[A-Z][A-Z0-9]*(-[A-Z0-9]+)*-$")


def pages(file):
    """Each page of a draft: its width, its height, and its words with their boxes."""
    text = subprocess.run(["pdftotext", "-bbox", file, "-"], check=True, capture_output=True, text=True).stdout
    found = []
    for line in text.splitlines():
        if page := PAGE.search(line):
            found.append((float(page[1]), float(page[2]), []))
        elif word := WORD.search(line):
            found[-1][2].append((*map(float, word.groups()[:4]), html.unescape(word[5])))
    return found


def faults(width, height, words):
    """What is wrong on a page, in words. Turned words, such as a watermark's, are as high as they are long."""
    level = [word for word in words if word[3] - word[1] < 40]
    for left, top, right, bottom, text in level:
        if left < 0 or top < 0 or right > width or bottom > height:
            yield f"`{text}` stands outside of the page"
        if BROKEN.match(text):
            yield f"the identifier that begins with `{text}` is broken over two lines"
    lines = {}
    for word in level:
        lines.setdefault(round(word[1]), []).append(word)
    for line in lines.values():
        line.sort()
        for one, other in zip(line, line[1:]):
            # Letters of formulas lean over each other a little.
            if other[0] < one[2] - 3 and min(len(one[4]), len(other[4])) > 2:
                yield f"`{one[4]}` and `{other[4]}` stand over each other"


def main(files):
    found = 0
    for file in files:
        for number, page in enumerate(pages(file), 1):
            for fault in faults(*page):
                print(f"{file}, page {number}: {fault}")
                found += 1
    print(f"{len(files)} drafts, {found} faults of their layout")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
