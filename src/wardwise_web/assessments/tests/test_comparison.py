"""Which figures moved between two runs, and what the runs' records say of why."""

from __future__ import annotations

import pytest

from wardwise_web.assessments.comparison import compare
from wardwise_web.assessments.findings import findings_of
from wardwise_web.evidence.tests.made_run import figure, write_run


FORCE = {"path": "police_uk/2026-09.csv", "sha256": "a" * 64, "bytes": 10}
HEALTH = {"path": "partners/health/ed.csv", "sha256": "b" * 64, "bytes": 10}
FIRES = {"path": "partners/fires/fires.csv", "sha256": "d" * 64, "bytes": 10}
LISTED = {
    "document": {"marking": "OFFICIAL"},
    "partner_files": [
        {"dataset": "ed_assaults", "file": "health/ed.csv"},
        {"dataset": "fires", "file": "fires/fires.csv"},
    ],
}


@pytest.fixture
def between(tmp_path):
    """Two runs from their figures and what differs in their manifests."""

    def compared(then, now, then_differs=None, now_differs=None):
        folders = [
            write_run(tmp_path / name, figures, **{"run": name, **(differs or {})})
            for name, figures, differs in (
                ("then", then, then_differs),
                ("now", now, now_differs),
            )
        ]
        import json

        manifests = [json.loads((one / "manifest.json").read_text("utf-8")) for one in folders]
        return compare(
            findings_of(folders[0]).figures,
            findings_of(folders[1]).figures,
            manifest_then=manifests[0],
            manifest_now=manifests[1],
        )

    return compared


def test_what_did_not_move_is_counted_and_not_listed(between):
    found = between([figure()], [figure(value=412.0000000001)])
    assert (found.moved, found.unchanged) == ((), 1)


def test_the_same_latest_year_is_found_though_its_months_moved_on(between):
    later = figure("F-BBBBBBBB", period_start="2025-11", period_end="2026-10", value=420)
    files = [FORCE | {"sha256": "e" * 64}]
    (moved,) = between([figure()], [later], None, {"files": files}).moved
    assert (moved.then.value, moved.now.value) == (412, 420)
    assert moved.reasons == (
        "its period now ends in October 2026 (it ended in September 2026)",
        "police_uk/2026-09.csv: changed",
    )


def test_months_within_a_detail_move_on_too(between):
    old = figure(detail="against 2024-10/2025-09", value=3.0)
    new = figure(
        "F-BBBBBBBB",
        detail="against 2024-11/2025-10",
        period_start="2025-11",
        period_end="2026-10",
        value=4.0,
    )
    (moved,) = between([old], [new]).moved
    assert (moved.then.value, moved.now.value) == (3.0, 4.0)


def test_only_a_file_of_its_own_sources_can_have_moved_a_figure(between):
    crime = figure(value=1)
    assaults = figure("F-BBBBBBBB", sources=["partner:ed_assaults"], value=5)
    then = {"files": [FORCE, HEALTH, FIRES], "settings": LISTED}
    now = {"files": [FORCE, HEALTH | {"sha256": "e" * 64}, FIRES], "settings": LISTED}
    found = between([crime, assaults], [crime | {"value": 2}, assaults | {"value": 6}], then, now)
    assert [one.reasons for one in found.moved] == [
        ("the runs' records do not say",),
        ("partners/health/ed.csv: changed",),
    ]


def test_a_file_that_is_only_called_otherwise_moved_nothing(between):
    now = {"files": [FORCE | {"path": "police_uk/renamed.csv"}]}
    assert between([figure()], [figure()], None, now).differences == ()


def test_settings_and_program_are_named(between):
    settings = {"document": {"marking": "OFFICIAL"}, "partner_files": [], "seed": 7}
    found = between(
        [figure()],
        [figure(value=5)],
        None,
        {"settings": settings, "code": "d" * 64, "definitions": {"knife_crime": {"version": "2"}}},
    )
    assert found.moved[0].reasons == (
        "setting seed changed",
        "the program changed between the runs",
        "definition of knife crime changed",
    )


def test_the_plan_that_changed_is_what_moved_its_figures(between):
    plan = {"path": "plan-2025-26.json", "sha256": "a" * 64, "bytes": 10}
    named = LISTED | {"plan": {"last": "plan-2025-26.json"}}
    runs = [
        {"files": [plan | {"sha256": sha256}], "settings": named} for sha256 in ("a" * 64, "b" * 64)
    ]
    rows = figure(sources=["last_plan"])
    (moved,) = between([rows], [rows | {"value": 15}], *runs).moved
    assert moved.reasons == ("plan-2025-26.json: changed",)


def test_figures_that_came_and_went_say_so(between):
    gone, new = figure(), figure("F-BBBBBBBB", measure="rate_per_1000_residents")
    found = between([gone], [new])
    assert [(one.then is None, one.now is None) for one in found.moved] == [
        (True, False),
        (False, True),
    ]
    assert found.moved[0].reasons[0] == "the earlier run did not print it"
    assert found.in_words == "0 figures moved, 1 new, 1 no longer printed; 0 as they were."


def test_known_to_withheld_is_a_movement(between):
    hidden = figure(value=None, status="withheld", reason="too few people")
    assert len(between([figure()], [hidden]).moved) == 1
    assert between([hidden], [hidden]).moved == ()
