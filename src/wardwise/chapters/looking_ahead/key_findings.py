"""What the chapter says to the summary: directions that a range allows, and alarms."""

from __future__ import annotations

from collections.abc import Iterator

from wardwise.chapters.looking_ahead.findings import GroupAhead
from wardwise.document.phrases import during
from wardwise.document.text import say
from wardwise.document.words import between, whole
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.figures.alarms import Alarm, Alarms
from wardwise.figures.desk import Desk
from wardwise.measures.time.forecast import Direction, Forecast


RECORDING = "a change in how offences are reported to the police or recorded by them"
SERIES = "a few prolific offenders, or one event with many offences"


def key_findings(
    desk: Desk, groups: tuple[GroupAhead, ...], found: Alarms
) -> tuple[KeyFinding, ...]:
    """Groups whose range leaves out the last year, then what alarmed, once for each group."""
    return (*_directions(desk, groups), *_alarms(desk, found))


def _directions(desk: Desk, groups: tuple[GroupAhead, ...]) -> Iterator[KeyFinding]:
    for one in groups:
        found = one.outlook.forecast
        if not isinstance(found, Forecast) or found.direction is Direction.NOT_CLEAR:
            continue
        claim = say(
            "{name} in {place} is {direction} if nothing changes: {n} ({limits}) {when}, after "
            "{before} in the last twelve months.",
            name=one.offence or ALL_RECORDED_CRIME,
            place=desk.area.name,
            direction=str(found.direction),
            n=whole(one.outlook.figure),
            limits=between(one.outlook.figure),
            when=during(one.outlook.year),
            before=whole(one.latest),
        )
        yield KeyFinding(
            claim=str(claim),
            figures=(one.outlook.figure, one.latest),
            sureness=Sureness.MODERATE,
            why_sure="the range leaves out the last twelve months, and such ranges were tried",
            alternatives=(RECORDING,),
            gap="what is planned is not known to a forecast",
            area=desk.area,
            offence=one.offence,
        )


def _alarms(desk: Desk, found: Alarms) -> Iterator[KeyFinding]:
    for one in worst_of_each(found):
        claim = say(
            "{name} in {place} stood out last quarter: {n} in the {when}, where {usual} is usual.",
            name=one.offence,
            place=desk.area.name,
            n=whole(one.count),
            when=one.when,
            usual=whole(one.usual),
        )
        yield KeyFinding(
            claim=str(claim),
            figures=(one.count, one.usual),
            sureness=Sureness.MODERATE,
            why_sure="it stands when it is allowed for how many were looked at",
            alternatives=(SERIES, RECORDING),
            gap="a count does not tell why",
            area=desk.area,
            offence=one.offence,
        )


def worst_of_each(found: Alarms) -> tuple[Alarm, ...]:
    """Of each group the alarm furthest above the usual, in the order of the groups."""
    worst: dict[str, Alarm] = {}
    for one in found.alarms:
        before = worst.get(one.offence)
        if before is None or _above(one) > _above(before):
            worst[one.offence] = one
    return tuple(worst.values())


def _above(one: Alarm) -> float:
    return one.count.number / max(one.usual.number, 0.5)
