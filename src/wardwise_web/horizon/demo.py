"""The demo's register: what Exampleshire thinks may come."""

from __future__ import annotations

from datetime import date

from wardwise_web.horizon.services import Description, add_item, give_view


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


def load(play):
    """Three things that may come; of one the likelihood was raised since."""
    play.tell("Looking to the horizon")
    cycle = play.partnership.cycles.first()
    for who, *said, likelihood, because in ITEMS:
        add_item(
            cycle=cycle,
            said=Description(*said),
            likelihood=likelihood,
            because=because,
            by=play.actor(who),
        )
    buses = play.partnership.horizon_items.get(title__startswith="The late bus")
    give_view(
        item=buses,
        likelihood="highly likely",
        because="The second round of offers closed without one.",
        by=play.actor("analyst"),
    )
