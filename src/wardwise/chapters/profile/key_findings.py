"""Key findings: at most four, and three of the people; the one that leads the page is first."""

from __future__ import annotations

from wardwise.chapters.profile.count_claims import change_claim, harm_claim, standing_claim
from wardwise.chapters.profile.findings import Evidence, Found, OwnCounts, Profile
from wardwise.chapters.profile.incident_claims import incident_findings, untold_claim
from wardwise.chapters.profile.kind import Shape
from wardwise.chapters.profile.pattern_claims import place_claim, season_claim
from wardwise.chapters.profile.people_claims import gap_claim, recording_claim
from wardwise.chapters.profile.people_findings import people_findings, unnamed_claim
from wardwise.chapters.profile.words import as_printed, capital
from wardwise.document.blocks import Finding
from wardwise.document.section import Block
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.incidents import IncidentsFound


MOST, FEWEST = 4, 3
FIRST = {
    Shape.CHANGING: "change",
    Shape.SEASONAL: "season",
    Shape.CONCENTRATED: "place",
    Shape.STEADY: "standing",
    Shape.GRAVE: "harm",
    Shape.HIDDEN: "recording",
    Shape.RARE: "change",
}
"""Which finding comes first; the others follow in the order in which they are made."""


def key_findings(desk: Desk, evidence: Evidence) -> tuple[Found, ...]:
    """Every claim that the evidence bears, the leading one first."""
    makers = {"harm": harm_claim} if FIRST.get(evidence.shape) == "harm" else {}
    makers |= {
        "change": change_claim,
        "place": place_claim,
        "season": season_claim,
        "recording": recording_claim,
        "standing": standing_claim,
    }
    first = FIRST.get(evidence.shape, "change")
    order = [first, *(name for name in makers if name != first)]
    made = [one for name in order if (one := makers[name](desk, evidence)) is not None]
    if len(made) < FEWEST - 1 and first != "harm" and (harm := harm_claim(desk, evidence)):
        made.append(harm)
    # what is not known always stands last, however much is
    people = people_findings(desk, evidence) or incident_findings(desk, evidence)
    # what only an extract shows of time and place is in addition to what open data show
    more = isinstance(evidence.own, OwnCounts) or isinstance(evidence.incidents, IncidentsFound)
    kept = made[: MOST - 1 - min(len(people), 1) + more]
    return (*kept, *people, _last(desk, evidence))


def _last(desk: Desk, evidence: Evidence) -> Found:
    """What is not known: of the people in an extract, or altogether."""
    held, incidents = evidence.people, evidence.incidents
    untold = (
        untold_claim(desk, evidence, incidents) if isinstance(incidents, IncidentsFound) else None
    )
    if untold is not None:
        return untold
    if isinstance(held, NotKnown) or not held.roles:
        return gap_claim(desk, evidence)
    return unnamed_claim(desk, evidence, held)


def write_findings(profile: Profile) -> tuple[Block, ...]:
    """Each with its five parts."""
    return tuple(_block(found) for found in profile.findings)


def _block(found: Found) -> Finding:
    one = found.finding
    return Finding(
        finding_id=one.finding_id,
        claim=found.claim,
        rests_on=tuple(as_printed(figure) for figure in one.figures),
        sureness=f"{capital(str(one.sureness))}: {one.why_sure}.",
        instead=capital("; or ".join(one.alternatives)) + "."
        if one.alternatives
        else "Nothing else: this is a gap in what is known.",
        gap=one.gap,
    )
