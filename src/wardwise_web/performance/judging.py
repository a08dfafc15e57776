"""The colour of an indicator: from its target's profile, and grey where it cannot be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wardwise.document.words import rounded
from wardwise.domain.nothing import is_known
from wardwise.domain.period import Month
from wardwise.measures.targets.target_light import Light, TargetLight, target_light
from wardwise.measures.targets.target_to_date import target_to_date
from wardwise_web.core.jinja import day
from wardwise_web.performance.choices import Aim, Better, Kind
from wardwise_web.performance.models import Definition, Target
from wardwise_web.performance.periods import due_on, latest_expected, month_of
from wardwise_web.performance.series import Series, is_trial, value_of


SHAPES = {Light.GREEN: "●", Light.AMBER: "◆", Light.RED: "▲", Light.GREY: "○"}
WORDS = {
    Light.GREEN: "On target",
    Light.AMBER: "Near target",
    Light.RED: "Off target",
    Light.GREY: "Not judged",
}


@dataclass(frozen=True)
class Peers:
    """A place among the most similar partnerships, and the places that the data allow."""

    place: int
    best: int
    worst: int
    of_figure: str


@dataclass(frozen=True)
class Judged:
    """A colour with its shape, its word, its reason, and what would change it."""

    light: Light
    why: str
    would_change: str
    actual: float | None = None
    asked: float | None = None
    stretched: bool = False

    @property
    def word(self) -> str:
        """The colour's word."""
        return WORDS[self.light]

    @property
    def shape(self) -> str:
        """The colour's shape: no colour is needed."""
        return SHAPES[self.light]


def judged(
    series: Series | None, target: Target | None, *, on: date, peers: Peers | None = None
) -> Judged:
    """Grey with its reason, or green, amber or red by the target's profile."""
    grey = _grey(series, target, on=on)
    if grey is not None:
        return grey
    if series is None or target is None or target.asked is None:
        raise AssertionError("grey is for these")
    if target.aim == Aim.PEERS:
        return _by_peers(target, peers)
    return _by_profile(series, target, on=on)


def _not(why: str, would_change: str) -> Judged:
    return Judged(Light.GREY, why, would_change)


def _grey(series: Series | None, target: Target | None, *, on: date) -> Judged | None:
    """In the order in which the reasons weigh; None where a colour can be given."""
    if series is None or not series.points:
        return _not("No reading yet.", "It needs a definition and readings.")
    definition = series.definition
    if target is None:
        return _not("No target is set for this year.", "A target, or a reason for none.")
    if target.aim == Aim.NONE:
        why = f"No target, by design: {target.because.rstrip('.')}."
        return _not(why, "Nothing: it is watched alone.")
    if definition.better == Better.NEITHER:
        return _not("Which way is better is not agreed.", "An agreed direction.")
    expected = latest_expected(definition, on=on, step_from=series.points[0].period.first)
    if expected is None or expected < month_of(target.starts):
        first = month_of(target.starts)
        words = f"The first reading of the year, due on {day(due_on(first, definition))}."
        return _not("The year has no reading yet.", words)
    return _late(series, target, expected) or _unsound(series, target, expected)


def _late(series: Series, target: Target, expected: Month) -> Judged | None:
    start = month_of(target.starts)
    held = {one.period.first: one for one in series.points}
    month = start
    while month <= expected:
        point = held.get(month)
        if point is None or point.reading is None:
            due = due_on(month, series.definition)
            return _not(
                f"Late: {_label(month, series.definition)} was due on {day(due)}.",
                f"The reading of {_label(month, series.definition)}.",
            )
        if point.numerator is None:
            told = f"{_label(month, series.definition)} is {point.reading.state}"
            return _not(f"Missing: {told}: {point.reading.reason}.", "That number.")
        month = month.plus(series.definition.months)
    return None


def _unsound(series: Series, target: Target, expected: Month) -> Judged | None:
    since = month_of(target.baseline_first or target.starts)
    broken = series.breaks_between(since, expected)
    if broken:
        when = month_of(broken[0].month).label
        why = f"The definition broke in {when}: {broken[0].what}."
        return _not(why, "A target with a baseline after the break.")
    if is_trial(series):
        return _not("On trial: fewer than 12 points since the series began.", "Twelve points.")
    return None


def _by_profile(series: Series, target: Target, *, on: date) -> Judged:
    definition = series.definition
    points = [one for one in series.points if one.period.first >= month_of(target.starts)]
    expected = latest_expected(definition, on=on, step_from=series.points[0].period.first)
    points = [one for one in points if expected and one.period.first <= expected]
    actual = value_of(tuple(points), definition)
    if not is_known(actual) or target.asked is None:
        return _not("The year so far is not known.", "Every reading of the year.")
    asked = _to_date(target, target.asked, definition, len(points))
    found = target_light(
        actual=float(actual),  # type: ignore[arg-type]
        target=asked,
        tolerance_percent=float(definition.tolerance_percent),
        lower_is_better=definition.better == Better.LOWER,
    )
    return Judged(
        found.light,
        f"{known_in_words(float(actual), definition)} so far; the profile asks"  # type: ignore[arg-type]
        f" {known_in_words(asked, definition)} by now.",
        _edges(found, definition),
        float(actual),  # type: ignore[arg-type]
        asked,
        _is_stretched(target, definition, float(actual), len(points)),  # type: ignore[arg-type]
    )


def _to_date(target: Target, asked: float, definition: Definition, done: int) -> float:
    return target_to_date(
        target=asked,
        baseline=target.baseline if target.baseline is not None else asked,
        profile=target.profile,
        done=min(done, len(target.profile)),
        of="total" if definition.kind == Kind.COUNT else "level",
    )


def _is_stretched(target: Target, definition: Definition, actual: float, done: int) -> bool:
    if target.stretch is None:
        return False
    edge = _to_date(target, target.stretch, definition, done)
    return actual <= edge if definition.better == Better.LOWER else actual >= edge


def _edges(found: TargetLight, definition: Definition) -> str:
    lower = definition.better == Better.LOWER
    side = "or fewer" if lower else "or more"
    if definition.kind != Kind.COUNT:
        side = "or less" if lower else "or more"
    green, amber = (known_in_words(one, definition) for one in (found.green_at, found.amber_at))
    past = "above" if lower else "below"
    told = {
        Light.GREEN: f"Amber {past} {green}, red {past} {amber}.",
        Light.AMBER: f"Green at {green} {side}; red {past} {amber}.",
        Light.RED: f"Amber at {amber} {side}, green at {green} {side}.",
    }
    return told[found.light]


def known_in_words(value: float, definition: Definition) -> str:
    """A known value in the unit's precision, with its sign of percent."""
    text = rounded(value, 0 if definition.kind == Kind.COUNT else 1)
    return f"{text}%" if definition.kind == Kind.SHARE and definition.per == 100 else text


def _by_peers(target: Target, peers: Peers | None) -> Judged:
    """Green only where every place that the data allow meets it; 1 is the highest rate."""
    if peers is None or target.asked is None:
        return _not("The build gives no place among peers.", "A build with the comparison.")
    asked = round(target.asked)
    if peers.best >= asked:
        light = Light.GREEN
    else:
        light = Light.AMBER if peers.worst >= asked else Light.RED
    return Judged(
        light,
        f"Place {peers.place} ({peers.best} to {peers.worst}), 1 the highest rate;"
        f" {asked} or below is asked ({peers.of_figure}).",
        f"Green once every place that the data allow is {asked} or below.",
        float(peers.place),
        float(asked),
    )


def _label(month: Month, definition: Definition) -> str:
    last = month.plus(definition.months - 1)
    return month.label if definition.months == 1 else f"{month.label} to {last.label}"
