"""What a key finding rests on, in words: the figure, and of what, where and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from wardwise.document.phrases import listed
from wardwise.document.sources import OFFENCES, counted_in
from wardwise.document.text import Number
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import NAMES
from wardwise.render.basis_of_people import said_of_people


ON_PAPER = 3
"""Figures of one finding that the paper names; the others are in findings.json."""
# The printed words say these units; what was measured has to be said beside them
SAID_BY_THE_TEXT = {Unit.PERCENT, Unit.RANK}
SAID_BY_THE_NAME = {"theme"}  # details that the name of what is counted says already
IN_WORDS = {
    "share_of_places_holding": "of neighbourhoods hold half",
    "stable_places": "of the tenth with most were in it the year before",
    "outcome_share_percent": "of offences ended so",
    "rank_position": "by rate",
    "month_index": "where 100 is the average day",
}
"""Measure → what stands after its number; the others are said by unit or by name."""


def about(figure: Figure) -> str:
    """``Shoplifting, Northgate, May 2023 to April 2024``; the detail where there is one."""
    parts = (
        figure.offence or ALL_RECORDED_CRIME,
        _detail(figure),
        figure.area.name,
        figure.period.label,
    )
    return ", ".join(part for part in parts if part)


def _detail(figure: Figure) -> str:
    """What tells the figure from others of its measure, where the words have not said it."""
    if figure.measure == "stable_places" or _is_said_by_the_change(figure):
        return ""
    if said_of_people(figure) or figure.detail in SAID_BY_THE_NAME:
        return ""
    month = re.fullmatch(r"month (\d+)", figure.detail)
    return NAMES[int(month[1])] if month else figure.detail


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
    people = said_of_people(figure)
    if people:
        return f"{number.text} {people}"
    if figure.measure in IN_WORDS:
        return f"{number.text} {IN_WORDS[figure.measure]}"
    if figure.unit not in SAID_BY_THE_TEXT:
        return f"{number.text} {_unit(figure)}"
    measured = figure.measure.removesuffix("_percent").replace("_", " ")
    if figure.comparison and measured == "change":
        measured += f" on {figure.comparison.baseline_period.label}"
    return f"{number.text} {measured}"


def _unit(figure: Figure) -> str:
    """The unit in words: anti-social behaviour is counted in incidents."""
    source = figure.sources[0] if figure.sources else ""
    return str(figure.unit).replace(OFFENCES, counted_in(source, figure.offence))


def basis(*numbers: Number) -> str:
    """One line of what a finding rests on: numbers of one thing, place and time."""
    return f"{listed([with_unit(one) for one in numbers])}: {about(numbers[0].figure)}"


def basis_lines(numbers: Sequence[Number]) -> list[str]:
    """What a finding rests on, as paper has room for: the first few, and how many more.

    Numbers of one thing, place and time stand in one line, which says once what they are of.
    """
    more = len(numbers) - ON_PAPER
    # the line that counts one more would be as long as the one it spares
    shown = numbers if more < 2 else numbers[:ON_PAPER]
    lines = [basis(*same) for _, same in groupby(shown, key=lambda one: about(one.figure))]
    return lines if more < 2 else [*lines, f"and {more} more, which findings.json names"]
