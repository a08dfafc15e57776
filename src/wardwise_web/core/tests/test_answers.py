"""What every answer carries, and how a fault, a forgery and an old button are answered."""

from __future__ import annotations

import json
import logging

import pytest
from django.db import OperationalError
from django.test import Client, RequestFactory

from wardwise_web.core.logs import JsonLines
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import page, show
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.core.views import failed


@pytest.mark.parametrize("address", ["/sign-in/login/", "/accessibility/", "/nowhere/"])
def test_every_answer_tells_the_browser_what_to_refuse(client, db, address):
    told = client.get(address).headers
    assert "script-src" not in told["Content-Security-Policy"]  # default-src: no inline script
    for part in ("default-src 'self'", "object-src 'none'", "base-uri 'none'"):
        assert part in told["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in told["Content-Security-Policy"]
    assert "unsafe" not in told["Content-Security-Policy"]
    assert told["X-Content-Type-Options"] == "nosniff"
    assert told["Referrer-Policy"] == "same-origin"
    assert told["Cross-Origin-Opener-Policy"] == "same-origin"
    assert told["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "no-store" in told["Cache-Control"]


def test_a_page_about_people_is_kept_by_no_cache(sign_in):
    assert "no-store" in sign_in("manager").get("/p/exampleshire/people/")["Cache-Control"]


def test_an_address_with_a_nought_character_is_refused_before_a_database_sees_it(sign_in):
    client = sign_in("auditor")
    assert client.get("/p/exampleshire/audit/?words=a%00b").status_code == 400
    assert client.get("/p/exampleshire/audit/", {"words": "a\0b"}).status_code == 400


def test_a_number_larger_than_any_is_not_found(sign_in):
    address = f"/p/exampleshire/people/{10**40}/"
    assert sign_in("administrator").get(address).status_code == 404


def test_a_form_without_its_token_is_refused_in_our_words(seats):
    browser = Client(enforce_csrf_checks=True)
    answer = browser.post("/sign-in/login/", {"login": "a@b.example", "password": "x"})
    assert answer.status_code == 403
    assert "had been open for too long" in answer.content.decode()


def test_a_page_that_only_takes_posts_does_nothing_at_a_head(sign_in, seats):
    """HEAD is asked for no token against forgery."""
    held = seats.people["board"].holdings.get()
    address = f"/p/exampleshire/people/{held.person_id}/roles/{held.pk}/end/"
    client = sign_in("administrator")
    assert client.head(address).status_code == 405
    told = client.get(address)
    assert (told.status_code, told["Allow"]) == (405, "POST")
    assert "address of a button" in told.content.decode()
    held.refresh_from_db()
    assert held.ends_at is None


@page(Verb.READ, Kind.OWN_PAGE, methods=("GET", "POST"))
def refuses(request):
    """A page that always refuses."""
    raise MoveRefused("Not now.")


@pytest.mark.parametrize(
    ("method", "came_from", "goes"),
    [
        ("get", "", "/"),
        ("get", "http://testserver/here/", "/"),  # itself: it would refuse again, without end
        ("get", "http://testserver/list/?a=b", "http://testserver/list/?a=b"),
        ("post", "http://testserver/here/", "http://testserver/here/"),
        ("post", "http://elsewhere.example/here/", "/"),
        ("post", "http://testserver.elsewhere.example/", "/"),
        ("post", "javascript:alert(1)", "/"),
    ],
)
def test_an_old_button_leads_back_to_a_page_of_ours(seats, method, came_from, goes):
    request = getattr(RequestFactory(), method)("/here/", headers={"referer": came_from})
    request.user, request.session = seats.people["board"], {}
    request._messages = type("Box", (), {"add": lambda *_: None})()
    assert refuses(request)["Location"] == goes


def test_a_fault_says_nothing_of_itself(client, seats, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("SELECT secret FROM somewhere")

    monkeypatch.setattr("wardwise_web.core.views.show", broken)
    client.raise_request_exception = False
    answer = client.get("/accessibility/")
    assert answer.status_code == 500
    assert "What you tried to do was not done".lower() in answer.content.decode().lower()
    assert "secret" not in answer.content.decode()


def test_a_fault_of_the_database_has_an_answer_too(monkeypatch):
    def broken(*_, **__):
        raise OperationalError("the database is not there")

    monkeypatch.setattr("wardwise_web.core.views.show", broken)
    answer = failed(RequestFactory().get("/"))
    assert (answer.status_code, answer["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert show is not broken


def test_a_line_of_the_log_is_one_line_whatever_is_in_it():
    words = "Not found: /a\n2026-11-21 ERROR everything is well"
    record = logging.LogRecord("django.request", logging.WARNING, "", 1, words, (), None)
    record.request, record.status_code = RequestFactory().get("/a%0Ab/?words=Jane"), 404
    line = JsonLines().format(record)
    assert "\n" not in line
    assert "Jane" not in line
    told = json.loads(line)
    assert (told["answer"], told["address"], told["level"]) == (404, "/a\nb/", "WARNING")
    assert told["at"].endswith("+00:00")
