"""How a supplier writes dates and times: the few directives that are understood."""

from __future__ import annotations

import re


DIRECTIVES = {
    "%d": "day",
    "%m": "month",
    "%b": "month",
    "%B": "month",
    "%Y": "year",
    "%y": "year",
    "%H": "hour",
    "%I": "hour",
    "%p": "half day",
    "%M": "minute",
    "%S": "second",
    "%f": "second",
}
_DIRECTIVE = re.compile(r"%.?")


def check_date_format(text: str) -> str:
    """The format, or a ValueError that says what a format may hold."""
    found = _DIRECTIVE.findall(text)
    if not found or any(part not in DIRECTIVES for part in found):
        raise ValueError(f"a format of {', '.join(DIRECTIVES)}, like %d/%m/%Y %H:%M")
    return text


def parts_of(text: str) -> frozenset[str]:
    """What a format says: day, month, year, hour, minute."""
    return frozenset(DIRECTIVES[part] for part in _DIRECTIVE.findall(text))


def is_same_the_other_way_round(one: str, other: str) -> bool:
    """Whether the formats differ only in the order of day and month: no cell tells them apart."""
    swapped = one.replace("%d", "\0").replace("%m", "%d").replace("\0", "%m")
    return one != other and swapped == other
