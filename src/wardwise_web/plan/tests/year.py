"""A year with a recommendation and an indicator, and actions made as the product makes them."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from wardwise_web.assessments.services import begin_cycle
from wardwise_web.plan.services.actions import begin_action
from wardwise_web.plan.services.indicators import IndicatorName, name_indicator
from wardwise_web.plan.services.recommendations import (
    decide_recommendation,
    write_recommendation,
)
from wardwise_web.plan.states import RecommendationState
from wardwise_web.plan.terms import ActionTerms, RecommendationTerms


FINDING = {"id": "K-TEST1234", "claim": "Shoplifting rose."}


def cycle_of(seats):
    """This year's assessment, without a build."""
    return begin_cycle(
        partnership=seats.partnership,
        name="2026/27",
        starts_on=date(2026, 10, 1),
        ends_on=date(2027, 9, 30),
        by=seats.actor("manager"),
    )


def recommendation_of(seats, cycle):
    """One that the board accepted."""
    made = write_recommendation(
        cycle=cycle,
        terms=RecommendationTerms("Talk to the shops.", "Shoplifting", findings=(FINDING,)),
        by=seats.actor("analyst"),
    )
    decide_recommendation(
        recommendation=made,
        to=RecommendationState.ACCEPTED,
        note="We can do this.",
        by=seats.actor("board"),
    )
    made.refresh_from_db()
    return made


def indicator_of(seats):
    """What the action should move."""
    return name_indicator(
        partnership=seats.partnership,
        name=IndicatorName(
            "S1",
            "Shoplifting",
            "Shoplifting",
            seats.people["police"].pk,
            seats.agencies["police"].pk,
        ),
        by=seats.actor("analyst"),
    )


def terms_of(seats, recommendation, indicator):
    """Terms of an action of the housing association, 50 days in and 50 to go."""

    def made(**changes):
        today = timezone.localdate()
        given = {
            "title": "Visit every shop on the parade",
            "owner_id": seats.people["owner"].pk,
            "owner_agency_id": seats.agencies["housing"].pk,
            "scale": 2,
            "starts_on": today - timedelta(days=50),
            "due_on": today + timedelta(days=50),
            "recommendation_id": recommendation.pk,
            "milestones": (("Shops listed", today),),
            "indicator_ids": (indicator.pk,),
        }
        return ActionTerms(**{**given, **changes})

    return made


def action_of(seats, cycle, terms):
    """The action itself."""
    return begin_action(cycle=cycle, terms=terms(), by=seats.actor("manager"))
