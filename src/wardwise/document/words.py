"""How numbers are written in words and tables. Rounding happens here and nowhere else."""

from __future__ import annotations

import datetime
from decimal import ROUND_HALF_UP, Context, Decimal

from wardwise.document.text import Number
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import NAMES


NOT_KNOWN, WITHHELD, NOT_APPLICABLE = "[x]", "[c]", "[z]"
MINUS = "\u2212"
HALF_UP = Context(prec=400, rounding=ROUND_HALF_UP)


def _symbol(figure: Figure) -> str | None:
    match figure.value:
        case NotKnown():
            return NOT_KNOWN
        case Withheld():
            return WITHHELD
        case _:
            return None


def rounded(value: float, places: int) -> str:
    """Thousands separated, a true minus, never a negative nought; a half goes up.

    >>> rounded(-0.04, 1), rounded(-1234.56, 1), rounded(92.5, 0)
    ('0.0', '−1,234.6', '93')
    """
    # by the shortest decimal that is this number: 2.675 is a half, whatever its bits are
    exact = Decimal(repr(abs(float(value))))
    text = f"{exact.quantize(Decimal(1).scaleb(-places), context=HALF_UP):,f}"
    is_nought = not any(digit in text for digit in "123456789")
    return text if value >= 0 or is_nought else MINUS + text


def whole(figure: Figure) -> Number:
    """A count: ``2,860``."""
    return Number(_symbol(figure) or rounded(figure.number, 0), figure)


def decimal(figure: Figure, places: int = 1) -> Number:
    """A rate or index: ``76.8``."""
    return Number(_symbol(figure) or rounded(figure.number, places), figure)


def percent(figure: Figure, places: int = 1) -> Number:
    """A share: ``49.0%``."""
    return Number(_symbol(figure) or rounded(figure.number, places) + "%", figure)


def signed_percent(figure: Figure, places: int = 1) -> Number:
    """A change: ``+3.0%`` or ``−3.0%``."""
    symbol = _symbol(figure)
    if symbol:
        return Number(symbol, figure)
    text = rounded(figure.number, places)
    is_nought = not any(digit in text for digit in "123456789")
    return Number(("" if figure.number < 0 or is_nought else "+") + text + "%", figure)


def signed_points(figure: Figure, places: int = 1) -> Number:
    """A change of a share: ``+3.0 points`` or ``−3.0 points``."""
    said = signed_percent(figure, places).text
    return Number(said.replace("%", " points"), figure)


def between(figure: Figure, places: int = 0, suffix: str = "") -> str:
    """The interval: ``2,757 to 2,967``, or a dash where there is none."""
    if figure.interval is None:
        return "–"
    lower = rounded(figure.interval.lower, places)
    upper = rounded(figure.interval.upper, places)
    return f"{lower}{suffix} to {upper}{suffix}"


def ordinal(n: int) -> str:
    """``1st``, ``2nd``, ``11th``."""
    if 10 <= n % 100 <= 20:
        return f"{n}th"
    return str(n) + {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def places_between(best: int, worst: int) -> str:
    """The places that a rank may truly hold.

    >>> places_between(2, 6), places_between(14, 15)
    ('anywhere from 2nd to 6th', '14th or 15th')
    """
    if worst - best == 1:
        return f"{ordinal(best)} or {ordinal(worst)}"
    return f"anywhere from {ordinal(best)} to {ordinal(worst)}"


_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def day_in_words(date: datetime.date) -> str:
    """A date as a person says it.

    >>> day_in_words(datetime.date(2025, 5, 12))
    '12 May 2025'
    """
    return f"{date.day} {NAMES[date.month]} {date.year}"


def in_words(number: int) -> str:
    """How many of something, in running text and titles: words to ten, figures from eleven.

    Figures of a measure, places (``7th of 16``) and tables are in figures always.

    >>> in_words(0), in_words(5), in_words(12)
    ('no', 'five', '12')
    """
    return _WORDS[number] if number < len(_WORDS) else rounded(number, 0)


def opening_some_of(part: int, whole: int, plural: str) -> str:
    """The same with what they are, for the start of a sentence or a title: never a figure first.

    >>> opening_some_of(2, 5, "wards"), opening_some_of(1, 20, "wards")
    ('Two of five wards', 'Of 20 wards 1')
    """
    if whole >= len(_WORDS) and part:
        return f"Of {rounded(whole, 0)} {plural} {rounded(part, 0)}"
    said = some_of(part, whole)
    return f"{said[:1].upper()}{said[1:]} {plural}"


def some_of(part: int, whole: int) -> str:
    """A part and its whole, both in words or both in figures.

    >>> some_of(2, 5), some_of(9, 14), some_of(0, 5)
    ('two of five', '9 of 14', 'none of five')
    """
    if whole >= len(_WORDS):
        return f"{rounded(part, 0)} of {rounded(whole, 0)}"
    return f"{in_words(part) if part else 'none'} of {in_words(whole)}"
