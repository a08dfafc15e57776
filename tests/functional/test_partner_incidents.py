"""Calls and cases worked by hand: kinds, ages for each year, who told of it before, hours."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, lsoa_codes, stored, tidy_tables
from wardwise.chapters.profile import CHAPTER
from wardwise.chapters.profile.findings import Profile
from wardwise.chapters.profile.incident_words import (
    about_words,
    callers_words,
    concern_words,
    kinds_words,
)
from wardwise.document.section import Section
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings import PriorityOverride, PrioritySettings
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.incidents import IncidentSet, IncidentsFound, incidents_found
from wardwise.figures.people_hours import Hours
from wardwise.figures.survey import ProblemFound
from wardwise.sources.tidy import tidy_rows


ASB = "Anti-social behaviour"
KINDS = (f"{ASB}: nuisance", f"{ASB}: personal", "Public safety: missing person")
BANDS = ((10, 17), (18, 25), (26, 45), (None, None))
Row = dict[str, object]


def _row(dataset: str, n: int, hour: int) -> Row:
    return {
        "source": f"partner:{dataset}",
        "dataset": dataset,
        "supplier": "Sampleshire",
        "file": f"{dataset}.csv",
        "row": n + 2,
        "from_moment": f"2024-{n % 12 + 1:02d}-{n % 28 + 1:02d}T{hour:02d}:15",
        "time_precision": "exact",
        "month": f"2024-{n % 12 + 1:02d}",
        "lsoa_code": lsoa_codes()[n % 8][0],
        "place_precision": "lsoa",
        "flags_known": "repeat_caller",
        "used": True,
    }


def _calls() -> Iterator[Row]:
    """240 calls: of each six three are a nuisance, two personal and one is something else."""
    for n in range(240):
        kind = KINDS[(0, 0, 0, 1, 1, 2)[n % 6]]
        flags = "repeat_caller" if n % 5 == 0 else None
        yield _row("police_incidents", n, 20 if n % 4 else 3) | {"category": kind, "flags": flags}


def _cases() -> Iterator[Row]:
    """120 cases: 40 of each of the first two bands, 20 of the third and 20 without an age."""
    for n in range(120):
        low, high = BANDS[(0, 0, 1, 1, 2, 3)[n % 6]]
        about: Row = {"category": "Noise" if n % 3 else "Dogs", "outcome": "Advice"}
        flags = "repeat_caller" if n % 3 == 0 else None
        ages: Row = {"age_low": low, "age_high": high, "flags": flags}
        yield _row("council_asb", n, 0) | about | ages


QUESTION = "How much of a problem is anti-social behaviour in your area?"


def _replies() -> Iterator[Row]:
    """80 replies: 40 women of weight 1, of whom 10 call it big; 40 men of weight 3, of whom 20."""
    for n in range(80):
        is_man = n >= 40
        says = n % 40 < (20 if is_man else 10)
        yield {
            "source": "partner:survey_replies",
            "dataset": "survey_replies",
            "supplier": "Sampleton",
            "file": "survey.csv",
            "row": n + 2,
            "replied_on": "2024-09-14",
            "age_low": 65 if n % 8 == 0 else 25,
            "age_high": None if n % 8 == 0 else 44,
            "sex": "M" if is_man else "F",
            "weight": 3.0 if is_man else 1.0,
            "question": QUESTION,
            "answer": "A fairly big problem" if says else "Not a problem at all",
            "used": True,
        }


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    tables = tidy_tables() | partner_tables()
    more = tidy_rows("partner_record", [*_calls(), *_cases()])
    tables["partner_record"] = pa.concat_tables([tables["partner_record"], more])
    tables["partner_reply"] = tidy_rows("partner_reply", list(_replies()))
    return stored(tmp_path_factory.mktemp("incidents"), tables)


@pytest.fixture(scope="module")
def desk(tables: Tables) -> Desk:
    return desk_of(tables)


@pytest.fixture(scope="module")
def found(desk: Desk) -> IncidentsFound:
    made = incidents_found(desk)
    assert isinstance(made, IncidentsFound)
    return made


def _set(one: IncidentSet | NotKnown) -> IncidentSet:
    assert isinstance(one, IncidentSet)
    return one


def test_only_calls_about_it_are_counted(found: IncidentsFound) -> None:
    calls = _set(found.calls)
    # five of six of 240: 120 a nuisance and 80 personal
    assert calls.crimes.value == 200
    shares = {one.name: one.share.number for one in calls.largest("category")}
    assert shares == {KINDS[0]: 60.0, KINDS[1]: 40.0}


def test_who_told_of_it_before(found: IncidentsFound) -> None:
    # of the 240 every fifth: 48, and of these five of six in turn are about it: 40 of 200
    assert _set(found.calls).flags["repeat_caller"].share.number == 20.0
    assert _set(found.cases).flags["repeat_caller"].share.number == pytest.approx(100 / 3)


def test_hours_are_of_the_calls(found: IncidentsFound) -> None:
    hours = _set(found.calls).hours
    assert isinstance(hours, Hours)
    # of twelve in turn ten are about it, and the 1st, 5th and 9th are at 03:15: seven of ten are
    # at 20:15, which the six busiest hours hold
    assert hours.six_hours.number == pytest.approx(70.0)
    assert hours.busiest <= 20 < hours.busiest + 6


def test_bands_are_compared_for_each_year_of_age(found: IncidentsFound) -> None:
    # of 100 with an age 40 are of 8 years, 40 of 8 and 20 of 20: 5, 5 and 1 a year; the first
    # two cannot be told apart, and the limits of the third (13 to 29 in 20 years) lie below
    names = [one.name for one in _set(found.cases).most_for_each_year]
    assert names == ["10 to 17", "18 to 25"]
    assert _set(found.cases).groups["age band"].missing.number == pytest.approx(100 / 6)


def test_residents_are_counted_by_weight(found: IncidentsFound, tables: Tables) -> None:
    concern = found.concern
    assert isinstance(concern, ProblemFound)
    # (10 × 1 + 20 × 3) ÷ (40 × 1 + 40 × 3) = 70 of 160; the ten of 65 and over are too few
    assert concern.share.number == pytest.approx(43.75)
    shares = dict(concern.groups)
    assert list(shares) == ["Men", "Women", "25 to 44"]
    assert (shares["Men"].number, shares["Women"].number) == (50.0, 25.0)
    # as much as 160² ÷ (40 + 360) = 64 replies of one weight: 32% to 56%; women have 14% to 40%,
    # which meets it
    assert not concern.apart
    said = str(concern_words(concern))
    assert said.startswith("Of 80 residents who replied")
    assert "No sex and no age stands apart" in said
    for one in (concern.replies, concern.share, *shares.values()):
        assert one.recipe is not None
        assert recompute(one.recipe, tables) == pytest.approx(one.number)


def test_sentences_lead_with_the_answer(found: IncidentsFound) -> None:
    calls, cases = _set(found.calls), _set(found.cases)
    said = str(kinds_words(calls, found.beside))
    assert "60% (53% to 67%) of them are nuisance and 40% personal" in said
    told = str(about_words(cases))
    assert told.startswith("The council opened 120 cases")
    assert "10 to 17, which chance cannot tell from 18 to 25: 40%" in told
    assert str(callers_words((calls, cases))).startswith("In 40% (33% to 47%) of the calls")


def test_every_figure_is_made_again_from_the_rows(found: IncidentsFound, tables: Tables) -> None:
    figures = [found.beside]
    for one in (_set(found.calls), _set(found.cases)):
        figures += [one.crimes, *(line.share for line in one.flags.values())]
        for groups in one.groups.values():
            figures += [groups.missing, *(each.share for each in groups.groups)]
            figures += [each.count for each in groups.groups]
    made = [figure for figure in figures if figure is not None and figure.status == "known"]
    assert len(made) > 15
    for figure in made:
        assert figure.recipe is not None
        assert recompute(figure.recipe, tables) == pytest.approx(figure.number)


@pytest.fixture(scope="module")
def chapter(desk: Desk) -> tuple[Profile, Section]:
    wanted = (PriorityOverride(candidate=ASB, propose=True, reason="x"),)
    chosen = PrioritySettings(count=1, overrides=wanted)
    settings = desk.settings.model_copy(update={"priorities": chosen})
    made = CHAPTER.analyse(Desk(desk.evidence, settings))
    profile = next(one for one in made.profiles if one.name == ASB)
    return profile, next(one for one in CHAPTER.write(made).sections if one.title == ASB)


def test_all_parts_of_the_profile_are_answered(chapter: tuple[Profile, Section]) -> None:
    profile, section = chapter
    opening = {part.title: str(getattr(part.blocks[0], "text", "")) for part in section.sections}
    assert opening["Offender profile"].startswith("The council opened")
    assert opening["Victim profile"].startswith("In 40%")
    occasions = {one.occasion for one in profile.findings}
    assert {"hours", "repeats", "not named"} <= occasions


def test_without_partners_it_is_not_known(force_desk: Desk) -> None:
    assert isinstance(incidents_found(force_desk), NotKnown)
