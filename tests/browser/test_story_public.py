"""A resident without an account reads what is published, and finds nothing else."""

from __future__ import annotations

import json
import re
import shutil

import pytest

from tests.browser.small_paper import CLOSED, COUNTED, SAID, approved_by_the_board
from tests.browser.steps import HOME, given_by_services, is_not_found
from tests.browser.year.approved import another_confirms, one_asks_that_it_be_published
from tests.identifier_hunt import texts_of


pytestmark = [pytest.mark.slow, pytest.mark.browser]
PUBLIC = "/public/exampleshire/"
LAST_YEAR, THIS_ONE = "2025/26", "2027/28"
NOT_TOLD = (*CLOSED, "OFFICIAL-SENSITIVE")
ROOMS = ("drafting/", "approval/", "scoring/", "builds/", "plan/", "search/?q=burglaries")
NOT_OPEN = """
import json
from wardwise_web.assessments.models import Appendix, FrozenPaper, Passage
from wardwise_web.consultation.models import Answer
from wardwise_web.consultation.selectors import events_of
print(json.dumps({
    "words": [
        *(one.said for one in Answer.objects.exclude(state="published")),
        *(one.title for one in partnership.surveys.exclude(state="published")),
        *(one.title for one in events_of(partnership).exclude(state="published")),
        *(one.title for one in Appendix.objects.exclude(exempt_paragraph=None)),
    ],
    "surveys": [one.pk for one in partnership.surveys.exclude(state="published")],
    "files": sorted({
        name for one in FrozenPaper.objects.all() for name in one.files if "public" not in name
    }),
}))
"""


@pytest.fixture
def numbers(site):
    """A paper that the board has approved, and its summary."""
    return approved_by_the_board(site)


@pytest.fixture
def closed(site, numbers):
    """What is held and not published."""
    found = json.loads(given_by_services(site, NOT_OPEN))
    assert len(found["words"]) > 3
    assert {"assessment.pdf", "words.json", "source/document.json"} <= set(found["files"])
    return found


def test_a_resident_reads_the_public_summary(table, numbers, closed, tmp_path):
    resident = table.anybody(at="phone")
    then_last_years_summary_is_read(resident, closed)
    then_no_room_opens(resident, numbers)
    when_one_of_the_team_asks_that_it_be_published(table)
    then_a_resident_finds_nothing_of_it(resident)
    when_somebody_else_confirms(table)
    then_it_is_read_by_keyboard_without_what_is_marked(resident)
    then_it_is_taken_home_without_what_is_marked(resident, tmp_path)
    then_no_other_file_of_it_leaves(resident, closed)
    then_what_people_said_is_read_and_no_draft_of_it(resident, closed)


def then_last_years_summary_is_read(resident, closed):
    """From the list of what is published."""
    resident.opens(PUBLIC)
    assert words_before(resident).count(LAST_YEAR) == 1
    assert THIS_ONE not in words_before(resident)
    resident.follows(f"{LAST_YEAR} …").is_told("Priorities adopted on 4 December 2025:")
    has_none_of(resident, closed["words"])


def then_no_room_opens(resident, numbers):
    """Every address of the partnership asks who is there; another place is not found."""
    paper, summary = numbers
    for address in ("", *ROOMS, f"approval/{paper}/", f"drafting/{summary}/"):
        resident.opens(HOME + address)
        resident.page.get_by_role("button", name="Sign in").wait_for()
        has_none_of(resident, (COUNTED, *CLOSED))
    is_not_found(resident.page, "/public/elsewhere/")


def when_one_of_the_team_asks_that_it_be_published(table):
    """Its files are written by then."""
    manager = table.seat("manager").opens("approval/").follows("Approved on …")
    manager.waits_for("Ask that the public summary be published", seconds=300)
    one_asks_that_it_be_published(table)


def then_a_resident_finds_nothing_of_it(resident):
    """What is asked for is not published: neither in the list nor by its address."""
    last = resident.opens(PUBLIC).follows(f"{LAST_YEAR} …").page.url
    assert THIS_ONE not in words_before(resident.opens(PUBLIC))
    number = int(last.rstrip("/").rpartition("/")[2])
    for address in (f"{PUBLIC}{number + 1}/", f"{PUBLIC}{number + 1}/public-summary.pdf"):
        is_not_found(resident.page, address)


def when_somebody_else_confirms(table):
    """The chair of the board."""
    another_confirms(table)


def then_it_is_read_by_keyboard_without_what_is_marked(resident):
    """What was counted and said is there; what is closed is not, nor that it is."""
    resident.opens(PUBLIC).enters(THIS_ONE).is_told(COUNTED).is_told(SAID)
    has_none_of(resident, NOT_TOLD)


def then_it_is_taken_home_without_what_is_marked(resident, to):
    """As one web page and as a PDF: pages, titles and what the file says of itself."""
    links = resident.page.locator("main a[href*='public-summary']").all()
    for address in [one.get_attribute("href") for one in links]:
        file = to / address.rpartition("/")[2]
        file.write_bytes(resident.page.request.get(address).body())
        told = re.sub("<[^>]*>", "", " ".join(texts_of(file, file.read_bytes())))
        if file.suffix == ".html" or shutil.which("pdftotext"):
            assert [one for one in (COUNTED, SAID) if one not in told] == [], file.name
        assert [one for one in NOT_TOLD if one in told] == [], file.name
    assert len(links) == len(("html", "pdf"))


def then_no_other_file_of_it_leaves(resident, closed):
    """The assessment itself, its words and what they were made from lie beside it."""
    release = resident.page.url
    for name in closed["files"]:
        assert resident.page.request.get(release + name).status == 404, name


def then_what_people_said_is_read_and_no_draft_of_it(resident, closed):
    """Decisions with their reasons, meetings and surveys that are published."""
    resident.opens("/you-said/exampleshire/").is_told("You said: ")
    has_none_of(resident, closed["words"])
    for number in closed["surveys"]:
        is_not_found(resident.page, f"/you-said/exampleshire/surveys/{number}/")
    resident.opens("/you-said/exampleshire/")
    resident.goes(resident.page.locator("main a[href*='/surveys/']").first).is_told("Who could be")
    has_none_of(resident, closed["words"])


def words_before(resident):
    """All that the page says."""
    return resident.page.locator("body").inner_text()


def has_none_of(resident, closed):
    """None of these words stands on the page."""
    said = words_before(resident)
    assert [one for one in closed if one in said] == [], resident.page.url
