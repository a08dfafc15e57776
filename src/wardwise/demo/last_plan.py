"""Last year's plan of Exampleshire: what its partners had agreed, and what became of it."""

from __future__ import annotations

import json
from typing import Any


LAST_PLAN = "plan-2025-26.json"
_COUNCIL, _POLICE, _HOUSING = "Exampleshire Council", "Midshire Police", "Kilnfield Homes"
_FIRE, _HEALTH = "Midshire Fire and Rescue Service", "Midshire Integrated Care Board"
# code, title, agency, state, first due, due, percent complete, days late, last word
_ACTIONS = (
    ("A1", "Lighting on the canal path", _HOUSING, "closed", "2026-03-31", "2026-03-31", 100, 0,
     "All 22 lamps work; the residents' group walked the path in April."),
    ("A2", "One number for anti-social behaviour", _COUNCIL, "closed", "2026-01-31", "2026-04-30",
     100, 0, "Open since May; three of five calls are answered the same day."),
    ("A3", "Visits to homes burgled twice", _POLICE, "closed", "2026-06-30", "2026-06-30", 100, 0,
     "61 of 64 homes were visited within a week."),
    ("A4", "Burglary packs for the ten streets", _POLICE, "in hand", "2026-08-31", "2026-08-31", 30,
     30, "The supplier is behind; carried into this year's plan."),
    ("A5", "Fire safety visits shared with housing", _FIRE, "deferred", "2026-09-30", "2026-09-30",
     10, 0, "Waits for the sharing agreement to be renewed."),
    ("A6", "Drop-in clinic at the hostel", _HEALTH, "stopped", "2026-09-30", "2026-09-30", 40, 0,
     "The hostel closed in May; its residents use the clinic in Market Street."),
)  # fmt: skip
# code, name, unit, first month, last month, asked, actual, state, reason, result, words
_INDICATORS = (
    ("C2", "Burglary", "offences", None, None, None, None, "not known",
     "September was not published when the year ended", "not known", "To be no higher."),
    ("N2", "Satisfied with how a complaint was dealt with", "percent", "2026-04", "2026-09", 66.5,
     72.5, "known", "", "met", "116 of 160 people who were asked."),
    ("T1", "Left drug treatment as planned", "percent", "2026-04", "2026-09", 59.7, 63.3, "known",
     "", "met", "272 of 430 who left."),
    ("T2", "Days from referral to first appointment", "days", "2026-04", "2026-06", None, 11.0,
     "known", "", "not known", "On trial: too few quarters to judge."),
    ("V1", "Violence and sexual offences", "offences", None, None, None, None, "not known",
     "September was not published when the year ended", "no target",
     "None, by design: more reports of domestic abuse may be good."),
)  # fmt: skip


def last_plan_text(area: str) -> str:
    """The file as docs/reference/plan_file.md has it."""
    file = {
        "schema": 1,
        "partnership": area,
        "year": "2025/26",
        "first_month": "2025-10",
        "last_month": "2026-09",
        "as_of": "2026-09-30",
        "actions": [_action(*row) for row in _ACTIONS],
        "indicators": [_indicator(*row) for row in _INDICATORS],
    }
    return json.dumps(file, ensure_ascii=False, indent=1) + "\n"


def _action(*row: Any) -> dict[str, Any]:
    names = ("code", "title", "agency", "state", "first_due_on", "due_on", "percent_complete",
             "days_late", "last_word")  # fmt: skip
    return dict(zip(names, row, strict=True))


def _indicator(*row: Any) -> dict[str, Any]:
    names = ("code", "name", "unit", "first_month", "last_month", "asked", "actual", "state",
             "reason", "result", "words")  # fmt: skip
    return dict(zip(names, row, strict=True))
