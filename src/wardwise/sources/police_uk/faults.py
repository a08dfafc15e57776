"""Read a file row by row and say everything that is wrong with it, grouped by cause.

This is the definition; the fast checks only tell which files must be looked at here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from wardwise.domain.errors import ExtractError
from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.domain.period import Month
from wardwise.sources.place_numbers import ELSEWHERE
from wardwise.sources.police_uk.file_names import FileName
from wardwise.sources.police_uk.schema import EAST, LAYOUTS, NORTH, SOUTH, WEST, Kind
from wardwise.sources.text import DOWNLOAD


MOST_FAULTS = 50

_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
_ID = re.compile(r"[0-9A-Za-z]{64}")
_LSOA = re.compile(rf"[EW]01[0-9]{{6}}|{ELSEWHERE.pattern}")

Row = tuple[int, Sequence[str]]  # line of the file, fields


@dataclass(frozen=True)
class Fault:
    """One value that cannot be right."""

    row: int
    column: str
    found: str
    expected: str
    remedy: str


Check = Callable[[str], bool]


@dataclass(frozen=True)
class Rule:
    """What a column may hold."""

    column: str
    is_right: Check
    expected: str
    remedy: str = DOWNLOAD


def rules(name: FileName, *, force: str) -> tuple[Rule, ...]:
    """The rules for a kind of file of that month and force."""
    if name.kind is Kind.STOP_AND_SEARCH:
        expected = f"a date and time of {name.month} such as {name.month}-01T09:40:00"
        return (*_POINT, Rule("Date", partial(is_dated, month=name.month), expected))
    month = f"a file of {name.month} to hold rows of {name.month}"
    common = (
        Rule("Crime ID", _is_id, "64 letters and digits, or nothing"),
        Rule("Month", lambda text: text == name.month, month),
        Rule("Reported by", lambda text: text == force, f"'{force}' as in the first row"),
        Rule("Falls within", bool, "the name of a police force"),
        Rule("LSOA code", _is_lsoa, "an LSOA code such as E01017540, or nothing"),
    )
    if name.kind is Kind.OUTCOMES:
        return (*common, *_POINT, Rule("Outcome type", bool, "an outcome"))
    return (*common, *_POINT, _OFFENCE)


def find_faults(rows: Iterable[Row], *, name: FileName, force: str) -> list[Fault]:
    """Every value that breaks a rule, up to fifty."""
    columns = LAYOUTS[name.kind].columns
    checks = [(columns.index(rule.column), rule) for rule in rules(name, force=force)]
    faults = []
    for line, fields in rows:
        for position, rule in checks:
            if not rule.is_right(fields[position]):
                faults.append(
                    Fault(line, rule.column, fields[position], rule.expected, rule.remedy)
                )
        if len(faults) >= MOST_FAULTS:
            break
    return faults[:MOST_FAULTS]


def refusal(file: str, faults: Sequence[Fault]) -> ExtractError:
    """One error that says every fault of a file, grouped by cause."""
    causes: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        causes.setdefault((fault.column, fault.expected), []).append(fault)
    first = faults[0]
    # the column of the first is said before the sentence begins
    sentences = [
        _sentence(group) if group[0] is first else f"Column '{group[0].column}': {_sentence(group)}"
        for group in causes.values()
    ]
    return ExtractError(
        file=file,
        row=first.row,
        column=first.column,
        problem=" ".join(sentences),
        remedy=" ".join(dict.fromkeys(fault.remedy for fault in faults)),
    )


def _sentence(group: Sequence[Fault]) -> str:
    first = group[0]
    found = f"found '{_short(first.found)}'" if first.found else "found nothing"
    again = f" ({_rows(group)})" if len(group) > 1 else ""
    return f"{found}, expected {first.expected}{again}."


def _rows(group: Sequence[Fault]) -> str:
    shown = ", ".join(f"{fault.row:,}" for fault in group[:3])
    more = len(group) - 3
    return f"rows {shown} and {more} more" if more > 0 else f"rows {shown}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:37]}..."


def _is_id(text: str) -> bool:
    return not text or _ID.fullmatch(text) is not None


def _is_lsoa(text: str) -> bool:
    return not text or _LSOA.fullmatch(text) is not None


def is_dated(text: str, *, month: str) -> bool:
    """Whether a search is dated in the month, or in the last hour of the month before.

    The publisher gives universal time, so in summer the first hour of a month bears the date
    of the last day of the month before.
    """
    if not _TIME.match(text):
        return False
    hour_before = f"{Month.parse(month).plus(-1)}-{Month.parse(month).plus(-1).days}T23"
    return text.startswith((month, hour_before))


def _is_within(low: float, high: float) -> Check:
    def check(text: str) -> bool:
        try:
            return not text or low <= float(text) <= high
        except ValueError:
            return False

    return check


_POINT = (
    Rule("Longitude", _is_within(WEST, EAST), f"degrees from {WEST:g} to {EAST:g}, or nothing"),
    Rule("Latitude", _is_within(SOUTH, NORTH), f"degrees from {SOUTH:g} to {NORTH:g}, or nothing"),
)

_OFFENCE = Rule(
    "Crime type",
    lambda text: text in POLICE_UK_OFFENCES,
    "one of the 14 crime types of data.police.uk",
    "If the publisher has a new crime type, add it to the list of offences; otherwise download"
    " the file again.",
)
