"""The claims that a profile can make: each is made only where the evidence bears it."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.profile.findings import Evidence, Found, Geography, Situation
from wardwise.chapters.profile.kind import RARE_BELOW, Shape
from wardwise.chapters.profile.reading import OFFENDER, VICTIM
from wardwise.chapters.profile.words import capital, counted_words, during, rank_words, with_limits
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
        "{what} in {place} {changed}: {n} {period}.",
        what=capital(evidence.reading.plural),
        place=desk.area.name,
        changed=changed(situation.change),
        n=whole(situation.volume),
        period=during(situation.volume.period),
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
        figures=(situation.change, situation.volume),
        sure=(Sureness.LOW, "so few cases move by chance alone") if rare else sure,
        alternatives=situation.instead,
        gap="Offences that nobody reported, and those of the months since.",
        occasion="rare" if rare else OCCASIONS.get(verdict, "steady"),
        direction=verdict,
    )


def harm_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """What one offence weighs, where it is the weight that puts it on the list."""
    situation = evidence.situation
    if isinstance(situation, NotKnown) or evidence.shape is not Shape.GRAVE:
        return None
    severity = situation.severity
    if severity is None or severity.status != "known":
        return None
    text = say(
        "{what} weigh {points} severity points each on average, and {n} were recorded in {place} "
        "{period}.",
        what=capital(evidence.reading.plural),
        points=with_limits(whole(severity)),
        n=whole(situation.volume),
        place=desk.area.name,
        period=during(situation.volume.period),
    )
    return _found(
        desk,
        evidence,
        text,
        figures=(severity, situation.volume),
        sure=(Sureness.MODERATE, "the weight is that of the force’s own mix of offence codes"),
        alternatives=("a few grave offences that lift the average; most of the others weigh less",),
        gap="Injuries as hospitals see them, which no weight by offence code can show.",
        occasion="grave",
    )


def standing_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """Where the rate stands among similar partnerships, as far as the rank's range allows."""
    situation = evidence.situation
    if isinstance(situation, NotKnown) or evidence.shape in (Shape.RARE, Shape.HIDDEN):
        return None
    rank = situation.rank
    if rank is None or rank.status != "known" or rank.interval is None:
        return None
    middle = (situation.of + 1) / 2
    is_high, is_low = rank.interval.upper < middle, rank.interval.lower > middle
    # a low rate asks for nothing where harm or change leads; the page shows it all the same
    if not (is_high or evidence.shape is Shape.STEADY):
        return None
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
        figures=(rank,),
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
        "Half of all {what} lie in {n} of {of} neighbourhoods ({share}), where chance would need "
        "{chance}.",
        what=counted_words(
            evidence.candidate.group,
            plural=evidence.reading.plural,
            is_part=evidence.candidate.group_fit == "part",
        ),
        n=whole(places.places),
        of=whole(places.of),
        share=percent(places.concentration.places, 0),
        chance=percent(places.concentration.chance, 0),
    )
    return _found(
        desk,
        evidence,
        text,
        figures=(places.concentration.places, places.stability.overlap),
        sure=(Sureness.HIGH, "chance would hardly give it, and the places last from year to year")
        if places.stability.lasts
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
        "The {n} {what} recorded {period} count those who came forward, not those who were harmed."
        if reading.is_hidden
        else "The {n} {what} recorded {period} count what the police found, and so where and "
        "how much they looked."
    )
    return _found(
        desk,
        evidence,
        say(
            opening,
            n=whole(situation.volume),
            what=reading.plural,
            period=during(situation.volume.period),
        ),
        figures=(situation.rate, situation.volume),
        sure=(Sureness.HIGH, "it follows from how such offences come to be recorded"),
        alternatives=(),
        gap=f"{capital(reading.needs[VICTIM].tells)}.",
        occasion="recording",
    )


def gap_claim(desk: Desk, evidence: Evidence) -> Found:
    """What is not known of the people, or of the theme altogether."""
    situation, need = evidence.situation, evidence.reading.needs[OFFENDER]
    if isinstance(situation, NotKnown):
        text = say(
            "Nobody has counted {what} in {place}.",
            what=evidence.name.lower(),
            place=desk.area.name,
        )
        rests: tuple[Figure, ...] = (evidence.unscored,)
    else:
        text, rests = _unknown_people(desk, evidence, situation)
    return _found(
        desk,
        evidence,
        text,
        figures=rests,
        sure=(Sureness.HIGH, "the sources that are held say nothing of it"),
        alternatives=(),
        gap=f"{capital(need.tells)}.",
        occasion="not counted" if isinstance(situation, NotKnown) else "unknown",
    )


def _unknown_people(
    desk: Desk, evidence: Evidence, situation: Situation
) -> tuple[Text, tuple[Figure, ...]]:
    what, place = evidence.reading.plural, desk.area.name
    unsolved = () if isinstance(evidence.endings, NotKnown) else evidence.endings[:1]
    if evidence.reading.is_found:
        text = say(
            "Who is harmed by {what} in {place} is in no crime record.",
            what=evidence.name.lower(),
            place=place,
        )
    elif evidence.reading.is_hidden:
        text = say(
            "Services in {place} know people harmed whom no police record names.", place=place
        )
    elif unsolved:
        text = say(
            "In {share} of {group} no suspect was identified; who the victims are is not in open "
            "data at all.",
            share=percent(unsolved[0].share, 0),
            group=counted_words(
                evidence.candidate.group,
                plural=what,
                is_part=evidence.candidate.group_fit == "part",
            ),
        )
    else:
        text = say(
            "Open data say nothing of who commits {what} in {place}, or of who suffers.",
            what=what,
            place=place,
        )
    return text, tuple(one.share for one in unsolved) or (situation.volume,)


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
