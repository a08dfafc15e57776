"""Claims on how many there were: the change, the rare case, the harm of each, the standing."""

from __future__ import annotations

from wardwise.chapters.profile.claim import made
from wardwise.chapters.profile.findings import Evidence, Found, OwnCounts, Situation
from wardwise.chapters.profile.kind import RARE_BELOW, Shape
from wardwise.chapters.profile.words import capital, during, rank_words, with_limits
from wardwise.document.phrases import changed, verdict_of
from wardwise.document.sources import counted_in
from wardwise.document.text import say
from wardwise.document.words import whole
from wardwise.domain.finding import Sureness
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.themes import Theme


LOWER_GAP = "What the partnerships with clearly lower rates do otherwise."
LOW_GAP = "Whether less happens here, or less of it is told to the police: a survey would show."
ANY_GAP = "How fully each of the forces records what is reported to it."
"""What is missing, for a rate in the lower half, above somebody's, and neither."""

UNREPORTED = "Offences that nobody reported, and those of the months since."
MISSED = {
    "incidents": "Incidents that nobody reported, and those of the months since.",
    "fires": "Fires to which nobody was called, and those of the months since.",
    "collisions": "Collisions that nobody reported, and those of the months since.",
    "admissions": "People who never came to a hospital, and admissions of the months since.",
}
"""What is counted → what such a count misses."""
SEEN = "ed_assaults"
INJURY_GAP = "Injuries as hospitals see them, which no weight by offence code can show."
HARM_GAP = (
    "How badly people were hurt: neither the weight of an offence code nor the emergency "
    "department's count of assaults says it."
)
"""What is missing on harm, where the emergency department's record is not held, and where it is."""
OCCASIONS = {Verdict.ROSE: "rise", Verdict.FELL: "fall"}


def change_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """The count, and what the test allows to be said of its change."""
    situation = evidence.situation
    if isinstance(situation, NotKnown):
        return None
    verdict = verdict_of(situation.change)
    if situation.volume.number < RARE_BELOW:
        return _rare_claim(desk, evidence, situation)
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
    return made(
        desk,
        evidence,
        text,
        figures=(situation.change, situation.volume),
        sure=sure,
        alternatives=situation.instead,
        gap=MISSED.get(_counted(situation), UNREPORTED),
        occasion=OCCASIONS.get(verdict, "steady"),
        direction=verdict,
    )


def _counted(situation: Situation) -> str:
    return counted_in(situation.volume.sources[0], situation.volume.offence)


def _rare_claim(desk: Desk, evidence: Evidence, situation: Situation) -> Found:
    text = say(
        "{what} in {place}: {n} {period}, {before}; so few move by chance alone.",
        what=evidence.name,
        place=desk.area.name,
        n=whole(situation.volume),
        period=during(situation.volume.period),
        before=say("and {n} the year before", n=whole(situation.before))
        if situation.before.status == "known"
        else "the year before not known",
    )
    return made(
        desk,
        evidence,
        text,
        figures=(situation.rate, situation.volume, situation.before),
        sure=(Sureness.HIGH, "a change between such counts cannot be told from chance"),
        alternatives=situation.instead,
        gap="What each case has in common with another, which only the reviews can say.",
        occasion="rare",
    )


def harm_claim(desk: Desk, evidence: Evidence) -> Found | None:
    """What one offence weighs, where it is the weight that puts it on the list."""
    situation = evidence.situation
    if isinstance(situation, NotKnown) or evidence.shape is Shape.HIDDEN:
        return None
    if situation.months and not isinstance(evidence.own, OwnCounts):
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
    return made(
        desk,
        evidence,
        text,
        figures=(severity, situation.volume),
        sure=(Sureness.MODERATE, _weighed(evidence)),
        alternatives=("a few grave offences that lift the average; most of the others weigh less",),
        gap=_harm_gap(desk, evidence),
        occasion="grave",
    )


def _weighed(evidence: Evidence) -> str:
    theme = evidence.candidate.theme
    if isinstance(theme, Theme) and not theme.is_crime:
        return "each kind has the weight of the offence that it is judged to be most like"
    return "the weight is that of the force's own mix of offence codes"


def _harm_gap(desk: Desk, evidence: Evidence) -> str:
    theme = evidence.candidate.theme
    if isinstance(theme, Theme) and not theme.is_crime:
        return "Who was hurt, and what was lost: no weight by kind says it."
    return HARM_GAP if SEEN in desk.evidence.recorded_incidents else INJURY_GAP


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
    some_are_lower = rank.interval.upper < situation.of
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
    return made(
        desk,
        evidence,
        text,
        figures=(rank,),
        sure=(sure, "the range of the rank is tested pair by pair"),
        alternatives=(
            "forces record differently, and most of the partnerships compared lie in other forces",
        ),
        gap=LOW_GAP if is_low else LOWER_GAP if some_are_lower else ANY_GAP,
        occasion="level" if is_high else "",
    )
