"""Bytes to text, by what the bytes show, never by a guess that loses a character."""

from __future__ import annotations

import codecs

from wardwise.domain.errors import ExtractError


DOWNLOAD = "Download the file again and do not open it in a spreadsheet first."

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "begins with a byte order mark, which was left out"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "is in UTF-16 and was read as such"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "is in UTF-16 and was read as such"),
)


def decode(data: bytes, *, file: str) -> tuple[str, tuple[str, ...]]:
    """Text and notices. UTF-8, UTF-16 by its mark, otherwise Windows-1252."""
    text, said = _decoded(data, file=file)
    _check_no_control(text, file=file)
    return text, (f"{file} {said}.",) if said else ()


def _decoded(data: bytes, *, file: str) -> tuple[str, str]:
    for mark, encoding, said in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, file=file), said
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        text = _strict(data, "cp1252", file=file)
    return text, "is not in UTF-8 and was read as Windows-1252"


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


def check_delimiter(text: str, *, file: str) -> None:
    """Commas between the columns of the first line, or an error that says what there is."""
    header = text.split("\n", 1)[0]
    for delimiter, called in ((";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")):
        if header.count(delimiter) > header.count(","):
            raise ExtractError(
                file=file,
                row=1,
                problem=f"the columns are separated by {called}; expected commas. It looks"
                " re-saved by a spreadsheet, which also changes dates and numbers.",
                remedy=DOWNLOAD,
            )
