"""The key finding on deliberate fires."""

from __future__ import annotations

from wardwise.chapters.other_services.changes import how_changed
from wardwise.chapters.other_services.findings import Fires
from wardwise.chapters.other_services.sureness import SURE
from wardwise.document.phrases import during, verdict_of
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding


def fire_claim(found: Fires, area: Area) -> KeyFinding | None:
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
