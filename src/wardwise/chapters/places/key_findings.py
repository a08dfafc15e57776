"""The chapter's key findings: concentration, and every ward whose count changed."""

from __future__ import annotations

from wardwise.chapters.places.findings import PlaceLine
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.text import say
from wardwise.document.words import percent, whole
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.concentration_curve import Spread
from wardwise.figures.desk import Desk
from wardwise.figures.stable import Stability


VISITORS = (
    "an effect of where shops, stations and the night-time economy stand, and who comes there"
)
RECORDING = "a change in how offences are reported, recorded or placed on the map"
CHANGES = (Verdict.ROSE, Verdict.FELL)


def key_findings(
    desk: Desk, wards: tuple[PlaceLine, ...], spread: Spread | None, same: Stability
) -> tuple[KeyFinding, ...]:
    """Concentration first, then wards that changed beyond chance, the largest first."""
    concentrated = (_concentrated(desk, spread, same),) if spread else ()
    moved = [line for line in wards if verdict_of(line.change) in CHANGES]
    return (*concentrated, *(_moved(desk, line) for line in moved))


def _concentrated(desk: Desk, spread: Spread, same: Stability) -> KeyFinding:
    beyond = spread.beyond_chance
    claim = say(
        "Half of the offences in {place} were in {n} of {of} neighbourhoods, {share} of them; "
        "by chance alone half would be in {chance}.",
        place=desk.area.name,
        n=whole(spread.places),
        of=whole(spread.places_of),
        share=percent(spread.share.places),
        chance=percent(spread.chance_places),
    )
    stays = not isinstance(same.found, NotKnown) and same.found.p_value < 0.05
    return KeyFinding(
        claim=str(claim),
        figures=(spread.share.places, spread.places, spread.chance_places, same.overlap),
        sureness=Sureness.HIGH if beyond and stays else Sureness.MODERATE,
        why_sure=_why(beyond=beyond, stays=stays),
        alternatives=(VISITORS,),
        gap="Who was there: numbers of visitors, premises and hours by neighbourhood.",
        area=desk.area,
        weight=1.0,
    )


def _why(*, beyond: bool, stays: bool) -> str:
    if not beyond:
        return "chance alone would concentrate so many offences about as much"
    if stays:
        return "far beyond what chance gives, and largely in the same places in both years"
    return "beyond what chance gives, but not known to be in the same places in both years"


def _moved(desk: Desk, line: PlaceLine) -> KeyFinding:
    claim = say(
        "Recorded offences in {ward}: {n} in {period}; the count {changed}.",
        ward=line.area.name,
        n=whole(line.count),
        period=desk.latest.label,
        changed=changed(line.change),
    )
    return KeyFinding(
        claim=str(claim),
        figures=(line.change, line.count, line.rate),
        sureness=Sureness.HIGH,
        why_sure="the 99.8% interval of the change leaves out nought, though many wards are "
        "looked at",
        alternatives=(RECORDING, VISITORS),
        gap="What was done there in the year, and when.",
        area=line.area,
        direction=verdict_of(line.change),
    )
