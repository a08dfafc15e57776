"""The register: views that stay, saves that do not overwrite, and a score by hand."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.http import Http404
from django.utils import timezone

from wardwise.domain.nothing import NotKnown
from wardwise_web.assessments.demo import load as load_year
from wardwise_web.assessments.services import begin_cycle
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.horizon.demo import load
from wardwise_web.horizon.selectors import score_of
from wardwise_web.horizon.services import (
    Description,
    Likelihood,
    Stale,
    change_item,
    give_view,
    hand_over,
    tell_ending,
)
from wardwise_web.horizon.words import YARDSTICK, Outcome


@pytest.fixture
def scan(seats):
    load_year(seats)
    load(seats)
    return seats


def first(play):
    return play.partnership.horizon_items.get(title__startswith="The late bus")


def said(**differs):
    given = {
        "title": "The late bus is withdrawn",
        "area": "organisational",
        "source": "a paper",
        "source_on": date(2026, 9, 8),
        "effect": "More people on foot.",
        "threats": ["Robbery"],
        "trigger": "",
        "when": "within a year",
        "review_on": date(2026, 11, 27),
    }
    return Description(**{**given, **differs})


def test_the_bands_do_not_touch():
    edges = [(band.lowest, band.highest) for band in YARDSTICK]
    assert all(one[1] < two[0] for one, two in pairwise(edges))


def test_what_was_thought_before_stays(scan):
    item = first(scan)
    assert [view.likelihood for view in item.views.order_by("id")] == ["likely", "highly likely"]
    assert item.view.likelihood == "highly likely"


def test_a_stale_form_overwrites_nothing(scan):
    item, by = first(scan), scan.actor("analyst")
    change_item(item=item, said=said(title="First"), version=1, by=by)
    with pytest.raises(Stale):
        change_item(item=item, said=said(title="Second"), version=1, by=by)
    item.refresh_from_db()
    assert item.title == "First"


def test_the_page_shows_what_was_saved_meanwhile_and_keeps_ones_own_words(scan, sign_in):
    item = first(scan)
    change_item(item=item, said=said(effect="Theirs."), version=1, by=scan.actor("analyst"))
    posted = {
        **{name: str(value) for name, value in vars(said()).items() if "_on" not in name},
        **{
            f"source_on-{part}": n
            for part, n in zip(("day", "month", "year"), (8, 9, 2026), strict=True)
        },
        **{
            f"review_on-{part}": n
            for part, n in zip(("day", "month", "year"), (27, 11, 2026), strict=True)
        },
        "effect": "Mine.",
        "threats": "Robbery",
        "version": 1,
    }
    client = sign_in("analyst")
    page = client.post(f"/p/exampleshire/horizon/{item.pk}/change/", posted).content.decode()
    assert "Theirs." in page
    assert "Mine." in page
    item.refresh_from_db()
    assert item.effect == "Theirs."


def test_a_contributor_changes_their_own_item_alone(scan):
    with pytest.raises(Exception, match="You may read this horizon item"):
        give_view(item=first(scan), view=Likelihood("likely", "x"), by=scan.actor("health"))
    with pytest.raises(Http404):
        give_view(item=first(scan), view=Likelihood("likely", "x"), by=scan.actor("auditor"))


def test_a_year_is_scored_by_what_was_thought_before_the_end(scan):
    cycle = scan.partnership.cycles.first()
    assert isinstance(score_of(cycle).score, NotKnown)
    by = scan.actor("analyst")
    items = {item.title[:8]: item for item in scan.partnership.horizon_items.all()}
    tell_ending(item=items["The late"], outcome=Outcome.HAPPENED, note="It was.", by=by)
    tell_ending(item=items["A new re"], outcome=Outcome.DID_NOT, note="Put off.", by=by)
    # a view given once the end was known foresaw nothing
    give_view(item=items["A new re"], view=Likelihood("remote chance", "Put off."), by=by)
    found = score_of(cycle)
    # both were highly likely, 0.85: (0.85 - 1)² = 0.0225 and 0.85² = 0.7225; half of 0.745
    assert found.score == pytest.approx(0.3725)
    assert (found.counted, found.still_open) == (2, 1)


def test_pages_open_and_export(scan, sign_in):
    client = sign_in("analyst")
    assert "3 on the register" in client.get("/p/exampleshire/horizon/").content.decode()
    exported = client.get("/p/exampleshire/horizon/", {"form": "csv"}).content.decode()
    assert "Exported by Asha Daley" in exported
    home = sign_in("analyst").get("/p/exampleshire/").content.decode()
    assert "Look again at what may come" in home


def test_last_year_is_scored_on_this_years_page_and_the_list_asks_little_of_the_database(
    seats, sign_in, django_assert_max_num_queries
):
    """Likely and it happened, a realistic possibility and it did not: by hand from the bands."""
    years = {"2025/26": 2025, "2026/27": 2026}
    before, _ = (
        begin_cycle(
            partnership=seats.partnership,
            name=name,
            starts_on=date(year, 10, 1),
            ends_on=date(year + 1, 9, 30),
            by=seats.actor("manager"),
        )
        for name, year in years.items()
    )
    load(seats)
    found = score_of(before)
    assert found.score == pytest.approx(((0.65 - 1) ** 2 + 0.45**2) / 2)
    assert (found.counted, found.partly, found.still_open) == (2, 1, 0)
    client = sign_in("scrutiny")
    client.get("/p/exampleshire/horizon/")
    with django_assert_max_num_queries(22):
        page = client.get("/p/exampleshire/horizon/").content.decode()
    assert f"Brier score is {found.score:.2f}" in page
    assert "form=csv" not in page  # scrutiny reads the list and may not take it away
    past = sign_in("manager").get(f"/p/exampleshire/horizon/?year={before.name}").content.decode()
    assert "Add something" not in past


def test_an_item_is_given_another_owner_who_writes_on_it_from_then(scan, sign_in):
    item = first(scan)
    before, after = item.owner, scan.people["health"]
    page = f"/p/exampleshire/horizon/{item.pk}/owner/"
    assert sign_in("health").get(page).status_code == 403
    told = sign_in("manager").post(page, {"owner": after.pk}, follow=True).content.decode()
    assert f"{after} owns it now." in told
    item.refresh_from_db()
    assert (item.owner, [one.given_by for one in item.views.all()][:1]) == (after, [before])
    assert sign_in("health").get(page).status_code == 200
    row = AuditEvent.objects.get(event="horizon_item.handed_over")
    assert json.loads(row.details) == {"from": before.name, "to": after.name}


def test_who_holds_no_such_role_owns_nothing(scan):
    with pytest.raises(MoveRefused, match="holds no role here"):
        hand_over(item=first(scan), to=scan.people["scrutiny"], by=scan.actor("manager"))


def test_a_view_does_not_come_from_the_future(scan):
    late = Likelihood("likely", "x", timezone.now() + timedelta(days=1))
    with pytest.raises(MoveRefused, match="future"):
        give_view(item=first(scan), view=late, by=scan.actor("analyst"))
