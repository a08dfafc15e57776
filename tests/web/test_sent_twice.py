"""A form sent twice, as by a button pressed again without scripts, makes one thing and not two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from wardwise_web.assessments.services.comments import Target, comment_on
from wardwise_web.assessments.services.links import comment_through, make_link
from wardwise_web.assessments.services.terms import add_milestone as add_day
from wardwise_web.assessments.tests.conftest import chapter, year  # noqa: F401 - fixtures
from wardwise_web.conftest import own_home, seats, sign_in  # noqa: F401 - fixtures
from wardwise_web.consultation.services.answers import (
    AffectedGroup,
    Answered,
    add_affected,
    add_answer,
)
from wardwise_web.consultation.services.events import (
    EventRecord,
    add_event,
    add_hands,
    add_senior,
)
from wardwise_web.consultation.services.surveys import SurveyPlan, plan_survey
from wardwise_web.consultation.states import Outcome
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.roles import Role
from wardwise_web.horizon.services import Description, Likelihood, add_item
from wardwise_web.intelligence.services import Card, Question, add_card, ask
from wardwise_web.people.services import add_agency, give_role
from wardwise_web.plan.services.actions import begin_action
from wardwise_web.plan.services.progress import add_evidence, add_milestone, tell_update
from wardwise_web.plan.services.recommendations import write_recommendation
from wardwise_web.plan.terms import RecommendationTerms, Shown, Told
from wardwise_web.plan.tests.year import (
    FINDING,
    indicator_of,
    recommendation_of,
    terms_of,
)


TODAY = timezone.localdate
TARGET = Target("levels", "k-1")
HELD = EventRecord("Evening at Kilnfield", True, None, "", "", "", "", "", None)
PLAN = SurveyPlan(
    "Your street", "To hear", "online", "everybody", "", False, date(2027, 1, 4), date(2027, 2, 1)
)
CARD = Card(
    "Young people at the station",
    "A youth worker was told of it twice.",
    date(2026, 9, 1),
    "2",
    "C",
    "P",
    "",
    "OFFICIAL",
    "",
    [],
    date(2027, 3, 1),
)
ITEM = Description(
    "The late bus ends",
    "economic",
    "The council's notice",
    date(2026, 9, 1),
    "People walk home",
    ["Robbery"],
    "The contract",
    "spring",
    date(2027, 1, 1),
)


class Forms:
    """Every form that adds something, as its service is called by the page."""

    def __init__(self, play, cycle, chapter):  # noqa: F811
        self.play, self.cycle, self.chapter = play, cycle, chapter
        self.analyst, self.manager = play.actor("analyst"), play.actor("manager")
        self.terms = terms_of(play, recommendation_of(play, cycle), indicator_of(play))

    def plan(self):
        action = begin_action(cycle=self.cycle, terms=self.terms(title="One"), by=self.manager)
        soon = TODAY() + timedelta(days=7)
        words = RecommendationTerms("Visit the shops.", "Shoplifting", findings=(FINDING,))
        given = {"action": action, "by": self.play.actor("owner")}
        told, shown = Told("Shops visited.", 40, soon), Shown("Minutes", link="https://a.example/m")
        return [
            lambda: begin_action(cycle=self.cycle, terms=self.terms(), by=self.manager),
            lambda: write_recommendation(cycle=self.cycle, terms=words, by=self.analyst),
            lambda: add_milestone(text="Visit them all", due_on=soon, **given),
            lambda: add_evidence(shown=shown, milestone=None, **given),
            lambda: tell_update(told=told, **given),
        ]

    def knowledge(self):
        agency, police = self.play.agencies["police"], self.play.actor("police")
        question = Question("requirement", "How many?", "", "", "A count", date(2027, 1, 4))
        analyst, view = self.play.people["analyst"], Likelihood("likely", "Tenders closed.")
        return [
            lambda: add_card(cycle=self.cycle, agency=agency, said=CARD, by=police),
            lambda: ask(cycle=self.cycle, said=question, analyst=analyst, by=self.manager),
            lambda: add_item(cycle=self.cycle, said=ITEM, view=view, by=self.analyst),
        ]

    def consultation(self):
        council, by = self.play.agencies["council"], self.manager
        given = {"cycle": self.cycle, "by": by}
        event = add_event(cycle=self.cycle, agency=council, said=HELD, by=by)
        rest = EventRecord("Morning at Kilnfield", True, None, "", "", "", "", "", None)
        votes = [("Violence", 31), ("Burglary", 12)]
        heard = Answered("More lights", Outcome.DID, "Lights", "It is dark")
        return [
            lambda: add_event(agency=council, said=rest, **given),
            lambda: add_senior(event=event, agency=council, name="A. Moss", post="Director", by=by),
            lambda: add_hands(event=event, question="What?", answers=votes, present=50, by=by),
            lambda: plan_survey(cycle=self.cycle, said=PLAN, by=self.analyst),
            lambda: add_answer(said=heard, **given),
            lambda: add_affected(said=AffectedGroup("Night workers", "They walk", ""), **given),
        ]

    def paper(self):
        link, _ = make_link(chapter=self.chapter, for_whom="A reader", days=3, by=self.manager)
        day = {"what": "Draft to partners", "due_on": date(2027, 1, 4), "person": None}
        said = {"target": TARGET, "words": "Say since when."}
        return [
            lambda: comment_on(chapter=self.chapter, by=self.play.actor("police"), **said),
            lambda: comment_through(link=link, **said),
            lambda: add_day(cycle=self.cycle, by=self.manager, **day),
        ]

    def people(self):
        by, council = self.play.actor("administrator"), self.play.agencies["council"]
        person, place = self.play.people["police"], self.play.partnership
        joins = {"responsible_authority": False, "joined_on": date(2026, 1, 1), "by": by}
        return [
            lambda: add_agency(partnership=place, name="Parish council", **joins),
            lambda: give_role(person=person, agency=council, role=Role.ANALYST, by=by),
        ]


@pytest.mark.parametrize("room", ["plan", "knowledge", "consultation", "paper", "people"])
def test_a_form_sent_twice_is_kept_once(seats, year, chapter, room):  # noqa: F811
    for send in getattr(Forms(seats, year, chapter), room)():
        send()
        kept = AuditEvent.objects.count()
        with pytest.raises(MoveRefused, match="already"):
            send()
        assert AuditEvent.objects.count() == kept


def test_an_agency_of_a_name_that_is_taken_is_said_beside_the_name(seats, sign_in):  # noqa: F811
    given = {"name": seats.agencies["council"].name.upper(), "responsible_authority": "no"}
    given |= {"joined_on-day": "1", "joined_on-month": "1", "joined_on-year": "2026"}
    page = sign_in("administrator").post("/p/exampleshire/agencies/add/", given)
    assert "There is an agency named" in page.content.decode()
