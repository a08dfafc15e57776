"""From rows of performance to what a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.document.words import rounded
from wardwise.domain.nothing import NotKnown, Value, Withheld
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.performance.choices import Aim, Kind
from wardwise_web.performance.judging import known_in_words
from wardwise_web.performance.models import Definition, Reading, Target
from wardwise_web.performance.periods import month_of
from wardwise_web.performance.selectors import Standing
from wardwise_web.performance.series import (
    Series,
    YearRow,
    direction_now,
    tested,
    three_years,
    value_of,
)
from wardwise_web.plan.models import Indicator


@dataclass(frozen=True)
class Card:
    """A line of the scorecard in words."""

    indicator: Indicator
    light: str
    shape: str
    word: str
    why: str
    would_change: str
    latest: str
    latest_period: str
    target: str
    baseline: str
    direction: str
    direction_how: str
    peers: str
    stretched: bool


def number_of(value: Value, definition: Definition) -> str:
    """A value in the unit's precision; [x] and [c] where there is none."""
    match value:
        case NotKnown():
            return "[x]"
        case Withheld():
            return "[c]"
    return known_in_words(value, definition)


def card_of(standing: Standing) -> Card:
    """One indicator in words."""
    series, light = standing.series, standing.judged
    last = series.points[-1] if series and series.points else None
    verdict, how = direction_now(series) if series else (None, "no definition")
    peers = standing.peers
    return Card(
        indicator=standing.indicator,
        light=str(light.light),
        shape=light.shape,
        word=light.word + (", and the stretch is met" if light.stretched else ""),
        why=light.why,
        would_change=light.would_change,
        latest=number_of(value_of((last,), series.definition), series.definition)
        if series and last
        else "–",
        latest_period=last.period.label if last else "",
        target=_target(standing.target, series),
        baseline=_baseline(standing.target, series),
        direction=str(verdict or "no test"),
        direction_how=how,
        peers=f"{peers.place} ({peers.best} to {peers.worst})" if peers else "",
        stretched=light.stretched,
    )


def _target(target: Target | None, series: Series | None) -> str:
    if target is None or series is None:
        return "None set"
    if target.asked is None:
        return "None, by design"
    if target.stretch is not None:
        base, stretch = (
            number_of(one, series.definition) for one in (target.asked, target.stretch)
        )
        return f"{base}, stretch {stretch}"
    return number_of(target.asked, series.definition)


def _baseline(target: Target | None, series: Series | None) -> str:
    if target is None or series is None or target.baseline is None:
        return ""
    return number_of(target.baseline, series.definition)


def luck_words(luck: float) -> str:
    """A chance as it is told: what rounds to nought or to certainty is said to be near it.

    >>> [luck_words(one) for one in (0.0004, 0.317, 0.998)]
    ['less than 1%', '32%', 'more than 99%']
    """
    if luck < 0.01:
        return "less than 1%"
    return "more than 99%" if luck > 0.99 else f"{100 * luck:.0f}%"


def aim_words(target: Target) -> str:
    """What kind of target it is, with what was said where that is a change."""
    told = str(target.get_aim_display())
    if target.aim != Aim.PERCENT or target.value is None:
        return told
    return f"{told} ({float(target.value):+g}%)".replace("-", "\u2212")


def profile_words(series: Series, target: Target) -> list[str]:
    """How much of the year's target is asked by the end of each period: April 8%, May 16% …"""
    first, months = month_of(target.starts), series.definition.months
    ends = [first.plus(months * (n + 1) - 1) for n in range(len(target.profile))]
    return [
        f"{end.label.split()[0]} {step:.0f}%"
        for end, step in zip(ends, target.profile, strict=True)
    ]


def year_rows(series: Series) -> list[dict[str, str]]:
    """The three-year table."""
    return [
        {
            "period": one.period.label,
            "value": number_of(one.value, series.definition),
            "change": change_in_words(one, series),
            "said": str(one.direction.verdict) if one.direction else one.why_not or "–",
            "how": tested(one.direction) if one.direction else "",
        }
        for one in three_years(series)
    ]


def change_in_words(row: YearRow, series: Series) -> str:
    """A change with its sign: in per cent, or of a share in percentage points."""
    if row.change is None:
        return "–"
    unit = " points" if series.definition.kind == Kind.SHARE else "%"
    return f"{row.change:+.1f}{unit}".replace("-", "\u2212")


def reading_rows(series: Series) -> list[dict[str, object]]:
    """Every period, the latest first, with where its number came from."""
    return [
        {
            "period": one.period.label,
            "value": number_of(value_of((one,), series.definition), series.definition),
            "numerator": _plain(one.numerator),
            "denominator": _plain(one.denominator),
            "came": came_from(one.reading),
            "figure": one.reading.figure_id if one.reading and one.reading.build_id else "",
            "reading": one.reading,
        }
        for one in reversed(series.points)
    ]


def _plain(value: float | None) -> str:
    return "" if value is None else rounded(value, 0 if value == int(value) else 1)


def came_from(reading: Reading | None) -> str:
    """Typed, a file, or the build's figure by its id."""
    if reading is None:
        return "Nothing came"
    if reading.came_by == "build" and reading.build is not None:
        return f"Figure {reading.figure_id}, run {reading.build.run}"
    return f"File {reading.file_name}" if reading.came_by == "file" else "Typed"


def scorecard_sheet(cards: Sequence[Card]) -> Sheet:
    """The scorecard as it leaves: the rows of the screen."""
    return Sheet(
        name="Scorecard",
        marking="OFFICIAL",
        headings=("Code", "Indicator", "Theme", "Owner", "Agency", "Latest", "Period", "Target",
                  "Against target", "Why", "What would change it", "Over the year", "How found",
                  "Among peers"),
        rows=[
            (
                one.indicator.code, one.indicator.name, one.indicator.theme,
                one.indicator.owner.name, one.indicator.owner_agency.name, one.latest,
                one.latest_period, one.target, f"{one.light}: {one.word}", one.why,
                one.would_change, one.direction, one.direction_how, one.peers,
            )
            for one in cards
        ],
    )  # fmt: skip
