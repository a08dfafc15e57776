"""One key finding: the offence whose risk stays highest above chance, and the others by name."""

from __future__ import annotations

from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.chapters.near_repeats.words import answer
from wardwise.domain.finding import KeyFinding, Sureness


BURSTS = (
    "a burst of crime in a small area for another cause: an event, a closed street, one series",
    "the same people, not yet caught, at work nearby",
)


def key_findings(found: NearRepeatFindings) -> tuple[KeyFinding, ...]:
    """Nothing where no offence has a window."""
    told = found.with_window
    if not told:
        return ()
    claim = answer(found)
    first = told[0].window
    figures = (first.percent_above, first.pairs, first.by_chance) if first else ()
    return (
        KeyFinding(
            claim=str(claim),
            figures=figures,
            sureness=Sureness.HIGH,
            why_sure="dates were dealt out anew over the same places 999 times, and every band of "
            "distance and time and every offence that was looked at is allowed for",
            alternatives=BURSTS,
            gap="Whether neighbours were told in time, and what came of it.",
            area=found.area,
            offence=told[0].offence,
            weight=1.0,
        ),
    )
