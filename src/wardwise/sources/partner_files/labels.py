"""Whether a supplier's own label may be kept and shown as it is: a label, and not a person.

A mapping may keep what it does not list (``otherwise: keep``). What a label never holds (a
telephone number, a date, an address) is known by its form. A bare name has no form of its own,
but a label comes again and a name that strayed into the column does not: of labels that are not
listed, one that stands once in the file is kept only where it is a short code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc


FORMULA = "the cell begins like a spreadsheet formula"
PERSONAL = "the cell looks like a person's details, and not like a code"
TOO_LONG = "the cell is too long for a code"
ALONE = "the label stands once and the mapping does not list it: it could be a name"
REFERENCE = "the cell is the number of a person or a record, which another column holds"
LONGEST_CODE = 80
LONGEST_ALONE = 6  # characters of a code that is kept though it stands once
LONG_COLUMN = 20  # cells from which on a code that stands once is no code
_WORDS = re.compile(r"[^\W\d_]{3,}([ .,'’-]+[^\W\d_]+)*")
_THREE_LETTERS = re.compile(r"[^\W\d_]{3}")
_FORMULA = re.compile(r"[=+@]|-\D")
_CONTACT = (
    r"\S+@\S+\.\S+",  # an address of electronic mail
    r"\b0\d{3,4}[ -]?\d{3}[ -]?\d{3,4}\b",  # a telephone number
    r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b",  # a whole postcode
    r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b",  # a National Insurance number
)
_BIRTH = (r"\b\d{1,2}[/.-]\d{1,2}[/.-](19|20)\d{2}\b",)
_STREETS = (
    "street|st|road|rd|avenue|ave|lane|close|crescent|drive|way|court|gardens|terrace|place"
    "|grove|row|walk|square|mews"
)
# Of a row about one event or person. A table of counts may name its cohort by two dates
_OF_ONE = (
    r"\d([ ()-]{0,2}\d){8}",  # nine digits and more: NHS numbers, telephones abroad, cards
    r"\b(?![EWNSKJL]\d{8}\b)\w*\d{6}",  # six in a run, as in initials and a day of birth
    r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b|\b(19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2}\b",
    r"\b\d{1,2}[ -](jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]\d{2}",
    r"\b\d{2,4}/\d{4,7}[A-Z]\b",  # a number of the Police National Computer
    r"\b[A-Z]{2}\d{2} ?[A-Z]{3}\b",  # a number plate
    r"\b(mr|mrs|ms|miss|mx|dob)\b",
    r"(^|\s)@\w",
    rf"\b\d+[A-Z]?,? +\w+ +({_STREETS})\b",
)


def _one_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_IN_A_NAME, _OF_COUNTS = _one_of(*_CONTACT), _one_of(*_CONTACT, *_BIRTH)
_OF_ROWS = _one_of(*_CONTACT, *_BIRTH, *_OF_ONE)


def why_no_label(cell: str, *, counts: bool = False) -> str | None:
    """What is wrong with it, if anything. ``counts``: of a table of counts, which names dates."""
    if _FORMULA.match(cell):
        return FORMULA
    if (_OF_COUNTS if counts else _OF_ROWS).search(cell):
        return PERSONAL
    return TOO_LONG if len(cell) > LONGEST_CODE else None


def may_be_kept(cell: str) -> bool:
    """Whether a supplier's own label may be shown and kept as it is."""
    return why_no_label(cell) is None


def is_a_heading(cell: str) -> bool:
    """Whether it could head a column: a heading may be long, and holds nobody's number or day."""
    return _OF_COUNTS.search(cell) is None


def gives_away(name: str) -> bool:
    """Whether a file's name holds how to reach a person; a date in it is that of the extract."""
    return _IN_A_NAME.search(name.replace("_", " ")) is not None


def lone_labels(cells: Iterable[str], *, words: bool = False) -> frozenset[str]:
    """What stands once in a long column: a code comes again, a name that strayed does not.

    ``words``: of these the words alone, where numbers stand once by their nature.
    """
    counted = Counter(cell for cell in cells if cell)
    if counted.total() < LONG_COLUMN:
        return frozenset()
    strange = _WORDS.fullmatch if words else could_be_a_name
    return frozenset(cell for cell, n in counted.items() if n == 1 and strange(cell))


def strays(
    text: pa.Array, *, identifying: Sequence[pa.Array] = (), counts: bool = False
) -> dict[str, str]:
    """Labels that are not to be kept for where they stand, and why.

    ``identifying`` are the columns that hold numbers of people and records. In a table of
    counts a label may stand once by its nature: there only lone words of a long column are.
    """
    if counts:
        return dict.fromkeys(lone_labels(text.to_pylist(), words=True), ALONE)
    found = pc.value_counts(text)
    labels = pc.struct_field(found, "values")
    once = labels.filter(pc.equal(pc.struct_field(found, "counts"), 1)).to_pylist()
    alone = dict.fromkeys(filter(could_be_a_name, once), ALONE)
    return alone | dict.fromkeys(_numbers_among(labels, identifying), REFERENCE)


def could_be_a_name(label: str) -> bool:
    """Whether it is more than a short code."""
    return len(label) > LONGEST_ALONE or _THREE_LETTERS.search(label) is not None


def _numbers_among(labels: pa.Array, identifying: Sequence[pa.Array]) -> list[str]:
    """Labels that an identifying column holds too. A surname may be a label (Park, Church)."""
    numbers = labels.filter(pc.match_substring_regex(labels, r"\d"))
    return [
        label
        for column in identifying
        for label in pc.unique(column.filter(pc.is_in(column, numbers))).to_pylist()
    ]
