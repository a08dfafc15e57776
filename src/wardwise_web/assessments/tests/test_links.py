"""Review links, and appendices that are kept from the public."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from wardwise_web.assessments.models import ReviewLink
from wardwise_web.assessments.services.comments import Target
from wardwise_web.assessments.services.committee import save_appendix
from wardwise_web.assessments.services.drafting import add_words
from wardwise_web.assessments.services.links import (
    comment_through,
    make_link,
    open_link,
    revoke_link,
)
from wardwise_web.assessments.tests.made_paper import BURGLARY_ID
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb


def link_for(seats, chapter, days=7):
    return make_link(chapter=chapter, for_whom="Dr Shaw", days=days, by=seats.actor("manager"))


def test_a_link_opens_one_chapter_and_each_opening_is_kept(seats, chapter):
    link, token = link_for(seats, chapter)
    assert token not in str(ReviewLink.objects.values().get())
    assert open_link(token=token) == link
    assert open_link(token="no such token") is None
    assert link.openings.count() == 1
    made = comment_through(link=link, target=Target("levels", "x"), words="Is it so?")
    assert made.who == "Dr Shaw (through a review link)"


def test_a_guest_sees_the_numbers_of_own_words_and_the_pictures(seats, chapter, client):
    words, by = f"Look at {{{BURGLARY_ID}}} first.", seats.actor("analyst")
    add_words(chapter=chapter, section="levels", after="start", words=words, by=by)
    _made, token = link_for(seats, chapter)
    page = client.get(f"/review/{token}/").content.decode()
    assert "Look at 412 first." in page
    assert 'src="data:image/svg+xml;base64,' in page


@pytest.mark.parametrize("days", [0, 15])
def test_a_link_lasts_two_weeks_at_most(seats, chapter, days):
    with pytest.raises(MoveRefused, match="1 to 14 days"):
        link_for(seats, chapter, days)


def test_a_link_that_ended_or_was_closed_opens_nothing_and_that_is_kept_too(seats, chapter):
    link, token = link_for(seats, chapter)
    ReviewLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert open_link(token=token) is None
    other, second = link_for(seats, chapter)
    revoke_link(link=other, by=seats.actor("manager"))
    assert open_link(token=second) is None
    assert [one.was_open for one in link.openings.all()] == [False]


def test_only_the_manager_makes_links(seats, chapter):
    with pytest.raises((PermissionDenied, Http404)):
        make_link(chapter=chapter, for_whom="x", days=3, by=seats.actor("analyst"))


OPEN = {"title": "T", "words": "W", "marking": "OFFICIAL", "exempt_paragraph": None,
        "public_interest": "", "review_on": None}  # fmt: skip


def test_an_exempt_appendix_says_by_which_paragraph_and_why(seats, paper):
    by = seats.actor("manager")
    save_appendix(paper=paper, letter="A", said=OPEN, by=by)
    with pytest.raises(MoveRefused, match="public interest"):
        save_appendix(paper=paper, letter="B", said=OPEN | {"exempt_paragraph": 7}, by=by)
    with pytest.raises(MoveRefused, match="lowest marking"):
        save_appendix(paper=paper, letter="B", said=OPEN | {"marking": "OFFICIAL-SENSITIVE"}, by=by)
    made = save_appendix(
        paper=paper,
        letter="B",
        said=OPEN
        | {
            "exempt_paragraph": 7,
            "public_interest": "It would tell offenders where to go",
            "review_on": date(2027, 10, 1),
            "marking": "OFFICIAL-SENSITIVE",
        },
        by=by,
    )
    assert can(seats.actor("board"), Verb.READ, made.as_thing())
    assert not can(seats.actor("scrutiny"), Verb.READ, made.as_thing())
    assert not can(seats.actor("police"), Verb.READ, made.as_thing())
