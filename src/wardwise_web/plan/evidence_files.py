"""Which files can be evidence, known by what is in them and not by their names."""

from __future__ import annotations

import io
import zipfile

from wardwise_web.plan.rules import LinkMissing
from wardwise_web.plan.terms import Shown


LARGEST = 10 * 1024 * 1024
PDF, PNG, JPEG, TEXT = "application/pdf", "image/png", "image/jpeg", "text/plain"
OFFICE = {
    "word/document.xml": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt/presentation.xml": (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
}
STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
REFUSED = "The file must be a PDF, Word, Excel or PowerPoint file, a picture or plain text"


def check_file(shown: Shown) -> str:
    """The type that the bytes have; refused where it is none of ours, or too large."""
    if len(shown.content) > LARGEST:
        raise LinkMissing({"file": "The file must be smaller than 10MB"})
    found = type_of(shown.content)
    if found is None:
        raise LinkMissing({"file": REFUSED})
    return found


def type_of(content: bytes) -> str | None:
    """By the first bytes, by what a package holds, or as text."""
    for start, kind in STARTS:
        if content.startswith(start):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _office(content)
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    # a page of HTML or SVG is text that a browser could be made to run
    return None if "\0" in words or words.lstrip().startswith("<") else TEXT


def _office(content: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
    except zipfile.BadZipFile:
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None  # macros
    return next((kind for name, kind in OFFICE.items() if name in names), None)
