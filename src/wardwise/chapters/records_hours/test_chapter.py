"""A worked example: 240 crimes at 19:00 or 09:00, some in a span (tests/records_place.py)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.section_words import words_of
from wardwise.chapters.records_hours import CHAPTER
from wardwise.chapters.records_hours.findings import Heaped
from wardwise.chapters.records_hours.tables import hours_picture
from wardwise.chapters.records_hours.words import title
from wardwise.domain.nothing import NotKnown
from wardwise.figures.people_parts_of_week import Parts
from wardwise.figures.records_desk import RecordsDesk


def test_the_table_holds_every_record_once(records_desk: RecordsDesk) -> None:
    hours = CHAPTER.analyse(records_desk).hours
    # four of five at 19:00: 192. Of the 48 at 09:00 half end at 12:00: 24 and a third of 24
    by_hour = hours.found.by_hour
    assert [round(by_hour[hour], 6) for hour in (9, 10, 11, 19)] == [32, 8, 8, 192]
    assert sum(cell.number for row in hours.cells for cell in row) == pytest.approx(240)
    assert hours.certain.number == 90


def test_the_evening_leads_whatever_the_spans_hide(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    assert found.quarters.busiest.name == "18:00 to midnight"
    assert found.quarters.busiest.surely.number == 80
    words = words_of(*CHAPTER.write(found))
    assert "from 18:00 to midnight than in any other quarter of the day: 80.0%" in words
    # 240 days are 34 weeks and two days: no weekday has more than chance
    assert "No weekday clearly has the most." in words


def test_no_quarter_is_named_where_the_spans_leave_it_open(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    parts = found.quarters.parts
    open_ = replace(found, quarters=Parts(parts, parts[1:]))
    assert "cannot be said for sure" in words_of(*CHAPTER.write(open_))
    assert title(open_) == "Shared out over their spans, records peak from 14:00 to 20:00"
    even = replace(open_, gathers=False)
    assert title(even) == "No hour of the day clearly has the most"


def test_what_is_heaped_on_midday_makes_no_quarter_lead(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    # midday to 18:00 has 40% and the evening 35%; a tenth of all is heaped on midday: 40 − 10 < 35
    shares = (10.0, 15.0, 40.0, 35.0)
    parts = tuple(
        replace(part, surely=replace(part.surely, value=n), at_most=replace(part.at_most, value=n))
        for part, n in zip(found.quarters.parts, shares, strict=True)
    )
    noon = Heaped(12, replace(found.crimes, value=36.0), 3.0)  # 24 of 240 above its neighbours
    assert noon.excess == pytest.approx(24)
    calm = replace(found, quarters=Parts(parts, parts[2:3]), heaped=())
    assert calm.leading == parts[2]
    heaped = replace(calm, heaped=(noon,))
    assert heaped.leading is None
    told = words_of(*CHAPTER.write(heaped))
    assert "cannot be said for sure: times that were written as midnight or midday leave" in told
    assert not title(heaped).startswith("Most often from")


def test_a_night_is_one_row_of_the_picture(records_desk: RecordsDesk) -> None:
    found = CHAPTER.analyse(records_desk)
    values = hours_picture(found, found.hours).values
    # 19:00 is the fourteenth hour from 06:00; Monday 1 January is day 0, a 09:00
    assert sum(row[13] for row in values) == pytest.approx(192)
    assert values[0][13] == found.hours.found.weights[19, 0]
    assert values[6][20] == found.hours.found.weights[2, 0]


def test_too_few_times_are_no_table(records_desk: RecordsDesk) -> None:
    found = replace(CHAPTER.analyse(records_desk), hours=NotKnown("too few of them have a time"))
    (section,) = CHAPTER.write(found)
    assert "Not known: too few of them have a time." in words_of(section)


def test_one_end_of_a_span_is_no_proof_of_the_hour(records_desk: RecordsDesk) -> None:
    # every tenth of 240 has an end; of the other 216 it is missing
    words = words_of(*CHAPTER.write(CHAPTER.analyse(records_desk)))
    assert "216 records (90.0%) give one end of a span, where the others give both" in words
