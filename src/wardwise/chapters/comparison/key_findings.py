"""The chapter's key findings: the whole, and the offences that stand furthest out."""

from __future__ import annotations

from wardwise.chapters.comparison.findings import Published, Standing
from wardwise.chapters.comparison.places import is_high, is_low, place_words
from wardwise.document.text import say
from wardwise.document.words import decimal
from wardwise.domain.evidence import NotHeld
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.figures.desk import Desk
from wardwise.reference.load import load_table


MOST = 3
FEW = 20  # offences: under so many a rate is mostly chance
RECORDING = "forces differ in how fully they record what is reported to them"
VISITORS = "the rate is by residents, and takes no account of who visits, works or shops there"
GAP = "Offences that were never reported, and the people who were there besides residents."


def key_findings(desk: Desk, published: Published | NotHeld) -> tuple[KeyFinding, ...]:
    """All recorded crime, then what is beyond chance above the middle, furthest first."""
    if isinstance(published, NotHeld) or published.whole.ours.status != "known":
        return ()
    above = standing_out(published.standings, high=True)[:MOST]
    return tuple(_finding(desk, one) for one in (published.whole, *above))


def standing_out(standings: tuple[Standing, ...], *, high: bool) -> list[Standing]:
    """Offences that no others are part of, clear of the middle, the furthest first."""
    test = is_high if high else is_low
    found = [
        one for one in drawn(standings) if one.leaf and test(one) and one.above.status == "known"
    ]
    return sorted(found, key=lambda one: -abs(one.above.number))


def drawn(standings: tuple[Standing, ...]) -> list[Standing]:
    """Offences with enough counted for a picture, by residents."""
    return [
        one
        for one in standings
        if one.offence
        and not one.households
        and one.above.status == "known"
        and one.count.status == "known"
        and one.count.number >= FEW
    ]


def _finding(desk: Desk, one: Standing) -> KeyFinding:
    name = one.offence or ALL_RECORDED_CRIME
    claim = say(
        "{name}: {rate} for every 1,000 residents of {place}, {rank}; the middle one of the "
        "others had {middle}.",
        name=name,
        rate=decimal(one.ours),
        place=desk.area.name,
        rank=place_words(one.among_similar, "similar partnerships"),
        middle=decimal(one.similar),
    )
    clear = is_high(one) or is_low(one)
    return KeyFinding(
        claim=str(claim),
        figures=(one.ours, one.similar, one.force, one.country, one.among_similar.figure),
        sureness=Sureness.HIGH if clear else Sureness.MODERATE,
        why_sure="every place that the data allow is on the same side of the middle"
        if clear
        else "the places that the data allow are on both sides of the middle",
        alternatives=_instead(one.offence),
        gap=GAP,
        area=desk.area,
        offence=one.offence,
        weight=abs(one.above.number) if one.above.status == "known" else 0.0,
    )


def _instead(offence: str | None) -> tuple[str, ...]:
    """What the reference table says of the offence, where it says anything."""
    reading = load_table("offence_reading").by("candidate").get((offence,))
    told = (str(reading["instead"]),) if reading else ()
    return (*told, RECORDING, VISITORS)
