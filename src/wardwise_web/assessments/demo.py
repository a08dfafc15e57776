"""The demo's year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from wardwise_web.assessments.demo_papers import (
    draft_this_year,
    last_years_papers,
)
from wardwise_web.assessments.models import Cycle
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.assessments.services.checklist import answer_item
from wardwise_web.assessments.services.cycle_templates import keep_as_template
from wardwise_web.assessments.services.terms import (
    Wording,
    add_milestone,
    finish_milestone,
    save_terms,
    seat,
)
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build


if TYPE_CHECKING:
    from collections.abc import Mapping

    from wardwise_web.core.permissions.actor import Actor
    from wardwise_web.people.stage import DemoPlay

WORDING = Wording(
    purpose="To tell the strategy group which crime, disorder and substance misuse does most harm"
    " in Exampleshire, how that has changed and why, so that it can agree priorities for the"
    " partnership plan of 2027/28.",
    questions=(
        (
            "What were the levels and patterns of crime, disorder, substance misuse, re-offending"
            " and serious violence in the year to September 2026?"
        ),
        "What changed since the last assessment, and is the change more than chance?",
        "Who is harmed, where and when?",
        "What do residents think should come first?",
        "What became of last year's plan?",
    ),
    commissioned=("Kilnfield", "Market and Minster"),
    equality="Victims and suspects are looked at by age, sex and ethnicity, and searches by"
    " ethnicity. Small groups are withheld. The group asks of each priority whom it may affect"
    " differently before the board has it.",
    marking="OFFICIAL",
)
SEATS = (
    ("council", "chair"),
    ("police", "board"),
    ("fire", "fire"),
    ("health", "health"),
    ("probation", "probation"),
)
TIMETABLE = (
    # (what, day, who, whether it is done)
    ("Terms of reference agreed", date(2026, 10, 8), "manager", True),
    ("Partners' files are in", date(2026, 10, 31), "analyst", True),
    ("Threats scored by the partners", date(2026, 12, 4), "manager", False),
    ("Chapters assured", date(2026, 12, 18), "assurer", False),
    ("Comments due", date(2027, 1, 15), "manager", False),
    ("Board agrees the assessment", date(2027, 1, 28), "chair", False),
    ("Partnership plan in force", date(2027, 4, 1), "manager", False),
)
ANSWERS = {
    "a": "Chapter 'Levels and patterns'",
    "b": "Chapter 'Levels and patterns', what rose and what fell",
    "6(1)(a)": "Chapters 'Levels and patterns' and 'Places'",
    "6(1)(d)": "Profile of serious violence",
}
LAST_YEAR = {
    "f": "Report to the board of September 2025, item 4",
    "12(a)": "Survey of autumn 2024, 611 answers",
    "12(b)": "Survey of autumn 2024; visits to two youth clubs and the night shelter",
    "12(c)": "Public meeting of 14 November 2024, Town Hall",
    "12(d)": "Notes on the council's site, 21 November 2024",
    "10 to 11": "Partnership plan 2025/26; its summary on the council's site",
}
REASONS = {"g": "One council has all the functions here: there is one tier."}


def load(play: DemoPlay) -> None:
    """This year's cycle, on the build that was made."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    build = play.partnership.builds.first()
    if build is not None:
        _last_year(play, build)
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2026/27",
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30),
        by=play.actor("manager"),
    )
    if build is not None:
        use_build(cycle=cycle, build=build, by=play.actor("analyst"))
        cycle.refresh_from_db()
        draft_this_year(play, cycle)
    _terms(play, cycle)


def _terms(play: DemoPlay, cycle: Cycle) -> None:
    """Terms, group, timetable, and what of the law is answered by November."""
    manager, analyst = play.actor("manager"), play.actor("analyst")
    save_terms(cycle=cycle, wording=WORDING, based_on=0, by=manager)
    for agency, who in SEATS:
        seat(
            cycle=cycle,
            agency=play.agencies[agency],
            person=play.people[who],
            from_on=cycle.starts_on,
            by=manager,
        )
    for what, due_on, who, is_done in TIMETABLE:
        made = add_milestone(
            cycle=cycle, what=what, due_on=due_on, person=play.people[who], by=manager
        )
        if is_done:
            finish_milestone(milestone=made, by=play.actor(who))
    _answer(cycle, ANSWERS, "", by=analyst)
    keep_as_template(cycle=cycle, name="October to September, one council", by=manager)


def _answer(cycle: Cycle, answers: Mapping[str, str], rest: str, *, by: Actor) -> None:
    """What the law asks: some items by name, the others by ``rest`` or left empty."""
    for item in cycle.checklist.all():
        reason = REASONS.get(item.item, "")
        met_by = "" if reason else answers.get(item.item, rest)
        if met_by or reason:
            answer_item(item=item, met_by=met_by, reason=reason, version=0, by=by)


def _last_year(play: DemoPlay, evidence: Build) -> Cycle | None:
    """The year before: its words, on the same evidence.

    It is approved and published by the room of the priorities, once those are adopted.
    """
    if play.partnership is None:
        return None
    by = play.actor("analyst")
    cycle = begin_cycle(
        partnership=play.partnership,
        name="2025/26",
        starts_on=date(2025, 10, 1),
        ends_on=date(2026, 9, 30),
        by=play.actor("manager"),
    )
    build = ask_for_build(partnership=play.partnership, settings_yaml="", by=by)
    begin_build(build=build)
    build.folder.mkdir(parents=True, exist_ok=True)
    last_years_papers(build.folder, evidence=evidence.folder, partnership=play.partnership.name)
    end_build(build=build, told="The year before, in words", manifest=read_manifest(build.folder))
    # it is of the year before, and stands below this year's in the list
    type(build).objects.filter(pk=build.pk).update(asked_at=build.asked_at - timedelta(days=365))
    build.refresh_from_db()
    use_build(cycle=cycle, build=build, by=by)
    _answer(cycle, LAST_YEAR, "Assessment 2025/26, 'What was decided'", by=by)
    return cycle
