"""A finished run's long list in little, and rounds in each state, all made by services."""

from __future__ import annotations

import json
from datetime import date

import pytest

from wardwise.threats.bands import default_bands
from wardwise.threats.factors import factors
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.evidence.manifest import Manifest
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build
from wardwise_web.priorities.selectors import panel_criteria, scored_threats, scorers_of
from wardwise_web.priorities.services.decisions import agree_rest_as_marked, record_meeting
from wardwise_web.priorities.services.marks import MarkGiven, give_marks
from wardwise_web.priorities.services.moves import move_round
from wardwise_web.priorities.services.rounds import begin_round, name_scorer
from wardwise_web.priorities.states import RoundState


NAMES = ("Robbery", "Fire", "Shoplifting", "Modern slavery")
PANEL = (("police", "police"), ("fire", "fire"), ("health", "health"))


def long_list(names=NAMES):
    """A threats.json of the true shape: what nobody counts is last."""
    return {
        "version": 1,
        "run": "abcdef1234",
        "area_code": "E06999001",
        "area_name": "Exampleshire",
        "scheme": "mean severity",
        "k": 2,
        "seed": 7,
        "draws": 10_000,
        "weights_vary_percent": 25.0,
        "factors": [
            {
                "factor": one.name,
                "title": one.title,
                "side": one.side.value,
                "asks": one.asks,
                "weight": one.weight,
                "rests_on": "judgement" if one.is_judged else "evidence",
                "scale": [
                    {"score": band.score, "wording": band.wording}
                    for band in default_bands().of(one.name)
                ],
            }
            for one in factors()
        ],
        "candidates": [candidate(n, name, names) for n, name in enumerate(names)],
    }


def candidate(n, name, names):
    counted = n < len(names) - 1
    nothing = {"value": None, "lower": None, "upper": None, "unit": "", "reason": "not counted"}
    volume = {"value": 100 * (n + 1), "lower": 90, "upper": 500, "unit": "offences", "reason": None}
    severity = volume | {"value": 300 - 90 * n, "unit": "severity points"}
    return {
        "name": name,
        "kind": "offence",
        "within": [],
        "counted": counted,
        "rank": n + 1 if counted else None,
        "risk": 8.0 - n if counted else None,
        "top_percent": 50.0,
        "tier": "priority",
        "reason": f"Each {name.lower()} weighs much.",
        "severity_by_scheme": {"mean severity": 3, "typical severity": 1 + n % 4},
        "volume": volume if counted else nothing,
        "severity": severity if counted else nothing,
        "confidence": {"grade": "A", "reasons": ["no reservation"]},
        "data_needed": "a count",
        "held_by": "the police force",
        "figures": {},
        "scores": [
            {
                "factor": one.name,
                "score": None if not counted or one.name == "public_concern" else 3,
                "lower": 0.0,
                "upper": 4.0,
                "wording": "high",
                "evidence": volume if counted else nothing,
                "figure_ids": [],
            }
            for one in factors()
        ],
    }


def cycle_with_build(seats, name="2026/27", year=2026, names=NAMES):
    """A cycle on a finished build whose folder holds the long list."""
    analyst = seats.actor("analyst")
    build = ask_for_build(partnership=seats.partnership, settings_yaml="", by=analyst)
    begin_build(build=build)
    build.folder.mkdir(parents=True)
    (build.folder / "threats.json").write_text(json.dumps(long_list(names)), "utf-8")
    (build.folder / "findings.json").write_text("[]", "utf-8")
    (build.folder / "manifest.json").write_text(json.dumps({"run": "abcdef1234"}), "utf-8")
    end_build(build=build, told="", manifest=Manifest("abcdef1234", "0" * 64, "OFFICIAL", {}))
    build.refresh_from_db()
    cycle = begin_cycle(
        partnership=seats.partnership,
        name=name,
        starts_on=date(year, 10, 1),
        ends_on=date(year + 1, 9, 30),
        by=seats.actor("manager"),
    )
    use_build(cycle=cycle, build=build, by=analyst)
    cycle.refresh_from_db()
    return cycle


def set_up(seats, panel=PANEL, **cycle):
    """A round with its panel named, not yet open."""
    scoring = begin_round(
        cycle=cycle_with_build(seats, **cycle),
        score_by=date(2026, 11, 27),
        by=seats.actor("analyst"),
    )
    for who, agency in panel:
        name_scorer(
            scoring=scoring,
            person=seats.people[who],
            agency=seats.agencies[agency],
            by=seats.actor("analyst"),
        )
    return scoring


def to(seats, scoring, state, who="manager", reason=""):
    move_round(scoring=scoring, to=state, reason=reason, by=seats.actor(who))
    return scoring


def scorer(scoring, seats, who):
    return scorers_of(scoring).get(person=seats.people[who])


def score_all(seats, scoring, who, value, only=None):
    """One scorer marks everything, with a reason."""
    place = scorer(scoring, seats, who)
    for threat in scored_threats(scoring):
        if only is None or threat.name in only:
            given = {
                one: MarkGiven(value(threat, one), f"a reason of {who}")
                for one in panel_criteria(scoring)
            }
            give_marks(scorer=place, threat=threat, given=given, by=seats.actor(who))


def by_position(threat, _criterion):
    """4 for the first, down to 1 for the fourth and after."""
    return max(1, 4 - threat.position)


@pytest.fixture
def in_set_up(seats):
    return set_up(seats)


@pytest.fixture
def blind(seats, in_set_up):
    """Open, nobody has marked."""
    return to(seats, in_set_up, RoundState.OPEN)


@pytest.fixture
def revealed(seats, blind):
    """Three agencies scored, all in one order."""
    for who, _ in PANEL:
        score_all(seats, blind, who, by_position)
    return to(seats, blind, RoundState.REVEALED)


@pytest.fixture
def agreed(seats, revealed):
    """Taken as marked at a quorate meeting."""
    return agree(seats, revealed)


def agree(seats, scoring):
    manager = seats.actor("manager")
    present = {seats.agencies[agency]: who for who, agency in PANEL}
    record_meeting(scoring=scoring, held_on=date(2026, 12, 1), note="", present=present, by=manager)
    agree_rest_as_marked(scoring=scoring, reason="nobody objects", by=manager)
    return to(seats, scoring, RoundState.AGREED)
