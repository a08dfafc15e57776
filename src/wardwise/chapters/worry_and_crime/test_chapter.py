"""Worked examples: fourteen wards of one neighbourhood each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from tests.builders import LAST, desk_with
from wardwise.chapters.worry_and_crime import CHAPTER
from wardwise.chapters.worry_and_crime.words import gap_named
from wardwise.document.blocks import Note, Paragraph, Table
from wardwise.document.pictures import Map
from wardwise.document.section import Section
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.domain.survey import QuestionAsked
from wardwise.figures.desk import Desk
from wardwise.figures.worry import CRIME, WorryFound
from wardwise.measures.worry.four_ways import FourWay


WARDS = tuple(Area(f"E0577{n:04d}", f"Ward {n}", AreaKind.WARD) for n in range(14))
LSOAS = tuple(Area(f"E0177{n:04d}", f"Place {n}", AreaKind.LSOA) for n in range(14))
QUESTION = "How safe do you feel walking alone in your area after dark?"


def _desk(*, unsafe: Sequence[int], replies: int = 60, monthly: Sequence[int]) -> Desk:
    """Ward n has that many offences a month, and so many of its replies say 'very unsafe'."""
    desk = desk_with({CRIME: [1] * 24})
    months = Period.ending(LAST, months=24).months
    counts = np.repeat(np.array(monthly)[:, None], 24, axis=1)[:, :, None]
    local = MonthlyCounts(
        "police_uk", LSOAS, months, (CRIME,), counts, np.ones((14, 24), dtype=bool)
    )
    place = desk.evidence.place
    members = {ward.code: (lsoa.code,) for ward, lsoa in zip(WARDS, LSOAS, strict=True)}
    whole = {place.area.code: tuple(lsoa.code for lsoa in LSOAS)}
    place = replace(
        place,
        wards=WARDS,
        lsoas=LSOAS,
        commissioned=(),
        members=members | whole | {lsoa.code: (lsoa.code,) for lsoa in LSOAS},
    )
    residents = {area.code: 1_000 for area in (*WARDS, *LSOAS)} | {place.area.code: 14_000}
    people = replace(desk.evidence.people, residents=residents)
    answers = [
        "Very unsafe" if n < number else "Very safe" for number in unsafe for n in range(replies)
    ]
    asked = QuestionAsked(
        question=QUESTION,
        answers=tuple(answers),
        weights=np.ones(len(answers)),
        groups={},
        first_day="2024-10-01",
        last_day="2024-11-30",
        marking="OFFICIAL",
        wards=tuple(ward.code for ward in WARDS for _ in range(replies)),
    )
    survey = {QUESTION: asked}
    evidence = replace(desk.evidence, local=local, place=place, people=people, survey=survey)
    return replace(desk, evidence=evidence)


MONTHLY = (1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7)
FOLLOWS = (5, 6, 8, 9, 12, 13, 18, 19, 24, 25, 30, 31, 36, 37)


def _words(section: Section) -> str:
    return " ".join(str(block.text) for block in section.blocks if isinstance(block, Paragraph))


def _block(section: Section, kind: type[Any]) -> Any:
    return next(block for block in section.blocks if isinstance(block, kind))


def test_worry_that_follows_crime_is_said_to() -> None:
    found = CHAPTER.analyse(_desk(unsafe=FOLLOWS, monthly=MONTHLY))
    assert isinstance(found.found, WorryFound)
    assert found.found.agreement.number > 0.95
    assert found.found.p_value.number < 0.05
    section = CHAPTER.write(found)
    assert "feel unsafe more often in wards with more recorded violence" in _words(section)
    assert "In no ward do the two clearly part." in _words(section)
    assert found.key_findings == ()
    # 840 replies; the wards' 5 + 6 + … + 37 = 273 of them, 32.5%; 56 × 12 ÷ 14,000 = 48 per 1,000
    assert (found.found.replies.value, found.found.worry_whole.value) == (840, 32.5)
    assert found.found.crime_whole.value == 48.0
    drawn = _block(section, Map)
    assert (len(drawn.table.rows), str(drawn.table.rows[0][0])) == (14, "Ward 13")
    assert sum(area.value is not None for area in drawn.areas) == 14
    # on paper those that are clearly of one kind, or of two
    assert 0 < len(_block(section, Table).rows) < 14


def test_a_ward_that_worries_without_crime_is_named() -> None:
    """Ward 0: 12 offences in a thousand people, and 54 of 60 feel unsafe."""
    desk = _desk(unsafe=(54, *FOLLOWS[1:]), monthly=MONTHLY)
    found = CHAPTER.analyse(desk)
    assert isinstance(found.found, WorryFound)
    (gap,) = found.found.of(FourWay.WORRY, clear=True)
    assert gap.ward.name == "Ward 0"
    assert gap.worry.interval is not None
    assert gap.worry.interval.lower > found.found.worry_whole.number
    section = CHAPTER.write(found)
    # 12 in a thousand there; 48 in all; 322 of all 840 replies say so
    assert (
        "feel unsafe, against 38% in Sampleton, though recorded violence and sexual offences are "
        "lower there: 12.0 per 1,000 residents against 48.0."
    ) in _words(section)
    assert "In Ward 0 8" in _words(section)
    notes = [str(block.text) for block in section.blocks if isinstance(block, Note)]
    assert notes[-1].endswith("in homes, while the question is of walking after dark.")
    twice = str(gap_named(found.found, (gap, gap)))
    assert re.match(r"In Ward 0 \d+% and in Ward 0 \d+% feel unsafe, against", twice)
    assert "there: 12.0 and 12.0 per 1,000 residents against 48.0." in twice
    thrice = str(gap_named(replace(found.found, offence=None), (gap, gap, gap)))
    assert "recorded crime is lower there: 12.0, 12.0 and 12.0 per 1,000" in thrice
    assert _block(section, Map).title == "In 1 of 14 wards worry and crime clearly part"
    (finding,) = found.key_findings
    assert "Ward 0" in finding.claim


def test_worry_without_order_is_not_said_to_follow() -> None:
    mixed = (20, 24, 18, 22, 21, 17, 25, 19, 23, 20, 18, 24, 19, 22)
    section = CHAPTER.write(CHAPTER.analyse(_desk(unsafe=mixed, monthly=MONTHLY)))
    assert "Worry does not clearly follow recorded crime" in _words(section)
    turned = CHAPTER.write(CHAPTER.analyse(_desk(unsafe=FOLLOWS[::-1], monthly=MONTHLY)))
    assert "more often in wards with less recorded violence" in _words(turned)


def test_too_few_replies_are_refused_in_a_sentence() -> None:
    """29 replies in each ward: none has 30."""
    found = CHAPTER.analyse(_desk(unsafe=[5] * 14, replies=29, monthly=MONTHLY))
    assert isinstance(found.found, NotKnown)
    section = CHAPTER.write(found)
    assert "it needs 30 replies in each of 12 wards at least" in str(_block(section, Note).text)
    assert CHAPTER.is_told(found)


def test_without_a_survey_there_is_no_chapter() -> None:
    found = CHAPTER.analyse(desk_with({CRIME: [1] * 24}))
    assert found.found is None
    assert not CHAPTER.is_told(found)


def test_crime_that_is_not_known_is_said() -> None:
    desk = _desk(unsafe=FOLLOWS, monthly=MONTHLY)
    people = replace(desk.evidence.people, residents={})
    found = CHAPTER.analyse(replace(desk, evidence=replace(desk.evidence, people=people)))
    assert isinstance(found.found, NotKnown)
    assert "recorded crime by ward is not known" in found.found.reason
