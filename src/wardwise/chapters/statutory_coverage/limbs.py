"""The limbs of section 6: what the strategy must cover, and what the evidence has of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wardwise.chapters.statutory_coverage.findings import Answer, Met
from wardwise.chapters.statutory_coverage.returns import reoffending, sentence_of, substances
from wardwise.chapters.statutory_coverage.where import LEVELS, NOT_KNOWN, PLACES, SERVICES, THREATS
from wardwise.domain.evidence import NotHeld
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.figures.desk import Desk
from wardwise.figures.services import Service, deliberate_fires, holds_year


ASSAULTS = "ed_assaults"
VIOLENCE = ("Violence and sexual offences", "Violence against the person", "Robbery")


def crime_and_disorder(desk: Desk) -> Answer:
    """Limb a: crime is here; the local environment only as far as the police log it."""
    disorder = ANTI_SOCIAL_BEHAVIOUR in desk.offences
    fires = isinstance(deliberate_fires(desk), Service)
    return Answer(
        Met.PART,
        "Recorded crime"
        + (" and the police's incidents of anti-social behaviour are" if disorder else " is")
        + " here; what councils and landlords deal with is not.",
        (LEVELS, PLACES, *([SERVICES] if fires else [])),
        sentence_of(
            [
                "noise, fly-tipping, graffiti and neighbour cases, from the council and landlords",
                *([] if fires else ["deliberate fires, from the fire and rescue service"]),
            ]
        ),
    )


def serious_violence(desk: Desk) -> Answer:
    """Limb d: recorded violence, by how finely the source parts it."""
    seen = holds_year(desk, ASSAULTS)
    needs = sentence_of(
        [
            *([] if seen else ["assaults seen by emergency departments and ambulances"]),
            "knife-enabled offences and ages, from the police",
            "the local definition of serious violence that the authorities agreed",
        ]
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
        + (" Assaults that the emergency department saw are here too." if seen else "")
        + " Nothing on who becomes involved.",
        (LEVELS, THREATS, *([SERVICES] if seen else [])),
        needs,
    )


LIMBS: Mapping[str, Callable[[Desk], Answer]] = {
    "6(1)(a)": crime_and_disorder,
    "6(1)(b)": substances,
    "6(1)(c)": reoffending,
    "6(1)(d)": serious_violence,
}
