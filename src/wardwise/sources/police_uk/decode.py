"""Bytes to text, by what the bytes show, never by a guess that loses a character."""

from __future__ import annotations

import codecs

from wardwise.domain.errors import ExtractError
from wardwise.sources.police_uk.faults import DOWNLOAD


_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "begins with a byte order mark, which was left out"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "is in UTF-16 and was read as such"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "is in UTF-16 and was read as such"),
)


def decode(data: bytes, *, file: str) -> tuple[str, tuple[str, ...]]:
    """Text and notices. UTF-8, UTF-16 by its mark, otherwise Windows-1252."""
    for mark, encoding, notice in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding, file=file)
            return text, (f"{file} {notice}.",)
    try:
        text, notices = data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = _strict(data, "cp1252", file=file)
        notices = (f"{file} is not in UTF-8 and was read as Windows-1252.",)
    _check_no_control(text, file=file)
    return text, notices


def _strict(data: bytes, encoding: str, *, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as refused:
        raise ExtractError(
            file=file,
            row=data.count(b"\n", 0, refused.start) + 1,
            problem=f"byte {data[refused.start]:#04x} is not text in UTF-8 or Windows-1252.",
            remedy=DOWNLOAD,
        ) from None


def _check_no_control(text: str, *, file: str) -> None:
    position = text.find("\0")
    if position >= 0:
        raise ExtractError(
            file=file,
            row=text.count("\n", 0, position) + 1,
            problem="a NUL character was found where text was expected: the file is damaged.",
            remedy=DOWNLOAD,
        )
