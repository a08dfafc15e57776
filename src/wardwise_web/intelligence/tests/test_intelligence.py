"""Cards are read by those who may, and further work goes by its table of moves."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise.document.blocks import Note, NoteKind
from wardwise.document.document_json import document_json
from wardwise.document.section import Section
from wardwise.document.text import Text
from wardwise_web.assessments.demo import load as load_year
from wardwise_web.assessments.tests.made_paper import papers, year_of
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.roles import Role
from wardwise_web.intelligence.demo import load
from wardwise_web.intelligence.gaps import gaps_of, not_asked
from wardwise_web.intelligence.grades import is_weak
from wardwise_web.intelligence.presenters import initial_of
from wardwise_web.intelligence.selectors import cards_for
from wardwise_web.intelligence.services import Card, change_card, move_work, name_readers
from wardwise_web.intelligence.states import MOVES, OVER, WorkState


@pytest.fixture
def known(seats):
    load_year(seats)
    load(seats)
    return seats


def card(play, start):
    return play.partnership.evidence_cards.get(title__startswith=start)


def work(play, start):
    return play.partnership.further_work.get(question__startswith=start)


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("analyst", 2),
        ("manager", 2),
        ("assurer", 2),
        ("police", 1),
        ("health", 1),
        ("fire", 0),
        ("board", 0),
        ("scrutiny", 0),
        ("administrator", 0),
    ],
)
def test_who_sees_which_cards(known, who, sees):
    assert len(cards_for(known.actor(who), known.partnership.cycles.first())) == sees


def test_a_named_reader_sees_the_card_and_the_naming_is_a_disclosure(known):
    hidden = card(known, "Young people")
    name_readers(card=hidden, readers=[known.people["board"]], by=known.actor("police"))
    assert cards_for(known.actor("board"), known.partnership.cycles.first()) == [hidden]
    row = AuditEvent.objects.get(event="card.readers_named")
    assert (row.operation, row.recipients) == ("disclosure", "Bernard Cole")


def test_the_author_does_not_lower_the_marking(known):
    hidden = card(known, "Young people")
    said = {name: getattr(hidden, name) for name in Card.__dataclass_fields__}
    lower = Card(**{**said, "marking": "OFFICIAL"})
    with pytest.raises(MoveRefused, match="did not write the card"):
        change_card(card=hidden, said=lower, version=1, by=known.actor("police"))
    change_card(card=hidden, said=lower, version=1, by=known.actor("manager"))
    with pytest.raises(MoveRefused, match="meanwhile"):
        change_card(card=hidden, said=lower, version=1, by=known.actor("manager"))


def test_reading_a_restricted_card_is_kept_and_an_open_one_is_not(known, sign_in):
    client = sign_in("analyst")
    for start in ("Young people", "Emergency"):
        one = card(known, start)
        assert client.get(f"/p/exampleshire/evidence-cards/{one.pk}/").status_code == 200
    assert AuditEvent.objects.filter(operation="consultation").count() == 1


def test_a_card_that_one_may_not_read_is_not_found(known, sign_in):
    hidden = card(known, "Young people")
    assert sign_in("health").get(f"/p/exampleshire/evidence-cards/{hidden.pk}/").status_code == 404


def test_whoever_did_the_work_does_not_accept_it(known):
    answered = work(known, "Which deliberate")
    with pytest.raises((MoveRefused, PermissionDenied)):
        move_work(work=answered, to=WorkState.ACCEPTED, note="", by=known.actor("fire"))
    move_work(work=answered, to=WorkState.ACCEPTED, note="", by=known.actor("manager"))
    answered.refresh_from_db()
    assert answered.state == WorkState.ACCEPTED
    assert [move.state for move in answered.moves.all()] == [
        "asked",
        "taken",
        "answered",
        "accepted",
    ]


def test_declining_needs_a_reason(known):
    with pytest.raises(MoveRefused, match="Give the reason"):
        move_work(
            work=work(known, "Is knife"), to=WorkState.DECLINED, note=" ", by=known.actor("police")
        )


def test_somebody_elses_question_is_not_taken(known):
    with pytest.raises(PermissionDenied):
        move_work(work=work(known, "Is knife"), to=WorkState.TAKEN, note="", by=known.actor("fire"))
    with pytest.raises(Http404):
        move_work(
            work=work(known, "Is knife"), to=WorkState.TAKEN, note="", by=known.actor("auditor")
        )


def test_every_state_can_be_left_or_is_over():
    left = {start for start, _ in MOVES}
    assert {state for state in WorkState if state not in left} <= set(OVER)
    assert all(set(move.roles) <= set(Role) for move in MOVES.values())


def test_the_buttons_of_a_page_are_the_moves_of_the_reader(known, sign_in):
    answered = work(known, "Which deliberate")
    address = f"/p/exampleshire/further-work/{answered.pk}/"
    assert "Accept the result" in sign_in("manager").get(address).content.decode()
    assert "Accept the result" not in sign_in("fire").get(address).content.decode()
    assert sign_in("fire").get(f"{address}accepted/").status_code == 404
    page = sign_in("manager").post(f"{address}taken/", {"note": " "}).content.decode()
    assert "Give the reason" in page


def test_a_card_from_the_form(known, sign_in):
    client = sign_in("fire")
    new = {
        **initial_of(card(known, "Emergency")),
        "agency": known.agencies["fire"].pk,
        "title": "Bins are set alight behind the shops",
        "version": "",
        "handling": "C",
    }
    for name in ("observed_on", "review_on"):
        on = new.pop(name)
        new |= {f"{name}-{part}": getattr(on, part) for part in ("day", "month", "year")}
    page = client.post("/p/exampleshire/evidence-cards/add/", new).content.decode()
    assert "Enter the conditions under which it may be shared" in page
    page = client.post("/p/exampleshire/evidence-cards/add/", {**new, "handling": "P"}, follow=True)
    assert "The card is kept." in page.content.decode()


def test_exports_are_for_those_who_may(known, sign_in):
    address = "/p/exampleshire/evidence-cards/?form=csv"
    assert sign_in("manager").get(address).status_code == 403
    assert "OFFICIAL-SENSITIVE" in sign_in("analyst").get(address).content.decode()[:40]


@pytest.mark.parametrize(
    ("source", "content", "weak"), [("1", "A", False), ("3", "A", True), ("1", "E", True)]
)
def test_what_a_finding_should_not_rest_on_alone(source, content, weak):
    assert is_weak(source, content) is weak


def test_a_card_says_that_nothing_should_rest_on_it_alone(known, sign_in):
    found = card(known, "Young people")
    page = f"/p/exampleshire/evidence-cards/{found.pk}/"
    assert "rest on this card alone" not in sign_in("analyst").get(page).content.decode()
    said = Card(**{name: getattr(found, name) for name in Card.__dataclass_fields__})
    change_card(
        card=found, said=replace(said, content_grade="E"), version=1, by=known.actor("analyst")
    )
    assert "rest on this card alone" in sign_in("analyst").get(page).content.decode()


def with_gaps(play, *texts):
    """The year of a build whose assessment names what is missing."""
    return with_text(year_of(play), *texts)


def test_every_gap_of_the_build_is_listed_until_somebody_is_asked(seats, sign_in):
    cycle = with_gaps(seats, "What 41 shops lost.", "Who was burgled before.")
    client, page = sign_in("analyst"), "/p/exampleshire/further-work/"
    first = not_asked(cycle, seats.actor("analyst"))[0]
    assert (first.about, first.text) == ("Burglary", "What 41 shops lost.")
    listed = client.get(page).content.decode()
    assert "nobody has been asked: 2" in listed
    asked = client.get(f"{page}add/?gap={first.gap_id}").content.decode()
    assert "What 41 shops lost." in asked
    due = timezone.localdate() + timedelta(days=30)
    answers = {
        "kind": "commission", "question": "What did shops lose?", "gap": first.text,
        "about": first.about, "product": "a table", "gap_id": first.gap_id,
        "analyst": seats.people["police"].pk, "due-day": due.day, "due-month": due.month,
        "due-year": due.year,
    }  # fmt: skip
    assert client.post(f"{page}add/", answers).status_code == 302
    assert [one.text for one in not_asked(cycle, seats.actor("analyst"))] == [
        "Who was burgled before."
    ]
    # the next build says the same with another number: it has been asked about
    again = with_text(cycle, "What 52 shops lost.")
    assert [one.gap_id for one in gaps_of(again, seats.actor("analyst"))] == [first.gap_id]


def with_text(cycle, *texts):
    """The same year's build, its paper written anew."""
    notes = tuple(Note(NoteKind.MISSING, Text((text,))) for text in texts)
    paper = replace(papers()[0], sections=(Section("Burglary", "burglary", notes),))
    file = cycle.build.folder / "document.json"
    file.write_text(document_json((paper, papers()[1])), "utf-8")
    os.utime(file, ns=(0, file.stat().st_mtime_ns + 10**9))
    return cycle


def test_gaps_are_shown_to_those_who_may_read_the_build(seats):
    cycle = with_gaps(seats, "Who was burgled before.")
    assert len(gaps_of(cycle, seats.actor("police"))) == 1
    assert gaps_of(cycle, seats.actor("scrutiny")) == []


def test_nobody_is_asked_for_an_answer_by_yesterday(known, sign_in):
    day = timezone.localdate() - timedelta(days=1)
    said = {"due-day": day.day, "due-month": day.month, "due-year": day.year}
    page = sign_in("analyst").post("/p/exampleshire/further-work/add/", said).content.decode()
    assert "By when must be today or later" in page


def test_whoever_answers_can_work_on_it(known, sign_in):
    page = sign_in("analyst").get("/p/exampleshire/further-work/add/").content.decode()
    assert "Petra Lowe" in page
    assert "Adele Moss" not in page  # an administrator could never give the result
