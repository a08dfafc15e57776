"""The key finding: how many cases the conferences heard, and how many were repeats."""

from __future__ import annotations

from wardwise.chapters.conferences.findings import ConferenceFindings, Conferences
from wardwise.document.phrases import changed, during
from wardwise.document.text import say
from wardwise.document.words import between, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.finding import KeyFinding, Sureness


def key_findings(found: ConferenceFindings) -> tuple[KeyFinding, ...]:
    """What the conferences heard, where the return is held."""
    told = _heard(found.conferences, found.area) if found.conferences else None
    return (told,) if told else ()


def _heard(found: Conferences, area: Area) -> KeyFinding | None:
    if not found.heard.is_known or found.change is None or found.change.status != "known":
        return None
    claim = say(
        "Conferences on domestic abuse heard {n} cases in {place} {period}; the number {changed}.",
        n=whole(found.heard.count),
        place=area.name,
        period=during(found.span.whole),
        changed=changed(found.change),
    )
    figures = claim.figures
    if found.repeats and found.repeats.share.status == "known":
        repeats = say(
            "{share} ({range}) were repeats.",
            share=percent(found.repeats.share),
            range=between(found.repeats.share, 1, "%"),
        )
        claim, figures = claim + say(" ") + repeats, (*figures, *repeats.figures)
    brief = f"domestic abuse conferences heard {whole(found.heard.count).text} cases"
    if found.repeats and found.repeats.share.status == "known":
        brief += f" ({percent(found.repeats.share).text} repeats)"
    return KeyFinding(
        brief=brief,
        claim=str(claim),
        figures=figures,
        sureness=Sureness.MODERATE,
        why_sure="every case heard is counted; who is referred is a judgement of each agency",
        alternatives=("more people at high risk being found, rather than more abuse",),
        gap="What became of the people afterwards.",
        area=area,
    )
