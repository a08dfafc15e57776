"""The demo's cards and further work."""

from __future__ import annotations

from datetime import date

from wardwise_web.intelligence.gaps import gaps_of
from wardwise_web.intelligence.services import Card, Question, add_card, ask, move_work
from wardwise_web.intelligence.states import WorkState


def load(play):
    """Two cards, one of them restricted, and three questions, each at another stage."""
    play.tell("Writing down what partners know")
    cycle = play.partnership.cycles.first()
    add_card(
        cycle=cycle,
        agency=play.agencies["health"],
        by=play.actor("health"),
        said=Card(
            title="Emergency department sees more glass injuries on student nights",
            text="Triage nurses report that glass injuries come mostly on Wednesdays, when the"
            " bars round the Market run student nights. Fewer than half tell the police.",
            observed_on=date(2026, 9, 30),
            source_grade="1",
            content_grade="B",
            handling="P",
            conditions="",
            marking="OFFICIAL",
            compartment="",
            findings=["Violence"],
            review_on=date(2027, 1, 31),
        ),
    )
    add_card(
        cycle=cycle,
        agency=play.agencies["police"],
        by=play.actor("police"),
        said=Card(
            title="Young people are used to carry drugs between two estates",
            text="Neighbourhood officers and a youth charity, apart from each other, describe"
            " children of about fifteen who carry for an older group after school.",
            observed_on=date(2026, 8, 20),
            source_grade="2",
            content_grade="B",
            handling="C",
            conditions="Not beyond the strategy group",
            marking="OFFICIAL-SENSITIVE",
            compartment="",
            findings=["Drugs"],
            review_on=date(2026, 12, 31),
        ),
    )
    _questions(play, cycle)


def _questions(play, cycle):
    asked = [
        (
            "manager",
            "analyst",
            "Who are the repeat victims of shop theft in Kilnfield?",
            "commission",
            "a table by shop and hour",
            date(2026, 11, 13),
        ),
        (
            "analyst",
            "police",
            "Is knife carrying by under-18s known beyond what is recorded?",
            "intelligence requirement",
            "an answer in a paragraph",
            date(2026, 12, 4),
        ),
        (
            "manager",
            "fire",
            "Which deliberate fires were set beside homes?",
            "intelligence requirement",
            "a count by ward",
            date(2026, 11, 30),
        ),
    ]
    named = {one.about: one for one in gaps_of(cycle, play.actor("analyst"))}
    fires = named.get("Deliberate fires and smoke alarms")
    made = []
    for asker, analyst, question, kind, product, due in asked:
        by = play.actor(asker)
        said = Question(
            kind=kind,
            question=question,
            gap=fires.text
            if fires and analyst == "fire"
            else "The assessment names this as missing, and a recommendation rests on it.",
            about=fires.about if fires and analyst == "fire" else "",
            product=product,
            due=due,
            gap_id=fires.gap_id if fires and analyst == "fire" else "",
        )
        made.append(ask(cycle=cycle, said=said, analyst=play.people[analyst], by=by))
    move_work(work=made[0], to=WorkState.TAKEN, note="", by=play.actor("analyst"))
    move_work(work=made[2], to=WorkState.TAKEN, note="", by=play.actor("fire"))
    move_work(
        work=made[2],
        to=WorkState.ANSWERED,
        note="Nine of the 41 deliberate fires since April were within ten metres of a home.",
        by=play.actor("fire"),
    )
