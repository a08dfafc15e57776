"""Methods for places and people: concentration, hot spots, outcomes, stop and search."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.findings import Method
from wardwise.domain.evidence import NotHeld
from wardwise.figures.desk import Desk


def people_methods(desk: Desk) -> tuple[Method, ...]:
    """Concentration and hot spots always; outcomes and searches where their records are held."""
    return (_concentration(desk), HOT_SPOTS, *_outcomes(desk), *_searches(desk))


def _concentration(desk: Desk) -> Method:
    return Method(
        "Concentration",
        "How few neighbourhoods hold half of the offences, against as many offences dealt out at "
        f"random by residents (seed {desk.settings.seed}): chance alone leaves some with more.",
        "smallest share of neighbourhoods that holds half, against that of the trials",
        "places",
        "places",
        "Lorenz 1905; Bernasco and Steenbeek 2017",
    )


HOT_SPOTS = Method(
    "Hot spots",
    "Whether a neighbourhood and those that touch it hold more offences than as many drawn from "
    "all of them without replacement would. The law of such a sum is worked exactly, so there are "
    "no trials and no seed; false discoveries among the places called are held at 5%.",
    "Gi* = (sum − k × mean) ÷ standard deviation of a sum of k drawn; twice the smaller exact tail",
    "hot spots",
    "hot-spots",
    "Ord and Getis 1995; Benjamini and Hochberg 1995; Chainey and others 2008 for the PAI",
)


def _outcomes(desk: Desk) -> tuple[Method, ...]:
    if isinstance(desk.evidence.outcomes, NotHeld):
        return ()
    months = desk.settings.measures.outcomes_age_months
    return (
        Method(
            "Outcomes",
            f"The last known outcome of each record, for offences at least {months} months old, so "
            "that they had time. An outcome that is not recorded is a group of its own.",
            "records with the outcome ÷ all records × 100",
            "outcomes, and stop and search",
            "outcomes-and-searches",
            "Home Office, crime outcomes; Wilson 1927",
        ),
    )


def _searches(desk: Desk) -> tuple[Method, ...]:
    if isinstance(desk.evidence.searches, NotHeld):
        return ()
    return (
        Method(
            "Stop and search by ethnic group",
            "Searches for every 1,000 residents of each group as people themselves gave it, and "
            "how many times as often as White residents. Searches where it is not stated are "
            "shown and shared out to nobody.",
            "(searches ÷ residents) of one group ÷ (searches ÷ residents) of the other",
            "outcomes, and stop and search",
            "outcomes-and-searches",
            "Home Office, stop and search statistics; Katz and others 1978",
        ),
    )
