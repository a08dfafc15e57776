"""The claims that a profile can make: each is made only where the evidence bears it."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.profile.findings import Evidence, Found, Geography
from wardwise.chapters.profile.kind import RARE_BELOW, Shape
from wardwise.chapters.profile.words import capital, rank_words
from wardwise.document.phrases import changed, listed, verdict_of
from wardwise.document.text import Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.figure import Figure
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import NAMES
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.seasons import Season
from wardwise.measures.place.share_of_places import PlacesHolding
from wardwise.measures.time.month_index import MonthIndex


CHANCE = 0.05
OCCASIONS = {Verdict.ROSE: "rise", Verdict.FELL: "fall"}


def change_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """The count, and what the test allows to be said of its change."""
    situation = evidence.situation
    if isinstance(situation, NotKnown):
        return None
    verdict = verdict_of(situation.change)
    rare = situation.volume.number < RARE_BELOW
    text = say(
        "{what} in {place} {changed}: {n} in {period}.",
        what=capital(evidence.reading.plural),
        place=desk.area.name,
        changed=changed(situation.change),
        n=whole(situation.volume),
        period=situation.volume.period.label,
    )
    sure = {
        Verdict.ROSE: (Sureness.HIGH, "the interval of the change leaves out nought"),
        Verdict.FELL: (Sureness.HIGH, "the interval of the change leaves out nought"),
        Verdict.NO_CLEAR_CHANGE: (
            Sureness.MODERATE,
            "a change too small for the test to see is not ruled out",
        ),
        Verdict.NOT_COMPARABLE: (Sureness.LOW, "the two years cannot be compared"),
    }[verdict]
    return _found(
        desk,
        evidence,
        text,
        figures=(situation.change, situation.volume, situation.rate),
        sure=(Sureness.LOW, "so few cases move by chance alone") if rare else sure,
        alternatives=situation.instead,
        gap="Offences that nobody reported, and those of the months since.",
        occasion="rare" if rare else OCCASIONS.get(verdict, "steady"),
        direction=verdict,
    )


def standing_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """Where the rate stands among similar partnerships, as far as the rank's range allows."""
    situation = evidence.situation
    if isinstance(situation, NotKnown) or evidence.shape is Shape.RARE:
        return None
    rank = situation.rank
    if rank is None or rank.status != "known" or rank.interval is None:
        return None
    middle = (situation.of + 1) / 2
    is_high, is_low = rank.interval.upper < middle, rank.interval.lower > middle
    opening = (
        "The rate is among the higher ones: {rank}"
        if is_high
        else "The rate is among the lower ones: {rank}"
        if is_low
        else "The rate cannot be told from the middle of similar partnerships: {rank}"
    )
    text = say(
        "{name}: " + opening[:1].lower() + opening[1:] + ".",
        name=evidence.name,
        rank=rank_words(rank, situation.of),
    )
    sure = Sureness.HIGH if is_high or is_low else Sureness.MODERATE
    return _found(
        desk,
        evidence,
        text,
        figures=(rank, situation.rate),
        sure=(sure, "the range of the rank is tested pair by pair"),
        alternatives=(
            "forces record differently, and most of the partnerships compared lie in other forces",
        ),
        gap="What the partnerships with clearly lower rates do otherwise.",
        occasion="level" if is_high else "",
    )


def season_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """The high months, where a test finds a season."""
    season = evidence.season
    if not isinstance(season, Season) or not season.is_seasonal:
        return None
    index = season.index
    if not isinstance(index, MonthIndex) or not index.high:
        return None
    top = max(range(12), key=lambda n: index.index[n])
    text = say(
        "{what} have a season: {months} above the average day, {top} most ({value} against 100).",
        what=capital(evidence.reading.plural),
        months=listed([NAMES[n] for n in index.high])
        + (" run" if len(index.high) > 1 else " runs"),
        top=NAMES[top + 1],
        value=whole(season.months[top]),
    )
    return _found(
        desk,
        evidence,
        text,
        figures=(season.months[top],),
        sure=(Sureness.MODERATE, f"the test finds a season, but in {index.years} years only"),
        alternatives=(
            "an event or one warm summer in so short a series",
            "longer days, in which more is seen and reported",
        ),
        gap="Hour and day of the week, which the force's extract holds.",
        occasion="season",
    )


def place_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """How few neighbourhoods hold half, where the places are the offence's own."""
    places = evidence.geography
    if not isinstance(places, Geography) or not is_own(evidence):
        return None
    held = places.concentration.found
    if not isinstance(held, PlacesHolding) or held.p_value >= CHANCE:
        return None
    text = say(
        "Half of {what} lies in {n} of {of} neighbourhoods ({share}), where chance would need "
        "{chance}.",
        what=(evidence.candidate.group or "").lower()
        if evidence.candidate.group_fit == "part"
        else f"all {evidence.reading.plural}",
        n=str(held.places),
        of=str(held.of),
        share=percent(places.concentration.places, 0),
        chance=percent(places.concentration.chance, 0),
    )
    lasting = (
        places.same_places.status == "known"
        and places.same_places.number >= 2 * places.same_by_chance
    )
    return _found(
        desk,
        evidence,
        text,
        figures=(places.concentration.places, places.concentration.chance, places.same_places),
        sure=(Sureness.HIGH, "chance would hardly give it, and the places last from year to year")
        if lasting
        else (Sureness.MODERATE, "chance would hardly give it, but the places move about"),
        alternatives=(
            "centres where many people come who do not live there",
            "published points, which gather a street's records at one spot",
        ),
        gap="The addresses, and which of them recur.",
        occasion="place",
    )


def is_own(evidence: Evidence) -> bool:
    """Whether months and places are the offence's own, or nearly all of the group is."""
    return not isinstance(evidence.situation, NotKnown) and evidence.situation.months is not None


def recording_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """That the count follows reporting or police activity rather than the offence."""
    situation, reading = evidence.situation, evidence.reading
    if isinstance(situation, NotKnown) or not (reading.is_hidden or reading.is_found):
        return None
    opening = (
        "The {n} {what} recorded in {period} count those who came forward, not those who were "
        "harmed."
        if reading.is_hidden
        else "The {n} {what} recorded in {period} count what the police found, and so where and "
        "how much they looked."
    )
    figures: tuple[Figure, ...] = (situation.rate, situation.volume)
    if situation.severity is not None and situation.severity.status == "known":
        figures = (*figures, situation.severity)
    return _found(
        desk,
        evidence,
        say(
            opening,
            n=whole(situation.volume),
            what=reading.plural,
            period=situation.volume.period.label,
        ),
        figures=figures,
        sure=(Sureness.HIGH, "it follows from how such offences come to be recorded"),
        alternatives=(),
        gap=f"{capital(reading.needs['victim'].needed)}, from {reading.needs['victim'].held_by}.",
        occasion="recording",
    )


def gap_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """What is not known of the people, or of the theme altogether."""
    situation, need = evidence.situation, evidence.reading.needs["offender"]
    gap = f"{capital(need.needed)}, from {need.held_by}."
    if isinstance(situation, NotKnown):
        text = say(
            "Nobody has counted {what} in {place}.",
            what=evidence.name.lower(),
            place=desk.area.name,
        )
        rests: tuple[Figure, ...] = (evidence.unscored,)
        occasion = "not counted"
    else:
        text = say(
            "Who commits {what} in {place}, and who suffers, is not known from open data.",
            what=evidence.reading.plural,
            place=desk.area.name,
        )
        endings = () if isinstance(evidence.endings, NotKnown) else evidence.endings
        rests = tuple(one.share for one in endings) or (situation.volume,)
        occasion = "unknown"
    return _found(
        desk,
        evidence,
        text,
        figures=rests,
        sure=(Sureness.HIGH, "the sources that are held say nothing of it"),
        alternatives=(),
        gap=gap,
        occasion=occasion,
    )


def _found(
    desk: Desk,
    evidence: Evidence,
    text: Text,
    *,
    figures: Sequence[Figure],
    sure: tuple[Sureness, str],
    alternatives: tuple[str, ...],
    gap: str,
    occasion: str,
    direction: Verdict | None = None,
) -> Found:
    return Found(
        KeyFinding(
            claim=str(text),
            figures=tuple(figures),
            sureness=sure[0],
            why_sure=sure[1],
            alternatives=alternatives,
            gap=gap,
            area=desk.area,
            offence=evidence.name,
            direction=direction,
        ),
        text,
        occasion,
    )
