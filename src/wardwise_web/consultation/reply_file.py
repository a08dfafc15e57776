"""A file of replies: read whole or refused with every fault by row and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook

from wardwise_web.consultation.states import Sort
from wardwise_web.evidence.content import NotTaken


MOST_FAULTS = 50
HEADING_ROW = 1
BETWEEN = ";"  # between several answers in one cell
# Headings under which people are told apart. Such a column is not read past: it is taken out
PERSONAL = re.compile(
    r"\b(name|surname|forename|e-?mail|phone|telephone|mobile|address|postcode|post code|ip"
    r"|date of birth|dob|nhs number|national insurance|signature)\b",
    re.IGNORECASE,
)
IN_WORDS = (
    (re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}", re.IGNORECASE), "an e-mail address"),
    (re.compile(r"(?<!\d)(?:\+44|0)(?:[\s-]?\d){9,10}(?!\d)"), "a telephone number"),
    (re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE), "a postcode"),
    (re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b"), "an IP address"),
)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, where, and what to do. Never what somebody wrote."""

    row: int
    column: str
    problem: str

    def __str__(self) -> str:
        where = f"Row {self.row:,}, column '{self.column}'" if self.column else f"Row {self.row:,}"
        return f"{where}: {self.problem}"


class RepliesRefused(Exception):
    """The file is not taken in: its faults, the first 50 of them."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults[:MOST_FAULTS])
        self.count = len(faults)
        super().__init__(f"{self.count} faults")


@dataclass(frozen=True)
class AskedOf:
    """What a column answers: a question, or (``sort`` None) a property with its groups."""

    key: str
    column: str
    sort: Sort | None
    options: tuple[str, ...]


@dataclass(frozen=True)
class OneReply:
    """A row: property → group, question → positions of options, question → words."""

    groups: Mapping[str, str]
    answers: Mapping[str, Sequence[int]]
    texts: Mapping[str, str]


@dataclass(frozen=True)
class Taken:
    """What a file holds: its replies, columns that were not read, rows without an answer."""

    replies: tuple[OneReply, ...]
    unread: tuple[str, ...]
    empty_rows: int


def take(content: bytes, *, name: str, asked: Sequence[AskedOf]) -> Taken:
    """Every reply of a CSV or XLSX file, or RepliesRefused with every fault."""
    rows = _book_rows(content) if name.lower().endswith(".xlsx") else _text_rows(content)
    if len(rows) <= HEADING_ROW:
        raise RepliesRefused([Fault(1, "", "there is no row after the headings.")])
    places, unread = _places(rows[0], asked)
    faults: list[Fault] = []
    replies, empty_rows = [], 0
    for number, cells in enumerate(rows[HEADING_ROW:], start=HEADING_ROW + 1):
        if not any(cells):
            continue
        if len(cells) > len(rows[0]) and any(cells[len(rows[0]) :]):
            faults.append(Fault(number, "", "there are more cells than headings."))
            continue
        reply = _reply(cells, number=number, places=places, faults=faults)
        if reply.answers or reply.texts:
            replies.append(reply)
        else:
            empty_rows += 1
    if faults:
        raise RepliesRefused(faults)
    if not replies:
        raise RepliesRefused([Fault(2, "", "no row answers any question.")])
    return Taken(tuple(replies), unread, empty_rows)


def _places(
    headings: Sequence[str], asked: Sequence[AskedOf]
) -> tuple[list[tuple[int, AskedOf]], tuple[str, ...]]:
    found = [one.strip().casefold() for one in headings]
    known = {one.column.strip().casefold() for one in asked}
    faults = [
        Fault(1, headings[n].strip(), "it may say who somebody is. Take this column out.")
        for n, name in enumerate(found)
        if name not in known and PERSONAL.search(name)
    ]
    faults += [
        Fault(1, one.column, f"there are {count} columns of this heading. Expected one.")
        for one in asked
        if (count := found.count(one.column.strip().casefold())) != 1
    ]
    if faults:
        raise RepliesRefused(faults)
    unread = tuple(headings[n].strip() for n, name in enumerate(found) if name not in known)
    return [(found.index(one.column.strip().casefold()), one) for one in asked], unread


def _reply(
    cells: Sequence[str], *, number: int, places: Sequence[tuple[int, AskedOf]], faults: list[Fault]
) -> OneReply:
    groups: dict[str, str] = {}
    answers: dict[str, Sequence[int]] = {}
    texts: dict[str, str] = {}
    for place, one in places:
        cell = cells[place].strip() if place < len(cells) else ""
        if not cell:
            continue
        if one.sort is Sort.TEXT:
            if found := _gives_away(cell):
                problem = f"there is {found} in the words. Take it out; it is not kept."
                faults.append(Fault(number, one.column, problem))
            texts[one.key] = cell
            continue
        chosen = _chosen(cell, one)
        if isinstance(chosen, str):
            faults.append(Fault(number, one.column, chosen))
        elif one.sort is None:
            groups[one.key] = one.options[chosen[0]]
        else:
            answers[one.key] = chosen
    return OneReply(groups, answers, texts)


def _chosen(cell: str, one: AskedOf) -> list[int] | str:
    """Positions of the options that a cell names, or what is wrong with it."""
    names = [option.casefold() for option in one.options]
    many = one.sort in (Sort.SEVERAL, Sort.ORDER)
    said = [part.strip() for part in cell.split(BETWEEN) if part.strip()] if many else [cell]
    expected = "; ".join(one.options)
    if any(part.casefold() not in names for part in said):
        return f"found an answer that is none of those asked. Expected: {expected}."
    chosen = [names.index(part.casefold()) for part in said]
    if len(set(chosen)) < len(chosen):
        return "the same answer stands twice. Keep it once."
    return chosen


def _gives_away(words: str) -> str:
    return next((what for pattern, what in IN_WORDS if pattern.search(words)), "")


def _text_rows(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.splitlines()[0] if text.strip() else ""
    # a semicolon stands between several answers in a cell, so that it parts no columns
    mark = "\t" if first.count("\t") > first.count(",") else ","
    try:
        return list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error:
        raise NotTaken("The file is not a CSV that can be read. Save it again as CSV") from None


def _book_rows(content: bytes) -> list[list[str]]:
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        found = sheet.to_python(skip_empty_area=False)
    except CalamineError:
        raise NotTaken("The file is not a workbook that can be read. Save it again") from None
    return [[_cell(one) for one in cells] for cells in found]


def _cell(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
