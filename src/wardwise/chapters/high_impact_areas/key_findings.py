"""The chapter's key finding: what the areas hold beside their people."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.reading import (
    areas_in_words,
    by_number,
    judged_later,
    on_chance,
)
from wardwise.document.text import say
from wardwise.document.words import decimal, percent
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.high_impact import HighImpact


VISITORS = "an effect of shops, stations and the night-time economy, whose visitors live elsewhere"


def key_findings(desk: Desk, found: HighImpact | NotKnown) -> tuple[KeyFinding, ...]:
    """One, where there are areas."""
    if isinstance(found, NotKnown):
        return ()
    claim = say(
        "{areas}, where {people} of residents live, held {share} of recorded crime, {times} times "
        "{their} share.",
        areas=areas_in_words(found),
        people=percent(found.residents.share),
        share=percent(found.crime.share),
        times=decimal(found.crime.quotient),
        their=by_number(found, "its", "their"),
    )
    beyond = found.crime.beyond_chance
    why = on_chance(found.crime)
    return (
        KeyFinding(
            claim=str(claim),
            figures=(found.crime.quotient, found.crime.share, found.residents.share),
            sureness=Sureness.HIGH if beyond else Sureness.MODERATE,
            why_sure=f"{why}{judged_later(found)}",
            alternatives=(VISITORS,),
            gap="How many people are there by day and by night.",
            area=desk.area,
            weight=0.8,
        ),
    )
