"""Key findings: assaults that the hospital sees beside police violence, and deliberate fires."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.findings import Emergency, Fires, OtherServices
from wardwise.document.phrases import during, verdict_of
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.verdict import Verdict


SURE = {
    Verdict.ROSE: (Sureness.HIGH, "the interval of the change leaves out nought"),
    Verdict.FELL: (Sureness.HIGH, "the interval of the change leaves out nought"),
    Verdict.NO_CLEAR_CHANGE: (
        Sureness.MODERATE,
        "a change too small for the test to see is not ruled out",
    ),
}


def key_findings(found: OtherServices) -> tuple[KeyFinding, ...]:
    """One on injuries and one on fires, where they are held and can be compared."""
    told = (
        _injuries(found.emergency, found.area) if found.emergency else None,
        _fires(found.fires, found.area) if found.fires else None,
    )
    return tuple(one for one in told if one)


def _injuries(found: Emergency, area: Area) -> KeyFinding | None:
    verdict = verdict_of(found.service.change)
    if verdict not in SURE:
        return None
    claim = say(
        "The emergency department treated {n} people after an assault in {place} {period}; the "
        "number {changed}.",
        n=whole(found.service.count),
        place=area.name,
        period=during(found.service.count.period),
        changed=how_changed(found.service),
    )
    if found.police:
        claim = claim + say(
            " Over the same months police-recorded {what} {changed}.",
            what=found.police.plural,
            changed=how_changed(found.service, found.police.change),
        )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=SURE[verdict][0],
        why_sure=SURE[verdict][1],
        alternatives=(
            "more or fewer of those who are hurt coming to this department, rather than violence",
        ),
        gap="Whether the police were told of each, which the department does not say.",
        area=area,
        direction=verdict,
    )


def _fires(found: Fires, area: Area) -> KeyFinding | None:
    verdict = verdict_of(found.deliberate.change)
    if verdict not in SURE:
        return None
    claim = say(
        "The fire service attended {n} deliberate fires in {place} {period}; the number {changed}.",
        n=whole(found.deliberate.count),
        place=area.name,
        period=during(found.deliberate.count.period),
        changed=how_changed(found.deliberate),
    )
    return KeyFinding(
        claim=str(claim),
        figures=claim.figures,
        sureness=SURE[verdict][0],
        why_sure=SURE[verdict][1],
        alternatives=("dry weather, or fires that are called deliberate more readily",),
        gap="Who set them, and fires to which nobody was called.",
        area=area,
        direction=verdict,
    )
