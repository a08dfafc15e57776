"""Each proposed priority, part by part; the shape of its evidence decides what leads."""

from __future__ import annotations

from wardwise.chapters.profile.beside import analyse_beside
from wardwise.chapters.profile.current_situation import analyse_situation
from wardwise.chapters.profile.findings import (
    Evidence,
    Geography,
    OwnCounts,
    Profile,
    ProfileFindings,
    Situation,
)
from wardwise.chapters.profile.geographic import analyse_geography
from wardwise.chapters.profile.incidents import analyse_incidents
from wardwise.chapters.profile.key_findings import key_findings
from wardwise.chapters.profile.kind import Shape, Signs, shape_of
from wardwise.chapters.profile.offender import analyse_endings
from wardwise.chapters.profile.own_counts import analyse_own, with_months
from wardwise.chapters.profile.people import analyse_flags, analyse_people
from wardwise.chapters.profile.reading import Reading, reading_of
from wardwise.chapters.profile.recommendations import recommendations
from wardwise.chapters.profile.returned_words import returned_words
from wardwise.chapters.profile.seasonality import analyse_season
from wardwise.document.phrases import verdict_of
from wardwise.document.text import Number, Span, Text
from wardwise.domain.evidence import NotHeld
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.figures.candidates import Candidate
from wardwise.figures.desk import Desk
from wardwise.figures.near_repeats import near_repeats
from wardwise.figures.seasons import Season
from wardwise.figures.themes import Theme
from wardwise.figures.threat_scores import top_share_figure
from wardwise.figures.threats import ThreatsFound, threats_found
from wardwise.threats.assessment import AssessedCandidate
from wardwise.threats.reason import Mark


def analyse(desk: Desk) -> ProfileFindings:
    """A profile for each, in the order in which they are proposed."""
    found = threats_found(desk)
    profiles = tuple(_profile(desk, found, one) for one in found.assessment.proposed)
    return ProfileFindings(
        area=desk.area,
        profiles=profiles,
        key_findings=tuple(one.finding for profile in profiles for one in profile.findings),
        flagged=analyse_flags(desk),
    )


def _profile(desk: Desk, found: ThreatsFound, one: AssessedCandidate) -> Profile:
    candidate = found.candidates[one.name]
    reading = reading_of(one.name, is_theme=isinstance(candidate.theme, Theme))
    situation = analyse_situation(desk, candidate)
    season = analyse_season(desk, candidate, situation)
    geography = analyse_geography(desk, candidate, situation)
    endings = analyse_endings(desk, candidate, situation)
    people = analyse_people(desk, candidate, situation)
    shape = _shape(candidate, situation, season, geography, reading)
    own = analyse_own(desk, candidate, situation, people)
    incidents = analyse_incidents(desk, candidate)
    if isinstance(own, OwnCounts):
        season, geography = own.season, own.geography
        situation = with_months(situation, own.months)
    unscored = top_share_figure(desk, found, one)
    evidence = Evidence(
        one.name,
        shape,
        reading,
        candidate,
        situation,
        season,
        geography,
        endings,
        people,
        unscored,
        own,
        incidents,
    )
    findings = key_findings(desk, evidence)
    official = desk.evidence.official
    return Profile(
        name=one.name,
        slug=one.name.lower().replace(" ", "-"),
        shape=shape,
        reading=reading,
        area=desk.area,
        period=desk.latest,
        source=desk.source,
        official="" if isinstance(official, NotHeld) else official.source,
        group=candidate.group,
        decision=one.decision,
        why=_why(candidate, one),
        unscored=unscored,
        situation=situation,
        season=season,
        geography=geography,
        endings=endings,
        people=people,
        findings=findings,
        recommendations=recommendations(reading, findings),
        own=own,
        returned=returned_words(desk, one.name),
        incidents=incidents,
        beside=analyse_beside(desk, candidate),
        near=None if isinstance(candidate.theme, Theme) else near_repeats(desk).of(candidate.group),
    )


def _why(candidate: Candidate, one: AssessedCandidate) -> Text:
    """The strongest reason for it, its numbers tied to the candidate's figures."""
    spans: list[Span] = []
    for part in one.case.lifting[0].clause.parts:
        figure = candidate.figure_of(part.key) if isinstance(part, Mark) else None
        text = part.text if isinstance(part, Mark) else part
        spans.append(Number(text, figure) if figure else text)
    return Text(tuple(spans))


def _shape(
    candidate: Candidate,
    situation: Situation | NotKnown,
    season: Season | NotKnown,
    geography: Geography | NotKnown,
    reading: Reading,
) -> Shape:
    if isinstance(situation, NotKnown):
        return shape_of(Signs(None, False, Verdict.NOT_COMPARABLE, False, None))
    ratio = None
    if isinstance(geography, Geography) and candidate.group_fit == "same":
        places, chance = geography.concentration.places, geography.concentration.chance
        if places.status == "known" and chance.number > 0:
            ratio = places.number / chance.number
    return shape_of(
        Signs(
            volume=situation.volume.number,
            is_hidden=reading.is_hidden,
            verdict=verdict_of(situation.change),
            is_seasonal=isinstance(season, Season) and season.is_seasonal,
            ratio=ratio,
            is_weighed=_is_weighed(situation),
        )
    )


def _is_weighed(situation: Situation) -> bool:
    """Whether harm is the most that is known: no months of its own, and no rate by household."""
    return (
        situation.months is None
        and situation.household_rate is None
        and situation.severity is not None
        and situation.severity.status == "known"
    )
