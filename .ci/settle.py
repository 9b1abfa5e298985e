"""Accepts and rejects all changes of a draft in LibreOffice, and compares what is then there with the new and the old draft, paragraph by paragraph:

python3 settle.py SOFFICE WORK TRACKED NEW OLD"""

import os
import re
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, what):
    found = PropertyValue()
    found.Name, found.Value = name, what
    return found


def office(soffice, work):
    pipe = f"normc{os.getpid()}"
    where = ["-env:UserInstallation=file://" + os.path.abspath(work) + "/office", f"--accept=pipe,name={pipe};urp;"]
    process = subprocess.Popen([soffice, "--headless", "--norestore", *where])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def lines(text, out):
    content = text.createEnumeration()
    while content.hasMoreElements():
        part = content.nextElement()
        if part.supportsService("com.sun.star.text.TextTable"):
            for name in part.getCellNames():
                lines(part.getCellByName(name), out)
        else:
            # LibreOffice fills in the numbers of pages in some lists of contents.
            out.append(f"{part.ParaStyleName}: " + re.sub(r"\t\d*$", "", part.getString()))
    return out


def read(desktop, path, settle):
    url = "file://" + os.path.abspath(path)
    draft = desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
    if settle:
        context = uno.getComponentContext()
        frame = draft.getCurrentController().getFrame()
        DISPATCHER.executeDispatch(frame, f".uno:{settle}AllTrackedChanges", "", 0, ())
    found = lines(draft.getText(), [])
    draft.close(True)
    return found


soffice, work, tracked, new, old = sys.argv[1:]
process, context = office(soffice, work)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
DISPATCHER = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
wrong = 0
for settle, plain in [("Accept", new), ("Reject", old)]:
    found, expected = read(desktop, tracked, settle), read(desktop, plain, None)
    differ = [(one, other) for one, other in zip(found, expected) if one != other]
    print(f"{settle} all: {len(found)} paragraphs, {len(expected)} expected, {len(differ)} differ")
    for one, other in differ[:5]:
        print(f"  found    {one[:150]!r}\n  expected {other[:150]!r}")
    wrong += found != expected
desktop.terminate()
process.wait(30)
sys.exit(wrong)
