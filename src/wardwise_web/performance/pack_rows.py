"""What a pack holds, as far as its audience may read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wardwise.disclosure.published_count import published_count
from wardwise.domain.nothing import Value, Withheld
from wardwise.measures.targets.target_light import Light
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.people.models import Partnership
from wardwise_web.performance.choices import Audience, Kind
from wardwise_web.performance.models import Definition, Pack
from wardwise_web.performance.selectors import Standing, scorecard_of
from wardwise_web.performance.series import Point, value_of
from wardwise_web.plan.presenters import ActionRow, row_of
from wardwise_web.plan.selectors import actions_of


@dataclass(frozen=True)
class Line:
    """One indicator of the pack with its latest value as this audience sees it."""

    standing: Standing
    latest: Point | None
    value: Value | None
    is_rounded: bool


@dataclass(frozen=True)
class PackRows:
    """Everything, on the day that the pack is made of."""

    on: date
    lines: tuple[Line, ...]
    actions: tuple[ActionRow, ...]
    missing: tuple[str, ...]

    def many(self, light: Light) -> int:
        """How many indicators have a colour."""
        return sum(1 for one in self.lines if one.standing.judged.light is light)


def rows_of(pack: Pack, reader: Actor) -> PackRows:
    """Rows with the reader's own rights: what a reader may not open is not in the pack."""
    on = pack.asked_at.date()
    partnership = pack.cycle.partnership
    lines = lines_for(Audience(pack.audience), partnership, reader, on=on)
    actions = tuple(row_of(one, on=on) for one in actions_of(pack.cycle, reader))
    return PackRows(on, lines, actions, _missing(lines, actions))


def lines_for(
    audience: Audience, partnership: Partnership, reader: Actor, *, on: date
) -> tuple[Line, ...]:
    """Every indicator that the reader may read, with its latest value as the audience sees it."""
    return tuple(_line(one, audience) for one in scorecard_of(partnership, reader, on=on))


def _line(standing: Standing, audience: Audience) -> Line:
    series = standing.series
    latest = series.points[-1] if series and series.points else None
    if series is None or latest is None:
        return Line(standing, None, None, False)
    value = value_of((latest,), series.definition)
    came_from_us = latest.reading is not None and latest.reading.came_by != "build"
    if audience != Audience.PUBLIC or not came_from_us or series.definition.kind == Kind.VALUE:
        return Line(standing, latest, value, False)
    return Line(standing, latest, published_value(latest, series.definition), True)


def published_value(point: Point, definition: Definition) -> Value:
    """A partner's number for the public, from rounded counts; a share tells of the others too."""
    if point.numerator is None:
        return Withheld(point.reading.reason if point.reading else "not held")
    counted = published_count(point.numerator)
    if isinstance(counted, Withheld) or not point.denominator:
        return counted
    if definition.kind != Kind.SHARE:
        return definition.per * counted / point.denominator
    others = published_count(max(0.0, point.denominator - point.numerator))
    if isinstance(others, Withheld):
        return others
    return definition.per * counted / (counted + others)


def _missing(lines: tuple[Line, ...], actions: tuple[ActionRow, ...]) -> tuple[str, ...]:
    """What is late or not there, in words."""
    told = []
    for line in lines:
        why = line.standing.judged.why
        code = line.standing.indicator.code
        if why.startswith(("Late", "Missing", "No reading")):
            told.append(f"{code}: {why}")
        if line.standing.judged.light is Light.RED and line.standing.corrective is None:
            told.append(f"{code}: red, and no corrective action is given.")
        if line.standing.commentary is None:
            told.append(f"{code}: no commentary by its owner.")
    told += [
        f"{row.action.code}: {row.standing.why}" for row in actions if row.standing.word == "Stale"
    ]
    return tuple(told)
