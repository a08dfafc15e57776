"""The limbs of section 6: what the strategy must cover, and what the evidence has of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.statutory_coverage.content import LEVELS, NOT_KNOWN, PLACES, THREATS
from wardwise.chapters.statutory_coverage.findings import Answer, Met
from wardwise.domain.evidence import NotHeld
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.desk import Desk


DRUGS = ("Drugs", "Drug offences")
VIOLENCE = ("Violence and sexual offences", "Violence against the person", "Robbery")


def crime_and_disorder(desk: Desk) -> Answer:
    """Limb a: crime is here; the local environment only as far as the police log it."""
    disorder = ANTI_SOCIAL_BEHAVIOUR in desk.offences
    return Answer(
        Met.PART,
        "Recorded crime"
        + (" and the police's incidents of anti-social behaviour are" if disorder else " is")
        + " here; what councils and landlords deal with is not.",
        (LEVELS, PLACES),
        "Noise, fly-tipping, graffiti and neighbour cases, from the council and landlords; "
        "deliberate fires, from the fire and rescue service.",
    )


def substances(desk: Desk) -> Answer:
    """Limb b: recorded drug offences are a measure of policing as much as of drugs."""
    needs = (
        "People in treatment and waiting for it, hospital admissions and deaths, from public "
        "health; ambulance calls; licensed premises with trouble, from licensing."
    )
    if not set(DRUGS) & set(desk.offences):
        return Answer(Met.NOT_MET, "Not even recorded drug offences are held.", (NOT_KNOWN,), needs)
    return Answer(
        Met.PART,
        "Recorded drug offences only, which move with policing. Nothing on alcohol.",
        (LEVELS, NOT_KNOWN),
        needs,
    )


def reoffending(_: Desk) -> Answer:
    """Limb c: nothing in open data is about people over time."""
    return Answer(
        Met.NOT_MET,
        "Recorded crime follows offences and not people.",
        (NOT_KNOWN,),
        "Proven re-offending of adults and children by area, from the Ministry of Justice; the "
        "cohorts of integrated offender management, from probation and the police.",
    )


def serious_violence(desk: Desk) -> Answer:
    """Limb d: recorded violence, by how finely the source parts it."""
    needs = (
        "Assaults seen by emergency departments and ambulances; knife-enabled offences and ages, "
        "from the police; the local definition of serious violence that the authorities agreed."
    )
    if not set(VIOLENCE) & set(desk.offences):
        return Answer(Met.NOT_MET, "No recorded violence is held.", (NOT_KNOWN,), needs)
    official = desk.evidence.official
    finer = not isinstance(official, NotHeld) and "Homicide" in official.offences
    return Answer(
        Met.PART,
        "Recorded violence and robbery; "
        + (
            "homicide and violence with injury only as yearly counts of ONS."
            if finer
            else "the source does not tell grave violence from slight."
        )
        + " Nothing on who becomes involved.",
        (LEVELS, THREATS),
        needs,
    )


LIMBS: Mapping[str, Callable[[Desk], Answer]] = {
    "6(1)(a)": crime_and_disorder,
    "6(1)(b)": substances,
    "6(1)(c)": reoffending,
    "6(1)(d)": serious_violence,
}
