"""The chapter's key findings: the group that weighs most, and the change of the whole."""

from __future__ import annotations

from wardwise.chapters.harm.findings import GroupHarm
from wardwise.document.initials import small
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.text import say
from wardwise.document.words import percent
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk


MIX = (
    "the partnership's own offences of the group may be lighter or graver than the force's, whose "
    "mean they are given"
)
RECORDING = "better recording of grave offences, which raises a harm score though nobody did more"
GAP = "The offence codes of the partnership's own records, from the police force."


def key_findings(
    desk: Desk, groups: tuple[GroupHarm, ...], change: Figure, count_change: Figure
) -> tuple[KeyFinding, ...]:
    """What weighs most; and the change, where a test finds one in harm or in the count."""
    first = groups[0]
    found = []
    if first.share.status == "known":
        found.append(_heaviest(desk, groups))
    harm_verdict = verdict_of(change)
    if harm_verdict not in (Verdict.NOT_COMPARABLE, verdict_of(count_change)):
        found.append(_apart(desk, change, count_change))
    return tuple(found)


def _heaviest(desk: Desk, groups: tuple[GroupHarm, ...]) -> KeyFinding:
    first = groups[0]
    claim = say(
        "By severity {group} made up {share} of the harm recorded in {place}, and {counts} of the "
        "offences.",
        group=small(first.offence),
        share=percent(first.share, 0),
        place=desk.area.name,
        counts=percent(first.count_share, 0),
    )
    stays = first.by_typical.number == max(group.by_typical.number for group in groups)
    return KeyFinding(
        claim=str(claim),
        figures=(first.share, first.count_share, first.by_typical),
        sureness=Sureness.MODERATE if stays else Sureness.LOW,
        why_sure="it comes first by the mean weight and by the weight of the middle offence"
        if stays
        else "it comes first by the mean weight, and not by the weight of the middle offence",
        alternatives=(MIX,),
        gap=GAP,
        area=desk.area,
        offence=first.offence,
    )


def _apart(desk: Desk, change: Figure, count_change: Figure) -> KeyFinding:
    claim = say(
        "Weighed by severity, recorded crime in {place} {harm}; the count {count}.",
        place=desk.area.name,
        harm=changed(change),
        count=changed(count_change),
    )
    return KeyFinding(
        claim=str(claim),
        figures=(change, count_change),
        sureness=Sureness.MODERATE,
        why_sure="the test allows for each group's own variation, but not for a change of the mix "
        "inside a group",
        alternatives=(RECORDING, MIX),
        gap=GAP,
        area=desk.area,
        direction=verdict_of(change),
    )
