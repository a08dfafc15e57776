"""The annual plan as a paper, and last year's plan handed over to the next build."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, date, datetime

import pytest
import yaml
from django.core.exceptions import PermissionDenied

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.composed import settings_now
from wardwise_web.evidence.runs import check_settings
from wardwise_web.evidence.services import save_settings
from wardwise_web.evidence.shelf import shelf
from wardwise_web.evidence.tests.test_setting import saved
from wardwise_web.performance.plan_file import plan_file
from wardwise_web.performance.services.packs import approve_plan, make_pack_again
from wardwise_web.plan.models import Action, ActionMove
from wardwise_web.plan.services.actions import move_action, rebaseline
from wardwise_web.plan.services.progress import say_no_evidence
from wardwise_web.plan.states import ActionState


ROOM = "/p/exampleshire/performance/annual-plan/"


@pytest.mark.parametrize("form", ["html", "pdf", "docx"])
def test_it_is_a_paper_in_each_form(sign_in, last_year, form):
    answer = sign_in("manager").get(f"{ROOM}{form}/")
    assert answer["Content-Disposition"] == f'attachment; filename="plan-2026-27.{form}"'
    starts = {"html": b"<!DOCTYPE html>", "pdf": b"%PDF-", "docx": b"PK"}[form]
    assert answer.content.lstrip().lower().startswith(starts.lower())
    assert AuditEvent.objects.filter(event="list.exported").count() == 1


def test_it_looks_back_at_last_year_and_says_what_is_missing(sign_in, last_year):
    page = sign_in("manager").get(f"{ROOM}html/").content.decode()
    assert "Actions of the plan of 2025/26: 1. Closed: 0." in page
    assert "A1 Lamps {with braces}" in page
    assert "In hand; past its date" in page
    assert "No action or service says when its money ends." in page
    alone = sign_in("manager").get(f"{ROOM}html/?year=2025/26").content.decode()
    assert "nothing can be said of how far it was carried out" in alone


def test_an_action_that_was_closed_late_is_late_in_the_file_by_the_date_in_force(seats, last_year):
    action = last_year.actions.get()
    moved = date(2026, 4, 10)  # ten days after the first date
    rebaseline(action=action, due_on=moved, reason="Lamps are late", by=seats.actor("manager"))
    say_no_evidence(action=action, because="Seen", by=seats.actor("owner"))
    action.refresh_from_db()
    move_action(action=action, to=ActionState.CLOSING, note="", by=seats.actor("owner"))
    move_action(action=action, to=ActionState.CLOSED, note="Seen.", by=seats.actor("manager"))
    closed = action.moves.last()
    ActionMove.objects.filter(pk=closed.pk).update(at=datetime(2026, 4, 22, 12, tzinfo=UTC))
    (told,) = plan_file(last_year, seats.actor("manager"), on=date(2026, 12, 31))["actions"]
    assert (told["first_due_on"], told["due_on"]) == ("2026-03-31", "2026-04-10")
    assert (told["state"], told["days_late"]) == ("closed", 12)


@pytest.fixture
def approved(seats, last_year, settings, django_capture_on_commit_callbacks):
    """This year's plan, approved and frozen at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    cycle = Cycle.objects.get(name="2026/27")
    with django_capture_on_commit_callbacks(execute=True):
        made = approve_plan(cycle=cycle, approval="Board, minute 4", by=seats.actor("chair"))
    made.refresh_from_db()
    return made


def test_what_was_approved_never_changes_and_is_made_again_to_the_byte(seats, sign_in, approved):
    assert approved.state == "made"
    assert set(approved.hashes) == {"pack.html", "pack.pdf", "pack.docx", "pack.json"}
    Action.objects.update(title="Other lamps")
    assert "Other lamps" in sign_in("manager").get(f"{ROOM}html/").content.decode()
    client, there = sign_in("manager"), f"/p/exampleshire/performance/packs/{approved.pk}/"
    answer = client.get(f"{there}pack.html/")
    assert answer["Content-Disposition"] == 'attachment; filename="plan-2026-27-approved.html"'
    assert "Lamps {with braces}" in answer.content.decode()
    assert make_pack_again(pack=approved, by=seats.actor("manager")) == []
    page = client.post(f"{there}again/", follow=True).content.decode()
    assert "the same, to the byte" in page
    assert "Board, minute 4" in client.get(ROOM).content.decode()


def test_a_plan_is_approved_by_who_may_approve_the_year_and_says_where(seats, sign_in, last_year):
    cycle = Cycle.objects.get(name="2026/27")
    with pytest.raises(PermissionDenied):
        approve_plan(cycle=cycle, approval="Board", by=seats.actor("analyst"))
    with pytest.raises(MoveRefused, match="where and when"):
        approve_plan(cycle=cycle, approval=" ", by=seats.actor("manager"))
    assert "Approve the plan" in sign_in("manager").get(ROOM).content.decode()
    assert "Approve the plan" not in sign_in("analyst").get(ROOM).content.decode()
    page = sign_in("manager").post(f"{ROOM}approve/", {"approval": ""}).content.decode()
    assert "Enter where and when it was approved" in page
    assert not cycle.packs.exists()


def test_what_a_reader_may_not_open_is_not_in_it(sign_in, last_year):
    Cycle.objects.filter(pk=last_year.pk).update(marking="OFFICIAL-SENSITIVE")
    assert "Lamps" in sign_in("manager").get(f"{ROOM}html/").content.decode()
    assert "Lamps" not in sign_in("scrutiny").get(f"{ROOM}html/").content.decode()


def test_who_may_not_take_it_away_does_not_and_there_is_no_other_form(sign_in, last_year):
    assert sign_in("analyst").get(f"{ROOM}pdf/").status_code == 404
    assert sign_in("manager").get(f"{ROOM}txt/").status_code == 404


def test_the_paper_has_the_word_of_each_action_in_word(sign_in, last_year):
    content = sign_in("manager").get(f"{ROOM}docx/").content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "Lamps" in book.read("word/document.xml").decode()


def test_the_next_build_is_handed_last_years_plan(seats, last_year):
    saved(seats)
    text = settings_now(seats.partnership)
    assert yaml.safe_load(text)["plan"] == {"last": "plan-2025-26.json"}
    assert check_settings(text).plan.last == "plan-2025-26.json"
    file = json.loads((shelf(seats.partnership) / "plan-2025-26.json").read_text("utf-8"))
    assert [one["title"] for one in file["actions"]] == ["Lamps {with braces}"]


def test_what_is_marked_above_the_document_stays_out_of_the_file(seats, last_year):
    saved(seats)
    Cycle.objects.filter(pk=last_year.pk).update(marking="OFFICIAL-SENSITIVE")
    settings_now(seats.partnership)
    file = json.loads((shelf(seats.partnership) / "plan-2025-26.json").read_text("utf-8"))
    assert file["actions"] == []


def test_a_plan_that_was_named_by_hand_stays(seats, last_year):
    saved(seats)
    text = f"{settings_now(seats.partnership)}".replace("plan-2025-26.json", "by_hand.json")
    save_settings(
        partnership=seats.partnership, text=text, note="Our own", based_on=1,
        by=seats.actor("analyst"),
    )  # fmt: skip
    assert yaml.safe_load(settings_now(seats.partnership))["plan"] == {"last": "by_hand.json"}


def test_a_first_year_hands_over_nothing(seats, cycle):
    saved(seats)
    assert "plan" not in yaml.safe_load(settings_now(seats.partnership))
