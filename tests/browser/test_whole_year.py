"""The whole year of Exampleshire, in the browser: from its terms to the next year's review."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.table import Table, TableWithFiles
from tests.browser.year import (
    approved,
    begun,
    drafted,
    evidence,
    heard,
    next_year,
    planned,
    quarter,
    scored,
)
from tests.web.installation import Installation
from tests.web.site import served


pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def table(
    empty_table: Path,
    made: Path,
    partner_folder: Path,
    chromium: Any,
    is_accessible: Any,
    tmp_path_factory: Any,
) -> Iterator[TableWithFiles]:
    """Exampleshire's people at an empty table; open data in a folder, a secret beside the settings.

    Nothing else: what the year needs, its people do themselves.
    """
    home = shutil.copytree(empty_table, tmp_path_factory.mktemp("year") / "home")
    installation = Installation(home, evidence=str(made))
    installation.seat_people()
    settings = (made / "exampleshire.yaml").read_text("utf-8") + installation.keep_secret()
    with served(installation) as site:
        yield TableWithFiles(
            site=site,
            browser=chromium,
            look=is_accessible,
            open_data=made / "data",
            settings=settings,
            partners=partner_folder,
        )


def test_the_whole_year_of_exampleshire(table: TableWithFiles) -> None:
    the_year_is_begun(table)
    evidence_is_built(table)
    threats_are_scored_and_priorities_adopted(table)
    chapters_are_drafted_challenged_and_assured(table)
    residents_are_heard(table)
    the_paper_is_approved_and_published(table)
    the_plan_is_carried_out(table)
    the_quarter_is_told(table)
    the_next_year_begins(table)
    nobody_is_left_with_a_fault(table)


def the_year_is_begun(table: Table) -> None:
    """Autumn: terms of reference, strategy group, timetable."""
    begun.the_manager_begins_the_year(table)
    begun.the_terms_are_written(table)
    begun.the_strategy_group_is_seated(table)
    begun.the_timetable_is_set(table)


def evidence_is_built(table: TableWithFiles) -> None:
    """A wrong file refused, a right one taken; a real run of the engine."""
    evidence.the_engine_is_set(table)
    evidence.a_partners_file_is_handed_in(table)
    evidence.a_build_runs_to_its_end(table)
    evidence.its_figures_are_read(table)
    evidence.the_year_takes_the_build(table)


def threats_are_scored_and_priorities_adopted(table: Table) -> None:
    """Three agencies, blind; a second vote; the reveal; a meeting; tiers with their reasons."""
    scored.the_long_list_is_laid_out(table)
    scored.the_list_is_shortened(table)
    scored.three_agencies_are_named(table)
    scored.each_scores_blind(table)
    scored.the_marks_are_revealed(table)
    scored.one_threat_is_voted_on_again(table)
    scored.the_meeting_agrees(table)
    scored.priorities_are_adopted(table)


def chapters_are_drafted_challenged_and_assured(table: Table) -> None:
    """Own words, a number that nothing backs, a comment and its response, four eyes."""
    drafted.own_words_are_written(table)
    drafted.a_partner_challenges(table)
    drafted.somebody_else_assures(table)
    drafted.the_other_chapters_follow(table)


def residents_are_heard(table: Table) -> None:
    """A public meeting on the record; what may come."""
    heard.a_public_meeting_is_recorded(table)
    heard.something_may_come(table)


def the_paper_is_approved_and_published(table: Table) -> None:
    """The law answered, the group, circulation, the board, two people, the public."""
    approved.the_law_is_answered(table)
    approved.the_group_agrees(table)
    approved.it_is_circulated(table)
    approved.the_board_approves(table)
    approved.two_people_publish(table)
    approved.anybody_reads_the_summary(table)
    approved.what_was_approved_is_the_same(table)


def the_plan_is_carried_out(table: Table) -> None:
    """Recommendation, action, milestone, evidence, indicator; late, and closed by another."""
    planned.an_indicator_is_defined(table)
    planned.a_recommendation_is_decided(table)
    planned.an_action_is_agreed(table)
    planned.the_owner_updates_late(table)
    planned.what_was_done_is_shown(table)
    planned.somebody_else_closes_it(table)
    heard.you_said_we_did(table)


def the_quarter_is_told(table: Table) -> None:
    """Readings, the owner's words, the board's pack."""
    quarter.a_reading_is_entered(table)
    quarter.the_owner_says_why(table)
    quarter.the_pack_is_made_in_one_press(table)
    quarter.the_board_takes_it(table)


def the_next_year_begins(table: Table) -> None:
    """With what became of this one."""
    next_year.what_came_of_the_horizon_is_told(table)
    next_year.what_became_of_a_threat_is_told(table)
    next_year.the_next_year_begins(table)
    next_year.last_years_plan_is_reviewed(table)
    next_year.rejected_threats_come_back(table)


def nobody_is_left_with_a_fault(table: Table) -> None:
    """The audit of the year is whole."""
    assert "whole" in table.site.installation.command("verify_audit")
