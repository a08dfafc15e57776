"""What a key finding rests on, in words: the figure, and of what, where and when."""

from __future__ import annotations

from wardwise.document.text import Number
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.offences import ALL_RECORDED_CRIME


# The printed words already say these units
SAID_BY_THE_TEXT = {Unit.PERCENT, Unit.RANK}


def about(figure: Figure) -> str:
    """``Shoplifting, Northgate, May 2023 to April 2024``; the detail where there is one."""
    parts = (
        figure.offence or ALL_RECORDED_CRIME,
        figure.detail,
        figure.area.name,
        figure.period.label,
    )
    return ", ".join(part for part in parts if part)


def with_unit(number: Number) -> str:
    """``2,860 offences``; the words alone where they say the unit or there is no number."""
    if number.figure.unit in SAID_BY_THE_TEXT or number.figure.status != "known":
        return number.text
    return f"{number.text} {number.figure.unit}"


def basis(number: Number) -> str:
    """One line of what a finding rests on."""
    return f"{with_unit(number)}: {about(number.figure)}"
