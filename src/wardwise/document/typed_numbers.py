"""Numbers that a person typed, and whether a figure of the build says the same.

A typed number goes stale without anybody seeing it. Each is read from the words (digits,
percentages, rates, ``one in five``, ``two thirds``, ``doubled``) and held against the figures
that the chapter prints: to the precision that it was typed with, or to a tenth of itself after
``about`` and its like. Years, dates, times, and numbers of laws and headings are no findings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.figure import Figure, Unit


class Sort(StrEnum):
    """What a typed number is of, as far as its words say."""

    PERCENT = "percent"
    PER_1000 = "rate per 1,000"
    SHARE = "share in words"
    TIMES = "times"
    PLAIN = "number"


@dataclass(frozen=True)
class TypedNumber:
    """A number in somebody's words. ``value`` of a share is in percent.

    ``step`` is half of the last place typed: 12.5% may be anything from 12.45 to 12.55.
    """

    text: str
    start: int
    value: float
    step: float
    sort: Sort


UNITS = {
    Sort.PERCENT: frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINTS}),
    Sort.SHARE: frozenset({Unit.PERCENT}),
    Sort.PER_1000: frozenset(unit for unit in Unit if "per 1,000" in unit),
}
NOT_PLAIN = UNITS[Sort.PERCENT]
MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
LAW = (
    r"section|sections|s\.|ss\.|regulation|regulations|reg\.|article|paragraph|para\.|schedule|"
    r"chapter|part|part|appendix|table|figure|page|version|step|priority|ward|line|class|tier|band"
)
# What is no finding: taken out before numbers are looked for
NO_FINDINGS = re.compile(
    rf"\{{F-[0-9A-Z]{{8}}\}}|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})\b(?: \d{{4}})?"
    rf"|\b(?:{MONTHS}) \d{{4}}\b|\b(?:19|20)\d\d(?:[/–-](?:\d{{4}}|\d\d))?\b"
    rf"|\b\d{{1,2}}:\d\d\b|\b\d{{1,2}}(?:\.\d\d)? ?[ap]m\b"
    rf"|\b\d{{1,2}}(?:[-–]| to )\d{{1,2}}[- ]year|\b(?:under|over)[- ]\d{{1,2}}s\b"
    rf"|\baged? \d{{1,2}}(?: (?:to|and) \d{{1,2}})?\b"
    rf"|\b(?:{LAW})\s?\d[\w.()]*|^\s*\d{{1,2}}[.)]\s|\b24/7\b|\b[A-Z]{{1,4}}-?\d[\w-]*\b",
    re.IGNORECASE | re.MULTILINE,
)
SMALL = [
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
PARTS = {"third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
CARDINALS = {word: n for n, word in enumerate(SMALL)} | {
    word: 10 * n for n, word in enumerate(TENS, start=2)
}
WORD = "|".join(sorted(CARDINALS, key=len, reverse=True))
MANY = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
COUNTED = "person|people|residents?|households?|offences?|crimes?|victims?|incidents?|reports?"
COUNT_IN_WORDS = rf"(?:{WORD})(?:[- ](?:{'|'.join(SMALL[1:10])}))?"
PATTERN = re.compile(
    rf"(?P<one_in>\b(?P<some>{WORD}|\d+)(?: (?:{COUNTED}))? "
    rf"(?:in|out of)(?: every)? (?P<of>{WORD}|\d+)\b)"
    rf"|(?P<part>\b(?:(?P<parts>a|one|two|three|four) (?P<fraction>"
    rf"(?:third|quarter|fifth|sixth|eighth|tenth)s?)|half)\b(?!-))"
    rf"|(?P<times>\b(?:doubled|trebled|tripled|quadrupled|halved|twice"
    rf"|(?:{WORD}|\d+(?:\.\d+)?)[- ]?(?:times|fold))\b)"
    rf"|(?P<digits>(?<![\w.,])[+−-]?£?\d[\d,]*(?:\.\d+)?)(?P<big> (?:thousand|million))?"
    rf"(?P<percent> ?%| percentage points?| per ?cent\b)?"
    rf"(?P<rate> (?:per|for every) (?:1,?000|thousand))?"
    rf"|(?P<spelt>\b(?:{COUNT_IN_WORDS})(?: (?:{'|'.join(MANY)}))?\b)"
    rf"(?P<spelt_percent> per ?cent)?",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"(?:about|around|roughly|nearly|almost|over|under|some|approximately|just|more than|less than"
    r"|fewer than|close to|up to|at least)(?: the| over| under| a)? $",
    re.IGNORECASE,
)
CHANGED_TO = {"doubled": 2.0, "twice": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0}
MOST_ROOM = 2.5  # percentage points that a share in words may be off
OF_ALL_CRIME = ("crime", "offence", "recorded", "resident", "neighbourhood", "ward")
NO_SUBJECT = {"offen", "other", "again", "from"}
SMALLEST_SPELT = 11  # "three agencies" is prose; "twelve burglaries" may be a finding


def typed_numbers(words: str) -> tuple[TypedNumber, ...]:
    """Every number that could be a finding, in reading order.

    >>> [(one.text, one.value) for one in typed_numbers("About one in five, up 12.5% to 1,204.")]
    [('About one in five', 20.0), ('12.5%', 12.5), ('1,204', 1204.0)]
    """
    blank = NO_FINDINGS.sub(lambda found: " " * len(found[0]), words)
    return tuple(_found(blank, words))


def _found(blank: str, words: str) -> Iterator[TypedNumber]:
    for match in PATTERN.finditer(blank):
        read = _read(match)
        if read is None:
            continue
        value, step, sort = read
        before = ABOUT.search(blank[: match.start()])
        if before:
            step = max(step, abs(value) / 10)
        start = before.start() if before else match.start()
        yield TypedNumber(words[start : match.end()].strip(" ,"), start, value, step, sort)


def _read(match: re.Match[str]) -> tuple[float, float, Sort] | None:
    if match["one_in"]:
        return _share(_count(match["some"]), _count(match["of"]))
    if match["part"]:
        if match["fraction"] is None:
            return _share(1.0, 2.0)
        parts = 1.0 if match["parts"].lower() == "a" else _count(match["parts"])
        return _share(parts, PARTS[match["fraction"].lower().rstrip("s")])
    if match["times"]:
        return _times(match["times"].lower())
    if match["spelt"]:
        return _spelt(match["spelt"].lower(), is_percent=bool(match["spelt_percent"]))
    return _digits(match)


def _share(part: float, whole: float) -> tuple[float, float, Sort] | None:
    if not 0 < part <= whole:
        return None
    # one in five is said of what is nearer to it than to one in four or in six
    room = min(100 * part / whole / (2 * whole), MOST_ROOM)
    return 100 * part / whole, room, Sort.SHARE


def _times(text: str) -> tuple[float, float, Sort]:
    if text == "halved":
        return 0.5, 0.05, Sort.TIMES
    value = CHANGED_TO.get(text) or _count(re.split(r"[- ]?(?:times|fold)", text)[0])
    return value, value / 10, Sort.TIMES


def _spelt(text: str, *, is_percent: bool) -> tuple[float, float, Sort] | None:
    *first, last = re.split(r"[- ]", text)
    times = MANY.get(last, 1)
    value = sum(CARDINALS[word] for word in (first if last in MANY else [*first, last])) * times
    if is_percent:
        return float(value), 0.5, Sort.PERCENT
    if value < SMALLEST_SPELT:
        return None
    return float(value), times / 2, Sort.PLAIN


def _digits(match: re.Match[str]) -> tuple[float, float, Sort] | None:
    plain = re.sub("[,£+]", "", match["digits"]).replace("−", "-")
    times = MANY[match["big"].strip().lower()] if match["big"] else 1
    places = len(plain.partition(".")[2])
    sort = Sort.PERCENT if match["percent"] else Sort.PER_1000 if match["rate"] else Sort.PLAIN
    return float(plain) * times, 0.5 * 10**-places * times, sort


def _count(word: str) -> float:
    return float(CARDINALS.get(word.lower(), 0)) or float(word if word[:1].isdigit() else 0)


def backing(number: TypedNumber, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The figures that say the same, each once: by value, limit or baseline."""
    found = {
        figure.figure_id: figure
        for figure in figures
        if any(_agrees(number, said) for said in _said(number, figure))
    }
    return tuple(found.values())


def _is_of_the_sort(number: TypedNumber, figure: Figure) -> bool:
    if number.sort in UNITS:
        return figure.unit in UNITS[number.sort]
    if number.sort is Sort.TIMES:
        return figure.unit is Unit.RATIO or figure.comparison is not None
    return figure.unit not in NOT_PLAIN


def _said(number: TypedNumber, figure: Figure) -> Iterator[float]:
    """Every number that the figure lets somebody write."""
    change = figure.comparison
    if figure.status != "known":
        return
    if _is_of_the_sort(number, figure):
        limits = [figure.interval.lower, figure.interval.upper] if figure.interval else []
        # a change of +100% is a doubling
        is_change = number.sort is Sort.TIMES and figure.unit is Unit.PERCENT
        for value in (figure.number, *limits):
            yield 1 + value / 100 if is_change else value
    if number.sort is Sort.PLAIN and change and isinstance(change.baseline_value, int | float):
        yield change.baseline_value  # the count before, though the figure is a percentage


def _agrees(number: TypedNumber, said: float) -> bool:
    """To the precision typed; a fall of 12% is written without its sign."""
    if not math.isfinite(said):
        return False
    room = number.step * (1 + 1e-9)
    return min(abs(number.value - said), abs(number.value - abs(said))) <= room


def is_named(figure: Figure, words: str) -> bool:
    """Whether the words speak of what the figure is of: a chapter has so many figures that one
    of them is always near to any number.

    The first letters of a word of the offence's name are enough: burglaries, of Burglary.
    """
    said = words.casefold()
    if figure.offence is None:
        return any(start in said for start in OF_ALL_CRIME)
    stems = {word[:5] for word in re.findall(r"[a-z]{4,}", figure.offence.casefold())}
    return any(re.search(rf"\b{stem}", said) for stem in stems - NO_SUBJECT)


def nearest(number: TypedNumber, figures: Iterable[Figure], *, most: int = 3) -> list[Figure]:
    """Figures that it might be: of its sort, within a fifth of it, the nearest first."""
    known = {one.figure_id: one for one in figures if _is_near(number, one)}
    return sorted(known.values(), key=lambda one: _apart(number, one))[:most]


def _is_near(number: TypedNumber, figure: Figure) -> bool:
    is_one = figure.status == "known" and _is_of_the_sort(number, figure)
    return is_one and _apart(number, figure) <= abs(number.value) / 5


def _apart(number: TypedNumber, figure: Figure) -> float:
    return abs(abs(number.value) - abs(figure.number))
