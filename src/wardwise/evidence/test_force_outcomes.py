"""The force's published outcomes: shares by hand, quarters in common, what is not held."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from wardwise.chapters.evidence_and_trust.outcomes_agree import agree_sections, outcomes_agree
from wardwise.domain.evidence import ForceOutcomes, Outcomes
from wardwise.domain.period import Period
from wardwise.evidence.force_outcomes import NEEDED, force_outcomes
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.force_outcomes import (
    force_outcome_count_figure,
    force_outcome_share_figure,
    quarters_in_common,
)


YEAR = Period.parse("2023-01", "2023-12")
CHARGED, OPEN = "Charged or summonsed", "Still under investigation"


@pytest.fixture
def published(force_desk: Desk) -> ForceOutcomes:
    held = force_desk.evidence.force_outcomes
    assert isinstance(held, ForceOutcomes)
    return held


def test_shares_by_hand(force_desk: Desk, published: ForceOutcomes) -> None:
    # in a quarter 30 charged, 60 open and 210 without a suspect of 300 robberies, twice of theft
    asked: dict[str, Any] = {"period": YEAR, "offence": "Robbery"}
    count = force_outcome_count_figure(force_desk, published, group=CHARGED, **asked)
    every = force_outcome_count_figure(force_desk, published, group=None, **asked)
    assert (count.value, every.value) == (120, 1200)
    share = force_outcome_share_figure(force_desk, published, group=OPEN, **asked)
    assert share.value == 20.0
    both = force_outcome_count_figure(
        force_desk, published, group=CHARGED, offence=None, period=YEAR
    )
    assert (both.value, both.area.name) == (360, "Sampleshire")


def test_months_that_the_quarters_do_not_cover_are_not_known_and_not_nought(
    force_desk: Desk, published: ForceOutcomes
) -> None:
    wider = Period.parse("2022-10", "2023-12")
    for build in (force_outcome_count_figure, force_outcome_share_figure):
        figure = build(force_desk, published, offence=None, group=CHARGED, period=wider)
        assert figure.status == "not_known"


def test_a_force_without_rows_and_a_run_without_the_table_hold_none(
    force_tables: Tables, force_desk: Desk
) -> None:
    place = force_desk.evidence.place
    elsewhere = replace(place, force=replace(place.force, name="Farshire"))
    assert force_outcomes(force_tables, elsewhere) == NEEDED
    assert force_outcomes(Tables({}), place) == NEEDED


def test_only_whole_quarters_of_old_enough_offences_are_in_common(
    force_desk: Desk, published: ForceOutcomes
) -> None:
    held = force_desk.evidence.outcomes
    assert isinstance(held, Outcomes)
    # the records end in December 2024: all of 2023 is more than six months old
    assert quarters_in_common(force_desk, published, held) == YEAR
    # to November 2023: six months before is May, so January to March 2023 alone
    short = replace(held, months=held.months[:23])
    first = Period.parse("2023-01", "2023-03")
    assert quarters_in_common(force_desk, published, short) == first
    assert quarters_in_common(force_desk, published, replace(held, months=held.months[:6])) is None


def test_the_evidence_chapter_sets_both_beside_one_another(force_desk: Desk) -> None:
    found = outcomes_agree(force_desk)
    assert found is not None
    assert found.period == YEAR
    shares = {group: theirs.value for group, _, theirs in found.rows}
    assert (shares[CHARGED], shares[OPEN]) == (10.0, 20.0)
    assert len(agree_sections(found)) == 1
    assert agree_sections(None) == ()
