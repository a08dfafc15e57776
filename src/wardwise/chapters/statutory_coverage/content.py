"""Items a to g: what the assessment must contain, and how far open data carry it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.statutory_coverage.findings import Answer, Met
from wardwise.chapters.statutory_coverage.returns import (
    missing_of_both,
    sentence_of,
    words_of_both,
)
from wardwise.chapters.statutory_coverage.where import (
    BREAKS,
    CHANGES,
    LAST_PLAN,
    LEVELS,
    PLACES,
    PROFILES,
    SERVICES,
    THREATS,
    TRUST,
)
from wardwise.domain.evidence import NotHeld
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.changes import why_not_comparable
from wardwise.figures.desk import Desk
from wardwise.figures.services import holds_year


RECORDS_OF_VIOLENCE = "ambulance and emergency department records of violence, from health"
TWO_TIER = "E07"  # codes of the districts that share their area with a county council


def levels(desk: Desk) -> Answer:
    """Item a: crime and disorder are here, the rest only as far as the police record it."""
    disorder, seen = ANTI_SOCIAL_BEHAVIOUR in desk.offences, holds_year(desk, "ed_assaults")
    violence = (
        "as recorded offences and as the emergency department sees it"
        if seen
        else "only as recorded offences"
    )
    return Answer(
        Met.PART,
        "Recorded crime "
        + ("and anti-social behaviour are" if disorder else "is")
        + f" here. {words_of_both(desk)} Serious violence is here {violence}.",
        (LEVELS, PLACES, *([SERVICES] if seen else [])),
        sentence_of(
            [
                *([] if disorder else ["incidents of anti-social behaviour, from the police"]),
                *missing_of_both(desk),
                *([] if seen else [RECORDS_OF_VIOLENCE]),
            ]
        ),
    )


def changes(desk: Desk) -> Answer:
    """Item b: the year against the year before, where the two can be compared."""
    problem = why_not_comparable(desk, period=desk.latest, before=desk.before, offence=None)
    if problem:
        return Answer(
            Met.PART,
            f"Levels are here; the total cannot be compared with the year before: {problem}.",
            (CHANGES, BREAKS),
            "Complete records of both years, from the police force.",
        )
    longer = _over_three_years(desk)
    return Answer(
        Met.MET,
        "Every offence group against the year before"
        + (" and over three years, with a test." if longer else ", with a test.")
        + ("" if longer else " The year before that is not held whole."),
        (CHANGES,),
        "The figures of the previous assessment, if it drew its years otherwise.",
    )


def _over_three_years(desk: Desk) -> bool:
    """Whether the year can be set against the first of the three as well."""
    first = desk.three_years[0]
    counts, codes = desk.counts_of(desk.area)
    held = not isinstance(counts.total(first, offence=None, codes=codes), NotKnown)
    return held and not why_not_comparable(desk, period=desk.latest, before=first, offence=None)


def reasons(desk: Desk) -> Answer:
    """Item c: counts cannot say why they moved."""
    records = "the force's crime records with day, hour, victim and suspect"
    held = not isinstance(desk.evidence.recorded_people, NotHeld)
    return Answer(
        Met.PART,
        "Each finding says what else it might be: recording, season, an effect of place. "
        + ("No count, published or supplied," if held else "Open data cannot")
        + (" can" if held else "")
        + " say by itself why it moved.",
        (PROFILES, BREAKS, TRUST),
        sentence_of(
            [
                "what officers and partners know",
                *([] if held else [records]),
                "the force's audits of crime recording",
            ]
        ),
    )


def priorities(_: Desk) -> Answer:
    """Item d: people decide."""
    return Answer(
        Met.PROPOSED,
        "Candidates are scored and priorities proposed, with what would change the order.",
        (THREATS, PROFILES),
        "A decision of the strategy group, recorded with its reasons.",
    )


def views(desk: Desk) -> Answer:
    """Item e: what people who live and work here think."""
    survey = [row for row in desk.evidence.context.held if "Perception" in row.indicator]
    how = "Nobody's views are in the evidence."
    if survey:
        how = "Survey answers are in the evidence, but nobody here was consulted."
    return Answer(
        Met.NOT_MET,
        how,
        (),
        "Consultation: as many groups as is reasonable, those particularly affected, and at least "
        "one public meeting a year that senior people of each authority attend, publicised with "
        "what was discussed.",
    )


def last_plan(desk: Desk) -> Answer:
    """Item f: what became of last year's plan."""
    if desk.evidence.last_plan is not None:
        return Answer(
            Met.MET,
            "Every action and indicator of last year's plan is here, with what became of it.",
            (LAST_PLAN,),
            "",
        )
    return Answer(
        Met.NOT_MET,
        "Last year's plan is not in the evidence.",
        (),
        "The plan, its actions with owners and dates, and what became of each.",
    )


def county(desk: Desk) -> Answer:
    """Item g: only where a county council shares the area."""
    place = desk.evidence.place
    districts = place.districts_of.get(place.csp_code, (place.area.code,))
    if not any(code.startswith(TWO_TIER) for code in districts):
        return Answer(Met.NOT_ASKED, "One council has all the functions here: there is one tier.")
    return Answer(
        Met.NOT_MET,
        "A county council shares this area, and nothing is marked for its strategy group.",
        (THREATS,),
        "The matters that the strategy group wants the county to take up.",
    )


CONTENT: Mapping[str, Callable[[Desk], Answer]] = {
    "a": levels,
    "b": changes,
    "c": reasons,
    "d": priorities,
    "e": views,
    "f": last_plan,
    "g": county,
}
