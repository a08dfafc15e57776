"""An analyst hands evidence in and builds: a true run of the engine, on a quarter's crimes."""

from __future__ import annotations

import shutil
from contextlib import contextmanager

import pytest

from tests.browser import small_evidence
from tests.browser.steps import HOME, is_not_found
from tests.browser.table import TableWithFiles
from tests.browser.year.evidence import (
    SECONDS_TO_BUILD,
    a_partners_file_is_handed_in,
    its_figures_are_read,
    the_engine_is_set,
    the_fire_service_sends,
)
from tests.web.installation import Installation
from tests.web.site import answering, working


pytestmark = [pytest.mark.slow, pytest.mark.browser]
IN_TIME, LATE = small_evidence.IN_TIME[0], small_evidence.LATE[0]


@pytest.fixture
def table(empty_table, made, chromium, is_accessible, tmp_path):
    """Exampleshire's people and no evidence; the server alone, and no worker yet."""
    home = shutil.copytree(empty_table, tmp_path / "home")
    installation = Installation(home, evidence=str(tmp_path))
    installation.seat_people()
    settings = small_evidence.SETTINGS + installation.keep_secret()
    with answering(installation) as site:
        laid = TableWithFiles(
            site=site,
            browser=chromium,
            look=is_accessible,
            open_data=small_evidence.open_data(made / "data", tmp_path / "data"),
            settings=settings,
            partners=small_evidence.partners_files(tmp_path / "sent"),
        )
        yield laid
        laid.is_left()


def test_an_analyst_uploads_and_builds(table):
    then_there_is_nothing_to_build_from(table)
    when_the_engine_is_set_and_a_file_comes(table)
    when_a_build_is_started_by_keyboard(table)
    then_it_waits_for_a_worker_and_no_second_one_is_started(table)
    with working(table.site.installation):
        then_its_page_tells_how_far_it_is(table)
        then_it_turns_into_what_was_made(table)
        then_what_was_set_aside_is_told_with_the_reason(table)
        when_a_late_file_comes_and_a_second_build_is_made(table)
        then_which_figures_moved_is_told_with_the_file(table)
    then_others_read_the_build_and_start_none(table)


def then_there_is_nothing_to_build_from(table):
    """The page says what is lacking; starting all the same is told what to do first."""
    analyst = table.seat("analyst").turns_to("Evidence").presses("Start a build")
    analyst.presses("Start the build").is_told("There are no settings yet. Write them first")


def when_the_engine_is_set_and_a_file_comes(table):
    """Settings, mapping, folder; the law of the dataset; a picture in a file's clothes refused."""
    the_engine_is_set(table)
    a_partners_file_is_handed_in(table)


def when_a_build_is_started_by_keyboard(table):
    """From the page that says what it will read."""
    analyst = table.seat("analyst").turns_to("Evidence").presses("Start a build")
    analyst.is_told("1 file of 1 dataset")
    analyst.enters("Start the build")


def then_it_waits_for_a_worker_and_no_second_one_is_started(table):
    """However often the button is pressed."""
    analyst = table.seat("analyst").is_told("It waits for a worker.")
    analyst.is_refused("builds/start/", "A build is going on.")


def then_its_page_tells_how_far_it_is(table):
    """By itself; it is looked at while it stands still."""
    analyst = table.seat("analyst").is_told("so far.")
    with standing_still(analyst.page):
        analyst.looks()


def then_it_turns_into_what_was_made(table):
    """The page by itself, once the build has ended; then its figures and the files' report."""
    table.seat("analyst").waits_for("Documents", seconds=SECONDS_TO_BUILD)
    with table.seat("analyst").page.expect_download() as taken:
        table.seat("analyst").page.get_by_role("link", name="The assessment, PDF").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF")
    its_figures_are_read(table)


def then_what_was_set_aside_is_told_with_the_reason(table):
    """One row of the fire service's is of the 31st of June."""
    analyst = table.seat("analyst").turns_to("Evidence").follows("Data quality")
    read = analyst.page.locator("main tr", has_text=f"fires/{IN_TIME}")
    assert read.locator("td").all_inner_texts()[-3:] == ["25", "24", "1"]
    aside = analyst.page.locator("main tr", has_text="record of fires").last
    assert aside.locator("td").all_inner_texts()[-2:] == ["no day is given that can be read", "1"]


def when_a_late_file_comes_and_a_second_build_is_made(table):
    """Handed in on the dataset's page."""
    analyst = table.seat("analyst").turns_to("Evidence").follows("Hand in …")
    the_fire_service_sends(table, LATE)
    analyst.turns_to("Evidence").presses("Start a build").presses("Start the build")
    analyst.waits_for("Documents", seconds=SECONDS_TO_BUILD)


def then_which_figures_moved_is_told_with_the_file(table):
    """What rests on the fire service's files moved; what rests on crimes did not."""
    analyst = table.seat("analyst").follows("Compare with build 1")
    analyst.is_told(f"partners/fires/{LATE}: new file")
    supplied = analyst.page.locator("main tr", has_text="rows supplied")
    assert supplied.locator("td.ww-number").all_inner_texts() == ["24", "36"]
    moved = analyst.page.locator("main table tbody tr").all_inner_texts()
    assert [one for one in moved if LATE not in one] == []


def then_others_read_the_build_and_start_none(table):
    """A partner reads the figures; a document is the analyst's to send; scrutiny finds neither."""
    partner = table.seat("police").opens("builds/2/").has_no("Start a build")
    partner.is_told("the analyst or the manager can send you a document")
    partner.is_refused("builds/start/", "Page not found")
    scrutiny = table.seat("scrutiny")
    for address in ("builds/", "builds/2/", "builds/2/documents/assessment.pdf"):
        is_not_found(scrutiny.page, HOME + address)


@contextmanager
def standing_still(page):
    """The page asks and is not answered, so that it is the same from one look to the next."""
    progress = "**/progress/"
    page.route(progress, lambda asked: asked.abort())
    yield
    page.unroute(progress)
