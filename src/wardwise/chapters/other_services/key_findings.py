"""Key findings: assaults that the hospital sees beside police violence, and deliberate fires."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.findings import Emergency, OtherServices
from wardwise.chapters.other_services.fire_claim import fire_claim
from wardwise.chapters.other_services.sureness import SURE
from wardwise.document.phrases import during, verdict_of
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding


def key_findings(found: OtherServices) -> tuple[KeyFinding, ...]:
    """One on injuries and one on fires, where they are held and can be compared."""
    told = (
        _injuries(found.emergency, found.area) if found.emergency else None,
        fire_claim(found.fires, found.area) if found.fires else None,
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
