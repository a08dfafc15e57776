"""What a key finding rests on, in words: the figure, and of what, where and when."""

from __future__ import annotations

from wardwise.document.text import Number
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.offences import ALL_RECORDED_CRIME


# The printed words say these units; what was measured has to be said beside them
SAID_BY_THE_TEXT = {Unit.PERCENT, Unit.RANK}


def about(figure: Figure) -> str:
    """``Shoplifting, Northgate, May 2023 to April 2024``; the detail where there is one."""
    parts = (
        figure.offence or ALL_RECORDED_CRIME,
        "" if _is_said_by_the_change(figure) else figure.detail,
        figure.area.name,
        figure.period.label,
    )
    return ", ".join(part for part in parts if part)


def _is_said_by_the_change(figure: Figure) -> bool:
    """A detail that only names the baseline, which stands before it already."""
    if figure.comparison is None:
        return False
    return figure.detail == f"against {figure.comparison.baseline_period}"


def with_unit(number: Number) -> str:
    """``2,860 offences``, ``+12.7% change on 2023``; the words alone where nothing is known."""
    figure = number.figure
    if figure.status != "known":
        return number.text
    if figure.unit not in SAID_BY_THE_TEXT:
        return f"{number.text} {figure.unit}"
    measured = figure.measure.removesuffix("_percent").replace("_", " ")
    if figure.comparison and measured == "change":
        measured += f" on {figure.comparison.baseline_period.label}"
    return f"{number.text} {measured}"


def basis(number: Number) -> str:
    """One line of what a finding rests on."""
    return f"{with_unit(number)}: {about(number.figure)}"
