"""The table of indicators that a pack and the annual plan share, and readings as figures."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.text import Number, Text
from wardwise.document.words import decimal, whole
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import Value
from wardwise.domain.period import Period
from wardwise_web.performance.choices import Kind
from wardwise_web.performance.pack_rows import Line
from wardwise_web.performance.series import direction_now


LEFT = Align.LEFT


def plain(words: str) -> Text:
    """Words as they are: people's own may hold braces."""
    return Text((words,))


def scorecard(lines: Sequence[Line], area: Area) -> Table:
    """Every indicator with its latest reading, its colour and its direction."""
    return Table(
        name="scorecard",
        caption="Every indicator against its target's profile",
        columns=(
            Column("Indicator", LEFT),
            Column("Latest"),
            Column("Period", LEFT, quiet=True),
            Column("Against target", LEFT),
            Column("Over the year", LEFT),
        ),
        rows=tuple(_score(one, area) for one in lines),
        notes=_notes(lines),
        source="The partnership's register of indicators",
    )


def _notes(lines: Sequence[Line]) -> tuple[Text, ...]:
    found = [
        plain("[x] not known; [c] withheld. ● on target, ◆ near it, ▲ off it, ○ not judged."),
        plain(
            "Over the year: the last twelve months against the twelve before, by the exact"
            " conditional test and never by two points."
        ),
    ]
    if any(one.is_rounded for one in lines):
        found.append(
            plain(
                "Partners' own counts are rounded to the nearest five, and those below eight are"
                " withheld."
            )
        )
    return tuple(found)


def _score(line: Line, area: Area) -> tuple[str | Number | Text, ...]:
    standing = line.standing
    light = standing.judged
    verdict = direction_now(standing.series)[0] if standing.series else None
    return (
        str(standing.indicator),
        _number(line, area) if line.latest is not None else "–",
        line.latest.period.label if line.latest is not None else "",
        f"{light.shape} {light.word}",
        str(verdict or "no test"),
    )


def figure_of(line: Line, area: Area, value: Value, period: Period) -> Figure:
    """A reading as a figure of the pack; one from the build says which figure it is."""
    series = line.standing.series
    if series is None:
        raise AssertionError("a line with a value has a series")
    reading = line.latest.reading if line.latest else None
    of_build = f"; the build's figure {reading.figure_id}" if reading and reading.figure_id else ""
    return Figure(
        measure="indicator_reading",
        offence=None,
        area=area,
        period=period,
        value=value,
        unit=_unit(series.definition.kind),
        sources=(series.definition.source,),
        method=f"{series.definition.numerator}{of_build}",
        detail=str(line.standing.indicator),
    )


def _unit(kind: str) -> Unit:
    return {Kind.SHARE: Unit.PERCENT, Kind.RATE: Unit.RATIO, Kind.VALUE: Unit.SCORE}.get(
        Kind(kind), Unit.RECORDS
    )


def _number(line: Line, area: Area) -> Number:
    if line.latest is None or line.value is None:
        raise AssertionError("asked only where there is a point")
    return printed(line, figure_of(line, area, line.value, line.latest.period))


def printed(line: Line, figure: Figure) -> Number:
    """Whole where it is a count."""
    series = line.standing.series
    is_count = series is not None and series.definition.kind == Kind.COUNT
    return whole(figure) if is_count else decimal(figure)
