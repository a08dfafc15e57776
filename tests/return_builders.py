"""Small returns for worked examples: a line for each number, and a desk that holds them."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import desk_with
from wardwise.domain.period import Month, Period
from wardwise.domain.returns import PartnerReturn, ReturnLine
from wardwise.figures.chapter import Chapter
from wardwise.figures.desk import Desk


MONTHLY = {"Burglary": [4] * 24, "Drugs": [5] * 24}
LAST = Month(2024, 12)


def year(number: int) -> Period:
    """A calendar year."""
    return Period.ending(Month(number, 12))


def line(item: str, period: Period, value: float | None, **more: object) -> ReturnLine:
    """One number of a return."""
    told = ReturnLine(item=item, period=period, category="", cohort="", value=value)
    return replace(told, **more)  # type: ignore[arg-type]


def return_of(dataset: str, *lines: ReturnLine) -> PartnerReturn:
    """A return whose words are our names."""
    called = {one.item: (one.item,) for one in lines}
    return PartnerReturn(dataset, lines, ("",), ("Made up",), "OFFICIAL", called)


def desk_of(*returns: PartnerReturn) -> Desk:
    """A desk with those returns, and nothing else of partners."""
    if not returns:
        return desk_with(MONTHLY, last=LAST)
    return desk_with(MONTHLY, last=LAST, returns={one.dataset: one for one in returns})


def words_of(chapter: Chapter, desk: Desk) -> str:
    """Every word that the chapter prints outside tables and pictures."""
    section = chapter.write(chapter.analyse(desk))
    return " ".join(
        str(getattr(block, "text", "")) for part in section.walk() for block in part.blocks
    )
