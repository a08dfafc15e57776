"""A pack in one press: for whom, with what, and that it stays as it was made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from wardwise.domain.nothing import Withheld
from wardwise.domain.period import Month, Period
from wardwise_web.assessments.models import Cycle
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.performance.models import Definition, Pack, Reading
from wardwise_web.performance.pack_rows import published_value
from wardwise_web.performance.series import Point
from wardwise_web.performance.services.definitions import publish_indicator
from wardwise_web.performance.services.packs import (
    ask_for_pack,
    circulate_pack,
    make_pack_again,
)
from wardwise_web.performance.services.targets import set_target
from wardwise_web.performance.terms import TargetTerms
from wardwise_web.performance.tests.readings import indicator_of
from wardwise_web.plan.models import Indicator


@pytest.fixture(autouse=True)
def at_once(settings):
    """The worker's part is done at once."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture
def made(seats, cycle, indicator, type_months, django_capture_on_commit_callbacks):
    """Makes a pack for an audience; 7 in the latest month would tell on somebody."""
    type_months(indicator, "2024-04", [40, 41, 39] * 8)
    terms = TargetTerms(date(2026, 4, 1), "maintain", "Board", "Plan {with braces}")
    set_target(indicator=indicator, terms=terms, by=seats.actor("manager"))
    type_months(indicator, "2026-04", [41] * 6 + [7])

    def make(audience):
        with django_capture_on_commit_callbacks(execute=True):
            asked = ask_for_pack(
                cycle=cycle, quarter_ends=date(2026, 9, 30), audience=audience,
                by=seats.actor("analyst"),
            )  # fmt: skip
        return Pack.objects.get(pk=asked.pk)

    return make


def test_it_is_made_with_its_chart_its_words_and_its_hashes(made):
    pack = made("board")
    assert pack.state == "made"
    assert set(pack.hashes) == {"pack.html", "pack.pdf", "pack.docx", "pack.json"}
    page = (pack.folder / "pack.html").read_text("utf-8")
    assert "S1 Shoplifting" in page
    assert "<svg" in page
    assert any(one.startswith("S1: no commentary") for one in pack.missing)
    assert (pack.folder / "pack.pdf").read_bytes().startswith(b"%PDF-")


def test_the_public_sees_what_is_published_and_no_small_count(seats, made, indicator):
    assert "S1 Shoplifting" not in (made("public").folder / "pack.html").read_text("utf-8")
    publish_indicator(indicator=indicator, by=seats.actor("manager"))
    page = (made("public").folder / "pack.html").read_text("utf-8")
    assert "S1 Shoplifting" in page
    assert "[c]" in page
    assert "<svg" not in page.split("</style>")[-1].split("indicator-s1-heading")[-1]


@pytest.mark.parametrize(
    ("kind", "numerator", "denominator", "told"),
    [
        ("rate", 23, 50, 50.0),  # 25 of 50
        ("share", 23, 50, 50.0),  # 25 and 25 others: 27, rounded
        ("share", 58, 62, None),  # the four others would be told
        ("share", 9, 17, 50.0),  # 10 and 10: never more than all
        ("rate", 7, 50, None),
    ],
)
def test_a_partners_rate_and_share_are_told_from_rounded_counts(kind, numerator, denominator, told):
    reading = Reading(numerator=Decimal(numerator), denominator=Decimal(denominator))
    point = Point(Period(Month(2026, 9), Month(2026, 9)), reading)
    value = published_value(point, Definition(kind=kind, per=100))
    assert isinstance(value, Withheld) if told is None else value == told


def test_how_the_luck_was_worked_out_names_no_cases_to_the_public(seats, made, indicator):
    publish_indicator(indicator=indicator, by=seats.actor("manager"))
    for audience, names in (("board", True), ("public", False)):
        page = (made(audience).folder / "pack.html").read_text("utf-8")
        assert "the chance of meeting it by luck alone was" in page
        assert ("another year at the same rate" in page) is names


def test_a_pack_is_read_by_its_audience_once_it_is_given_out(seats, sign_in, made):
    pack = made("board")
    address = f"/p/exampleshire/performance/packs/{pack.pk}/"
    assert sign_in("board").get(address).status_code == 404
    circulate_pack(pack=pack, by=seats.actor("manager"))
    assert sign_in("board").get(address).status_code == 200
    assert sign_in("scrutiny").get(address).status_code == 404
    answer = sign_in("board").get(f"{address}pack.pdf/")
    assert answer["Content-Disposition"].startswith('attachment; filename="board-pack-2026-09')


def test_a_pack_is_made_again_from_its_plain_data_to_the_byte(seats, made):
    pack = made("board")
    assert make_pack_again(pack=pack, by=seats.actor("manager")) == []
    row = AuditEvent.objects.last()
    assert (row.event, '"agrees": true' in row.details) == ("pack.made_again", True)


def test_a_pack_whose_plain_data_were_altered_is_not_made_again(seats, made):
    pack = made("board")
    file = pack.folder / "pack.json"
    file.write_text(file.read_text("utf-8") + " ", "utf-8")
    told = make_pack_again(pack=pack, by=seats.actor("manager"))
    assert told[0] == "pack.json is not as it was made."
    assert "cannot be made again" in told[1]


def test_a_pack_that_was_altered_is_not_handed_out(sign_in, made):
    pack = made("scrutiny")
    file = pack.folder / "pack.html"
    file.write_bytes(file.read_bytes() + b" ")
    answer = sign_in("manager").get(f"/p/exampleshire/performance/packs/{pack.pk}/pack.html/")
    assert answer.status_code == 409
    assert "was altered" in answer.content.decode()
    other = sign_in("manager").get(f"/p/exampleshire/performance/packs/{pack.pk}/secret/")
    assert other.status_code == 404


def test_what_is_confidential_stays_out_of_a_pack_for_scrutiny(seats, made):
    closed = indicator_of(seats, "X9")
    Indicator.objects.filter(pk=closed.pk).update(marking="OFFICIAL-SENSITIVE", name="Known to few")
    Cycle.objects.update(marking="OFFICIAL-SENSITIVE")
    assert "Known to few" in (made("board").folder / "pack.json").read_text("utf-8")
    assert "Known to few" not in (made("scrutiny").folder / "pack.json").read_text("utf-8")


def test_a_pack_is_asked_for_in_one_press(sign_in, cycle, indicator):
    page = "/p/exampleshire/performance/packs/make/"
    client = sign_in("manager")
    quarter = client.get(page).content.decode().split('<option value="')[1].split('"')[0]
    answer = client.post(page, {"audience": "board", "quarter": quarter})
    assert answer.status_code == 302
    assert sign_in("owner").post(page, {"audience": "board"}).status_code in (403, 404)
    assert Decimal(Pack.objects.count()) == 1
