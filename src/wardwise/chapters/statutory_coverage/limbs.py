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
COUNCIL = frozenset({"council_asb", "environmental_crime"})
FROM_EXTRACT = (
    "From the police force's extract: knife crime, serious violence by its definition, and the "
    "ages of those who are suspected and harmed wherever it is profiled."
)
KNIVES_AND_AGES = (
    "knife-enabled offences and ages, from the police",
    "the local definition of serious violence that the authorities agreed",
)
MORE_OF_VIOLENCE = (
    "who is at risk of becoming involved, from schools, youth justice and social care",
    "the local definition of serious violence, if the authorities agreed another",
)
VIOLENCE = ("Violence and sexual offences", "Violence against the person", "Robbery")


def crime_and_disorder(desk: Desk) -> Answer:
    """Limb a: crime is here; the local environment only as far as the police log it."""
    disorder = ANTI_SOCIAL_BEHAVIOUR in desk.offences
    fires = isinstance(deliberate_fires(desk), Service)
    council = COUNCIL & set(desk.evidence.recorded_incidents)
    return Answer(
        Met.PART,
        "Recorded crime"
        + (" and the police's incidents of anti-social behaviour are" if disorder else " is")
        + (
            " here. What the council deals with is held, and is told of only where anti-social "
            "behaviour is a priority."
            if council
            else " here; what councils and landlords deal with is not."
        ),
        (LEVELS, PLACES, *([SERVICES] if fires else [])),
        sentence_of(
            [
                "cases of landlords, and a chapter on those of the council"
                if council
                else "noise, fly-tipping, graffiti and neighbour cases, from the council and "
                "landlords",
                *([] if fires else ["deliberate fires, from the fire and rescue service"]),
            ]
        ),
    )


def serious_violence(desk: Desk) -> Answer:
    """Limb d: recorded violence, by how finely the source parts it."""
    seen = holds_year(desk, ASSAULTS)
    named = not isinstance(desk.evidence.recorded_people, NotHeld)
    needs = sentence_of(
        [
            *([] if seen else ["assaults seen by emergency departments and ambulances"]),
            *(MORE_OF_VIOLENCE if named else KNIVES_AND_AGES),
        ]
    )
    if not set(VIOLENCE) & set(desk.offences):
        return Answer(Met.NOT_MET, "No recorded violence is held.", (NOT_KNOWN,), needs)
    official = desk.evidence.official
    finer = not isinstance(official, NotHeld) and "Homicide" in official.offences
    told = (
        "Homicide and violence with injury only as yearly counts of ONS."
        if finer
        else "The source does not tell grave violence from slight."
    )
    return Answer(
        Met.PART,
        f"Recorded violence and robbery. {FROM_EXTRACT if named else told}"
        + (" Assaults that the emergency department saw are here too." if seen else "")
        + (
            " Nothing on who may become involved." if named else " Nothing on who becomes involved."
        ),
        (LEVELS, THREATS, *([SERVICES] if seen else [])),
        needs,
    )


LIMBS: Mapping[str, Callable[[Desk], Answer]] = {
    "6(1)(a)": crime_and_disorder,
    "6(1)(b)": substances,
    "6(1)(c)": reoffending,
    "6(1)(d)": serious_violence,
}
