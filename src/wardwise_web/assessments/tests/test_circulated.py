"""Whoever may read a circulated paper is told by mail, and the mail tells nothing of it."""

from __future__ import annotations

from datetime import date

import pytest
from django.core import mail

from wardwise_web.assessments.jobs import send_circulated
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.papers import move_paper
from wardwise_web.assessments.states import PaperState
from wardwise_web.assessments.tests.made_paper import assure_all, bring_to
from wardwise_web.people.services import end_role


@pytest.fixture
def agreed(seats, year, chapter, paper):
    add_words(
        chapter=chapter,
        section="levels",
        after="start",
        words="A secret",
        by=seats.actor("analyst"),
    )
    assure_all(seats, year)
    bring_to(seats, paper, PaperState.AGREED)
    return paper


@pytest.fixture
def circulate(agreed, sign_in, now_jobs, settings, django_capture_on_commit_callbacks):
    """The manager circulates it on its page; the mails that went out."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    def circulated():
        there = f"/p/exampleshire/approval/{agreed.pk}/move/circulated/"
        day = {"due-day": "14", "due-month": "1", "due-year": "2099", "note": "For the partners"}
        with django_capture_on_commit_callbacks(execute=True):
            assert sign_in("manager").post(there, day).status_code == 302
        agreed.refresh_from_db()
        assert agreed.state == PaperState.CIRCULATED
        return mail.outbox

    return circulated


def test_who_may_read_it_is_told_and_nobody_else(circulate):
    told = [one.to for one in circulate()]
    assert all(len(to) == 1 for to in told)  # nobody sees who else was told
    assert sorted(to.partition("@")[0] for (to,) in told) == [
        "analyst", "assurer", "board", "chair", "fire", "health", "owner", "police", "probation",
        "scrutiny",
    ]  # fmt: skip


def test_it_says_where_until_when_and_how_it_is_marked(circulate, year):
    body = circulate()[0].body
    assert f"http://testserver/p/exampleshire/drafting/years/{year.pk}/" in body
    assert "Comments are due by 14 January 2099." in body
    assert "It is marked OFFICIAL." in body
    whole = body + mail.outbox[0].subject
    for word in ("secret", "Levels", "burglar", "For the partners", "412"):
        assert word not in whole


def test_whoever_has_no_role_any_more_is_not_told(circulate, seats):
    for held in seats.people["fire"].holdings.all():
        end_role(holding=held, by=seats.actor("administrator"))
    assert "fire@exampleshire.example" not in [to for one in circulate() for to in one.to]


def test_nobody_is_asked_for_comments_that_were_closed_meanwhile(circulate, seats, agreed):
    sent = len(circulate())
    move_paper(
        paper=agreed, to=PaperState.COMMENTS_CLOSED, note="All in", due=date(2099, 1, 1),
        by=seats.actor("manager"),
    )  # fmt: skip
    send_circulated.call(agreed.pk, seats.people["manager"].pk, "http://testserver")
    assert len(mail.outbox) == sent
