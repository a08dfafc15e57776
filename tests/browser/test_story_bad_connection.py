"""A scorer marks on a telephone whose connection is slow or gone: the last mark is what is kept."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser.steps import HOME, given_by_services, is_told


pytestmark = [pytest.mark.slow, pytest.mark.browser]
OPEN_ROUND = """
from datetime import date, timedelta
from django.utils import timezone
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.evidence.states import BuildState
from wardwise_web.people.selectors import holdings_at
from wardwise_web.priorities.selectors import panel_criteria
from wardwise_web.priorities.services.moves import move_round
from wardwise_web.priorities.services.rounds import begin_round, name_scorer
from wardwise_web.priorities.states import RoundState
import json
made = begin_cycle(partnership=partnership, name="2027/28", starts_on=date(2027, 10, 1),
    ends_on=date(2028, 9, 30), by=actor("manager"))
build = partnership.builds.filter(state=BuildState.DONE).first()
use_build(cycle=made, build=build, by=actor("analyst"))
made.refresh_from_db()
scoring = begin_round(cycle=made, score_by=timezone.localdate() + timedelta(days=9),
    by=actor("analyst"))
held = holdings_at(timezone.now()).filter(partnership=partnership)
seats = {one.person_id: one.agency for one in held}
for one in map(person, ("police", "fire", "health")):
    name_scorer(scoring=scoring, person=one, agency=seats[one.pk], by=actor("analyst"))
move_round(scoring=scoring, to=RoundState.OPEN, reason="", by=actor("analyst"))
own = scoring.scorers.get(person=person("police"))
place = f"scoring/{scoring.pk}/scorers/{own.pk}/threats/"
print(json.dumps({
    "pages": [f"{place}{one.pk}/" for one in scoring.threats.all()],
    "factor": f"c{panel_criteria(scoring)[0].pk}",
}))
"""
KEPT = """
from wardwise_web.priorities.models import Mark
import json
rows = Mark.objects.filter(scorer__round__cycle__name="2027/28").order_by("pk")
print(json.dumps([[one.value, one.reason] for one in rows]))
"""


class Held:
    """The first save on its way, held back like a packet on a poor line."""

    def __init__(self, page):
        self.route = None
        self.sent = 0
        page.route("**/scoring/**", self._passes)

    def _passes(self, route):
        if route.request.headers.get("x-saves") != "at-once":
            return route.continue_()
        self.sent += 1
        if self.route is None:
            self.route = route
            return None
        return route.continue_()


@pytest.fixture(scope="module")
def begun(site):
    """An open round: the pages of the police's scorer, and the first factor's name."""
    return json.loads(given_by_services(site, OPEN_ROUND))


def test_a_later_mark_is_not_overtaken_by_an_earlier(site, sit_down, begun):
    page = sit_down("police", width="phone")
    page.goto(HOME + begun["pages"][0])
    line = Held(page)
    marks(page, begun, "2")
    marks(page, begun, "4")
    assert line.sent == 1, "a second save is on its way beside the first"
    line.route.continue_()
    is_saved(page)
    assert line.sent == 2
    assert kept(site)[-1][0] == 4


def test_the_pages_own_button_waits_for_what_is_on_its_way(site, sit_down, begun):
    page = sit_down("police", width="phone")
    page.goto(HOME + begun["pages"][1])
    line = Held(page)
    marks(page, begun, "2")
    page.locator("[data-factor]").first.locator("input[type=text], textarea").fill("Seen twice.")
    page.get_by_role("button", name="Save and go on").click()
    with page.expect_navigation():
        line.route.continue_()
    is_told(page, "are saved.")
    assert kept(site)[-1] == [2, "Seen twice."]


def test_a_mark_without_a_connection_is_sent_when_there_is_one(site, sit_down, begun):
    page = sit_down("police", width="phone")
    page.goto(HOME + begun["pages"][2])
    page.context.set_offline(True)
    marks(page, begun, "3")
    is_told(page, "Not saved yet: no connection. It is tried again by itself.")
    page.context.set_offline(False)
    is_saved(page)
    assert kept(site)[-1][0] == 3


def marks(page, begun, value):
    """The first factor, with a thumb."""
    page.locator(f'input[name="{begun["factor"]}-value"][value="{value}"]').check()
    page.wait_for_timeout(300)  # as long as a save takes


def is_saved(page):
    """Nothing is on its way any more."""
    page.wait_for_load_state("networkidle")
    page.locator("[data-told]").first.get_by_text(re.compile("^Saved")).wait_for()


def kept(site):
    """Every mark of the year with its reason, in the order in which they came."""
    return json.loads(given_by_services(site, KEPT))
