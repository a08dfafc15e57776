"""One number for each table and picture, and one sheet, the same in every paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wardwise.document.blocks import Table
from wardwise.document.initials import capital
from wardwise.document.pictures import Picture
from wardwise.document.section import Document


LONGEST_SHEET_NAME = 31
SMALL_WORDS = {"a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
OWN_SHEETS = ("Cover", "Contents", "Notes", "Figures")


@dataclass(frozen=True)
class Numbering:
    """Table and picture name → number on paper; table name → sheet of the workbook."""

    tables: dict[str, int]
    pictures: dict[str, int]
    sheets: dict[str, str]


def every_table(document: Document) -> Iterator[Table]:
    """Each table once, in reading order, those beside pictures included."""
    seen: set[str] = set()
    for section in document.walk():
        for block in section.blocks:
            table = block.table if isinstance(block, Picture) else block
            if isinstance(table, Table) and table.name not in seen:
                seen.add(table.name)
                yield table


def sheet_name(name: str, *, taken: set[str]) -> str:
    """A name that every spreadsheet program takes: short, plain, and not taken.

    >>> sheet_name("threat-scores", taken=set())
    'Threat scores'
    >>> sheet_name("profile-criminal-damage-and-arson-wards-all", taken=set())
    'Criminal damage wards all'
    >>> sheet_name("Wards: rates/1,000 residents and households", taken=set())
    'Wards rates 1,000 residents'
    """
    plain = (
        re.sub(r"\s+", " ", re.sub(r"[\[\]:*?/\\'\"<>]", " ", _as_words(name))).strip() or "Table"
    )
    plain = capital(plain)
    short, n = _cut(plain, LONGEST_SHEET_NAME), 1
    while short.casefold() in taken:
        n += 1
        short = f"{_cut(plain, LONGEST_SHEET_NAME - len(str(n)) - 1)} {n}"
    return short


def _as_words(name: str) -> str:
    """``threat-scores`` as ``Threat scores``; a name that has words already stays."""
    if not re.fullmatch(r"[a-z0-9]+([-_][a-z0-9]+)+", name):
        return name
    plain = re.sub("[-_]", " ", name.removeprefix("profile-").removesuffix("-table"))
    plain = plain.replace("anti social", "anti-social")
    return _told_apart(plain)


def _told_apart(words: str) -> str:
    """A long subject is cut in its middle: the end says which of its tables this is."""
    if len(words) <= LONGEST_SHEET_NAME:
        return words
    words = words.replace("neighbourhoods", "LSOAs")
    *subject, last = words.split(" ")
    end = f"{subject.pop()} {last}" if last == "all" else last
    return f"{_cut(' '.join(subject), LONGEST_SHEET_NAME - len(end) - 1)} {end}"


def _cut(words: str, longest: int) -> str:
    """Whole words if they leave more than half; a name should not end in the middle of one."""
    if len(words) <= longest:
        return words
    whole = words[: longest + 1].rpartition(" ")[0].strip(" ,;–-")
    while whole.rpartition(" ")[2].casefold() in SMALL_WORDS:
        whole = whole.rpartition(" ")[0]
    return whole if len(whole) > longest / 2 else words[:longest].strip()


def numbered(document: Document) -> Numbering:
    """Number what is printed; tables for the appendix have a sheet and no number."""
    tables: dict[str, int] = {}
    pictures: dict[str, int] = {}
    for section in document.walk():
        for block in section.blocks:
            if isinstance(block, Picture):
                pictures.setdefault(block.name, len(pictures) + 1)
            elif isinstance(block, Table) and not block.appendix:
                tables.setdefault(block.name, len(tables) + 1)
    sheets: dict[str, str] = {}
    taken = {name.casefold() for name in OWN_SHEETS}
    for table in every_table(document):
        name = _told_apart(table.sheet) if table.sheet else table.name
        sheets[table.name] = sheet_name(name, taken=taken)
        taken.add(sheets[table.name].casefold())
    return Numbering(tables, pictures, sheets)
