"""The limbs that partners' returns answer: substance misuse and re-offending."""

from __future__ import annotations

from wardwise.chapters.statutory_coverage.findings import Answer, Met
from wardwise.chapters.statutory_coverage.where import (
    LEVELS,
    NOT_KNOWN,
    REOFFENDING,
    SUBSTANCES,
    THREATS,
)
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.figures.desk import Desk
from wardwise.figures.duties_held import DutiesHeld, duties_held


DRUGS = ("Drugs", "Drug offences")


def substances(desk: Desk) -> Answer:
    """Limb b: recorded drug offences are a measure of policing as much as of drugs."""
    held, offences = duties_held(desk), bool(set(DRUGS) & set(desk.offences))
    missing = _of_substances(held)
    needs = sentence_of([*missing, "deaths and unmet need, from public health"])
    if not held.substances:
        how = "Recorded drug offences only, which move with policing. Nothing on alcohol."
        if not offences:
            nothing = "Not even recorded drug offences are held."
            return Answer(Met.NOT_MET, nothing, (NOT_KNOWN,), needs)
        return Answer(Met.PART, how, (LEVELS, NOT_KNOWN), needs)
    told = [
        *(["recorded drug offences"] if offences else []),
        *(["drug tests on arrest and what followed"] if held.tests else []),
        *(["people in treatment and what became of it"] if held.treatment else []),
        *(["how much recorded crime has drink or drugs in it"] if held.flags else []),
        *(["hospital admissions"] if held.admissions else []),
    ]
    where = (SUBSTANCES, *([LEVELS] if offences else []), *([THREATS] if held.admissions else []))
    met = Met.PART if missing or not offences else Met.MET
    return Answer(met, f"{capital(listed(told))} {_are(told)} here.", where, needs)


def reoffending(desk: Desk) -> Answer:
    """Limb c: only cohorts that were followed answer it; suspects named again are another thing."""
    held = duties_held(desk)
    missing = [
        *([] if held.children else ["re-offending of children, from the youth justice service"]),
        *([] if held.adults else ["re-offending of adults, from the Probation Service"]),
    ]
    cohorts = "the cohorts of integrated offender management, from probation and the police"
    if not held.reoffending:
        return Answer(
            Met.NOT_MET,
            "Recorded crime follows offences and not people.",
            (NOT_KNOWN,),
            sentence_of([*missing, cohorts]),
        )
    followed = [name for name, on in (("children", held.children), ("adults", held.adults)) if on]
    told = f"Cohorts of {listed(followed)} are followed here. " if followed else ""
    again = "Who is suspected again is told apart from it." if held.again else ""
    how = told + again if followed else "Only who is suspected again, which no court has proved."
    return Answer(
        Met.PART if missing else Met.MET,
        how.strip(),
        (REOFFENDING,),
        sentence_of([*missing, cohorts]),
    )


def words_of_both(desk: Desk) -> str:
    """For item a: how far substance misuse and re-offending are here."""
    held = duties_held(desk)
    drugs = (
        "Substance misuse is here by what partners supplied"
        if held.substances
        else "Substance misuse is here only as recorded offences"
    )
    if held.follows_cohorts:
        return f"{drugs}, re-offending by the cohorts that were followed."
    return f"{drugs}, re-offending not at all."


def missing_of_both(desk: Desk) -> list[str]:
    """For item a: what would complete the two."""
    held = duties_held(desk)
    return [
        *_of_substances(held),
        *(
            []
            if held.children and held.adults
            else ["re-offending by cohort, from probation and the youth justice service"]
        ),
    ]


def _of_substances(held: DutiesHeld) -> list[str]:
    return [
        *([] if held.tests else ["drug tests on arrest, from the police force"]),
        *([] if held.treatment else ["people in treatment, from public health"]),
        *([] if held.flags else ["alcohol and drugs as marked on crimes, from the police force"]),
        *([] if held.admissions else ["hospital admissions, from health"]),
    ]


def sentence_of(parts: list[str]) -> str:
    """``A; b; c.``"""
    return f"{capital('; '.join(parts))}." if parts else ""


def _are(parts: list[str]) -> str:
    return "is" if len(parts) == 1 else "are"
