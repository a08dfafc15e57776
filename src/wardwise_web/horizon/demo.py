"""The demo's register: what Exampleshire thinks may come."""

from __future__ import annotations

from datetime import UTC, date, datetime

from wardwise_web.horizon.services import (
    Description,
    Likelihood,
    add_item,
    give_view,
    tell_ending,
)
from wardwise_web.horizon.words import Outcome


ITEMS = (
    # (who, title, area, source, its date, effect, threats, trigger, when, review, likelihood, why)
    (
        "analyst",
        "The late bus to Kilnfield is withdrawn",
        "organisational",
        "Exampleshire Council, cabinet paper on supported buses",
        date(2026, 9, 8),
        "More people on foot between the Market and Kilnfield after eleven at night.",
        ("Violence", "Robbery"),
        "Notice of the last timetable",
        "within a year",
        date(2026, 11, 27),
        "likely",
        "The subsidy ends in March and no operator has offered to carry on.",
    ),
    (
        "police",
        "A new recording rule for stalking brings more offences into the count",
        "legal",
        "Midshire Police, letter to its partnerships",
        date(2026, 10, 2),
        "Recorded violence would rise without any change in what happens to people.",
        ("Violence",),
        "The force's go-live date",
        "within a year",
        date(2026, 12, 15),
        "highly likely",
        "The force has set a date and trained its crime registrars.",
    ),
    (
        "health",
        "A stronger synthetic opioid reaches the county",
        "social",
        "Midshire drug death review panel, minutes",
        date(2026, 8, 19),
        "More overdoses among people who use drugs, and more calls to the ambulance service.",
        ("Drugs",),
        "Two positive tests in a month",
        "one to three years",
        date(2027, 1, 20),
        "realistic possibility",
        "Two neighbouring areas have found it; none was found here up to August.",
    ),
)


LAST_YEAR = (
    # (who, title, area, source, its date, effect, threats, trigger, when, review, likelihood, why,
    #  what became of it, and how that is known)
    (
        "analyst",
        "The drop-in clinic loses its building",
        "organisational",
        "Midshire Integrated Care Board, estates paper",
        date(2025, 9, 16),
        "Fewer people who use drugs are seen each week, and more of it is seen in the street.",
        ("Drugs",),
        "Notice to the landlord",
        "within a year",
        date(2026, 5, 29),
        "likely",
        "The hostel that houses it is for sale.",
        Outcome.HAPPENED,
        "The hostel closed in May 2026; its residents use the clinic in Market Street.",
    ),
    (
        "police",
        "Catalytic converters are stolen here as they are across the border",
        "economic",
        "Midshire Police, notes of the regional meeting",
        date(2025, 10, 7),
        "More vehicle crime at the park and ride.",
        ("Vehicle offences",),
        "Three thefts in a month",
        "within a year",
        date(2026, 6, 30),
        "realistic possibility",
        "Two neighbouring forces saw it; the price of the metal has begun to fall.",
        Outcome.DID_NOT,
        "Five in the whole year, as in the year before.",
    ),
    (
        "fire",
        "A dry summer brings grass fires to the edge of Northfields",
        "environmental",
        "Midshire Fire and Rescue Service, seasonal outlook",
        date(2025, 10, 21),
        "More deliberate fires, and crews away from homes.",
        ("Fire",),
        "Ten days without rain in June",
        "within a year",
        date(2026, 9, 30),
        "unlikely",
        "The outlook is for a summer like most.",
        Outcome.PARTLY,
        "Two dry weeks in July and one larger fire; otherwise a summer like most.",
    ),
)


def load(play):
    """Three things that may come, one thought likelier since; and what became of last year's."""
    play.tell("Looking to the horizon")
    cycle = play.partnership.cycles.first()
    for who, *said, likelihood, because in ITEMS:
        view = Likelihood(likelihood, because)
        add_item(cycle=cycle, said=Description(*said), view=view, by=play.actor(who))
    buses = play.partnership.horizon_items.get(title__startswith="The late bus")
    raised = Likelihood("highly likely", "The second round of offers closed without one.")
    give_view(item=buses, view=raised, by=play.actor("analyst"))
    if cycle.before is not None:
        _last_year(play, cycle.before)


def _last_year(play, cycle):
    """What was said on paper a year ago, and how it ended."""
    at = datetime(2025, 11, 14, 10, tzinfo=UTC)
    for who, *said, likelihood, because, outcome, note in LAST_YEAR:
        by = play.actor(who)
        view = Likelihood(likelihood, because, at)
        item = add_item(cycle=cycle, said=Description(*said), view=view, by=by)
        tell_ending(item=item, outcome=outcome, note=note, by=by)
