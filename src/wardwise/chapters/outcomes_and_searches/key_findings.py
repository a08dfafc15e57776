"""The chapter's key findings: how offences ended, and who was searched more often."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import (
    OutcomesFound,
    SearchesFound,
    SearchRow,
)
from wardwise.chapters.outcomes_and_searches.people import people_of
from wardwise.document.phrases import during
from wardwise.document.text import say
from wardwise.document.words import between, decimal, percent
from wardwise.domain.evidence import NotHeld
from wardwise.domain.finding import KeyFinding, Sureness
from wardwise.figures.desk import Desk


NO_SUSPECT = "No suspect identified"
ENDED = "how the force decides to close an investigation, and how soon, differs between forces"
NOT_THE_STREET = (
    "residents are not the people who were about where and when officers searched, and some who "
    "were searched live elsewhere"
)


def key_findings(
    desk: Desk, outcomes: OutcomesFound | NotHeld, searches: SearchesFound | NotHeld
) -> tuple[KeyFinding, ...]:
    """One finding from each half that is held."""
    found = []
    if not isinstance(outcomes, NotHeld) and outcomes.whole.charged.status == "known":
        found.append(_charged(desk, outcomes))
    if not isinstance(searches, NotHeld):
        above = furthest_above(searches.rows)
        found += [_searched(desk, searches, above)] if above else []
    return tuple(found)


def furthest_above(rows: tuple[SearchRow, ...]) -> SearchRow | None:
    """The group searched most often beyond chance against White people, if there is one."""
    clear = [
        row
        for row in rows
        if row.ratio
        and row.ratio.status == "known"
        and row.ratio.interval
        and row.ratio.interval.lower > 1
    ]
    return max(clear, key=lambda row: row.ratio.number if row.ratio else 0.0, default=None)


def share_of(found: OutcomesFound, group: str) -> int:
    """Position of an outcome group."""
    return found.groups.index(group)


def _charged(desk: Desk, found: OutcomesFound) -> KeyFinding:
    whole = found.whole
    unsolved = whole.shares[share_of(found, NO_SUSPECT)]
    claim = say(
        "Of the offences recorded in {place} {period}, {charged} ended with a charge or "
        "summons; for {unsolved} no suspect was identified.",
        place=desk.area.name,
        period=during(found.period),
        charged=percent(whole.charged),
        unsolved=percent(unsolved),
    )
    return KeyFinding(
        claim=str(claim),
        figures=(whole.charged, unsolved, whole.missing, whole.force_charged),
        sureness=Sureness.MODERATE if found.problem else Sureness.HIGH,
        why_sure=found.problem
        or f"every offence counted had {found.age_months} months or more to have an outcome",
        alternatives=(ENDED,),
        gap="What those who were harmed wanted, and how long each case took.",
        area=desk.area,
    )


def _searched(desk: Desk, found: SearchesFound, row: SearchRow) -> KeyFinding:
    ratio = row.ratio
    if ratio is None:
        raise ValueError("The group furthest above has a ratio.")
    claim = say(
        "By residents, {people} were searched {times} times as often as White people ({range}) in "
        "{place} {period}, where their ethnicity was stated.",
        people=people_of(row.group),
        place=desk.area.name,
        times=decimal(ratio),
        range=between(ratio, 1),
        period=during(found.period),
    )
    least = found.ratio_if_white
    beside = (least,) if least else ()
    stands = bool(least and least.interval and least.interval.lower > 1)
    return KeyFinding(
        claim=str(claim),
        figures=(
            ratio,
            row.searches,
            row.finds,
            found.not_stated_percent,
            *beside,
        ),
        sureness=Sureness.MODERATE if stands else Sureness.LOW,
        why_sure="the interval of the ratio is above 1, and would be had everybody whose ethnicity "
        "is not stated been White; some searches have no place"
        if stands
        else "the interval of the ratio is above 1, but had everybody whose ethnicity is not "
        "stated been White, it would not be",
        alternatives=(NOT_THE_STREET,),
        gap="Who was about, why each search was made, and who was searched more than once.",
        area=desk.area,
    )
