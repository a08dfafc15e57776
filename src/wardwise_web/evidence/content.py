"""Whether bytes that were handed in are what their name says: looked at, and never run."""

from __future__ import annotations

import csv
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath
from typing import IO

from django.conf import settings


SUFFIXES = (".csv", ".txt", ".xlsx", ".ods")
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
LOOKED_AT = 256 * 1024  # bytes of a text file
ROWS_LOOKED_AT = 50
LONGEST_LINE = 100_000  # letters of a line of headings
DELIMITERS = ",;\t|"
MOST_UNPACKED = 60  # a sheet packs well, and not without end
MOST_BYTES = 2_000_000_000  # unpacked, however large the file is
STARTS = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"\xd0\xcf\x11\xe0": "a file of old Excel or Word",
    b"%PDF": "a PDF",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"#!": "a script",
    b"\x1f\x8b": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
MACROS = re.compile(r"vbaproject|macrosheets?/|activex|^basic/|^scripts/|oleobject", re.IGNORECASE)


class NotTaken(Exception):
    """The file is not taken in: one sentence for who handed it in."""


def safe_name(given: str) -> str:
    """The file's own name with nothing in it that a path, a shell or a page could read as more.

    >>> safe_name("../../etc/Crime extract (FINAL)é.CSV")
    'Crime extract (FINAL)e.csv'
    >>> safe_name("данные.csv")
    'file.csv'
    """
    last = PurePosixPath(given.replace("\\", "/")).name
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    kept = re.sub(r"[^A-Za-z0-9 ._()\-]+", "-", plain).strip(" .-")
    stem, dot, suffix = kept.rpartition(".")
    if not dot and plain.endswith(f".{suffix}"):
        stem, dot = "file", "."  # no letter of its name was left
    return f"{stem[:80].strip(' .-')}.{suffix.lower()}" if dot and stem else kept[:80]


def check_content(file: IO[bytes], *, name: str, size: int) -> None:
    """Refuse what is empty, too large, of another kind than its name says, or holds macros."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise NotTaken(f"The file must be a CSV, TXT, XLSX or ODS file, and this is '{name}'")
    if size == 0:
        raise NotTaken("The file is empty. Ask the supplier whether there was nothing to send")
    if size > settings.LARGEST_UPLOAD:
        most = settings.LARGEST_UPLOAD // (1024 * 1024)
        raise NotTaken(
            f"The file must be smaller than {most} MB. Put a larger one into a folder on the server"
        )
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if suffix in (".xlsx", ".ods"):
        _check_book(file, suffix=suffix, start=start, size=size)
    else:
        _check_text(file, start=start)
    file.seek(0)


def _check_book(file: IO[bytes], *, suffix: str, start: bytes, size: int) -> None:
    said = suffix[1:].upper()
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotTaken("The file is of old Excel, or has a password. Save it as XLSX without one")
    if not zipfile.is_zipfile(file):
        raise NotTaken(f"The file is not a real {said} file. Save it again in the spreadsheet")
    with zipfile.ZipFile(file) as book:
        names = {one.filename for one in book.infolist()}
        unpacked = sum(one.file_size for one in book.infolist())
        if unpacked > min(MOST_UNPACKED * max(size, 100_000), MOST_BYTES):
            raise NotTaken("The file unpacks to far more than it holds, and is not opened")
        if any(MACROS.search(name) for name in names):
            raise NotTaken(f"The file holds macros. Save it as {said} without macros")
        if suffix == ".xlsx" and not {"[Content_Types].xml", "xl/workbook.xml"} <= names:
            raise NotTaken("The file is not a real XLSX file. Save it again in the spreadsheet")
        if suffix == ".xlsx" and b"macroEnabled" in _read(book, "[Content_Types].xml"):
            raise NotTaken("The file holds macros. Save it as XLSX without macros")
        if suffix == ".ods" and (
            "content.xml" not in names or _read(book, "mimetype").strip() != ODS
        ):
            raise NotTaken("The file is not a real ODS file. Save it again in the spreadsheet")


def _read(book: zipfile.ZipFile, name: str) -> bytes:
    try:
        with book.open(name) as part:
            return part.read(LOOKED_AT)
    except (KeyError, zipfile.BadZipFile, RuntimeError):
        return b""


def _check_text(file: IO[bytes], *, start: bytes) -> None:
    for magic, kind in STARTS.items():
        if start.startswith(magic):
            raise NotTaken(f"The file is {kind}, whatever its name says. Save it as CSV")
    text = _decoded(file.read(LOOKED_AT))
    if "\x00" in text:
        raise NotTaken("The file is not text, whatever its name says. Save it as CSV (UTF-8)")
    if re.match(r"\s*<(!doctype|html|\?xml|\?php|script)", text, re.IGNORECASE):
        raise NotTaken("The file is a web page or code, whatever its name says. Save it as CSV")
    lines = text.splitlines()[:ROWS_LOOKED_AT]
    if len(lines) < 2 or _most_headings(lines[0]) < 2:
        raise NotTaken(
            "The file must have a line of column headings with commas, semicolons, bars or tabs"
            " between them, and at least one row"
        )


def _most_headings(line: str) -> int:
    """As many as there are with the mark between them that gives most."""
    if len(line) > LONGEST_LINE:
        raise NotTaken("The first line is too long for column headings")
    return max(len(next(csv.reader([line], delimiter=mark), [])) for mark in DELIMITERS)


def _decoded(raw: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError as error:
            # the last character may be cut in two where the looking ends
            if len(raw) == LOOKED_AT and error.start > LOOKED_AT - 4:
                return raw[: error.start].decode(encoding)
    raise NotTaken("The file is not text that can be read. Save it as CSV (UTF-8)")
