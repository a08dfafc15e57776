"""The limbs of section 6: what the strategy must cover, and what the evidence has of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.statutory_coverage.findings import Answer, Met
from wardwise.chapters.statutory_coverage.returns import reoffending, substances
from wardwise.chapters.statutory_coverage.where import LEVELS, NOT_KNOWN, PLACES, THREATS
from wardwise.domain.evidence import NotHeld
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.desk import Desk


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
