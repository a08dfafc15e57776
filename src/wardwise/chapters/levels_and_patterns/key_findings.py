"""The chapter's key findings: the whole, and each group that a test lets us speak of."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns.findings import GroupLevel
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.text import say
from wardwise.document.words import whole as whole_number
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.verdict import Verdict
from wardwise.figures.changes import is_firm
from wardwise.figures.desk import Desk
from wardwise.figures.held_part import told_with


RECORDING = "a change in how offences are reported to the police or recorded by them"
DRIFT = "a run of odd months that need not last"
MISSING = "a change in how many of the offences reach the open records"
MUCH_IS_MISSING = "much of what was published is missing from the records"
CHANGES = (Verdict.ROSE, Verdict.FELL)


def key_findings(
    desk: Desk, whole: GroupLevel, groups: tuple[GroupLevel, ...], disorder: GroupLevel | None
) -> tuple[KeyFinding, ...]:
    """The whole first, then groups that changed, by what they contribute."""
    moved = [level for level in groups if verdict_of(level.change) in CHANGES]
    moved.sort(key=lambda level: -_size(level))
    others = [disorder] if disorder and verdict_of(disorder.change) in CHANGES else []
    return tuple(_finding(desk, level) for level in (whole, *moved, *others))


def _size(level: GroupLevel) -> float:
    share = level.contribution
    return abs(share.number) if share and share.status == "known" else 0.0


def _finding(desk: Desk, level: GroupLevel) -> KeyFinding:
    name = level.offence or ALL_RECORDED_CRIME
    claim = say(
        "{name} in {place}: {n} in {period}; the count {changed}{held}.",
        name=name,
        place=desk.area.name,
        n=whole_number(level.years[2]),
        period=desk.latest.label,
        changed=changed(level.change),
        held=say(", {told}", told=told_with(level.held_only)) if level.held_only else "",
    )
    verdict = verdict_of(level.change)
    firm = is_firm(
        desk, area=desk.area, period=desk.latest, before=desk.before, offence=level.offence
    )
    return KeyFinding(
        claim=str(claim),
        figures=(level.years[2], level.years[1], *_told(level.held_only), level.change),
        sureness=_sureness(verdict, firm=firm and level.held_only is None),
        why_sure=MUCH_IS_MISSING if level.held_only else _why_sure(verdict, firm=firm),
        alternatives=_alternatives(verdict, firm=firm) + ((MISSING,) if level.held_only else ()),
        gap="What police records cannot show: offences that were never reported.",
        area=desk.area,
        offence=level.offence,
        direction=verdict,
        weight=_size(level),
        held_only=level.held_only,
    )


def _told(share: Figure | None) -> tuple[Figure, ...]:
    return (share,) if share else ()


def _alternatives(verdict: Verdict, *, firm: bool) -> tuple[str, ...]:
    if verdict not in CHANGES:
        return ()
    return (RECORDING,) if firm else (RECORDING, DRIFT)


def _sureness(verdict: Verdict, *, firm: bool) -> Sureness:
    if verdict in CHANGES:
        return Sureness.HIGH if firm else Sureness.MODERATE
    return Sureness.MODERATE if verdict is Verdict.NO_CLEAR_CHANGE else Sureness.LOW


def _why_sure(verdict: Verdict, *, firm: bool) -> str:
    if verdict in CHANGES and firm:
        return "the interval of the change leaves out nought, even if odd months go together"
    if verdict in CHANGES:
        return "the interval leaves out nought, but not if odd months go together"
    if verdict is Verdict.NO_CLEAR_CHANGE:
        return "a change too small for the test to see is not ruled out"
    return "the two periods cannot be compared"
