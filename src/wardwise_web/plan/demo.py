"""The demo's plan: recommendations decided, ten actions in every state, services, goals."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils import timezone

from wardwise_web.plan.advice import advice_of
from wardwise_web.plan.choices import Scale
from wardwise_web.plan.demo_last_year import load_last_year
from wardwise_web.plan.services.actions import begin_action, move_action, rebaseline
from wardwise_web.plan.services.indicators import IndicatorName, name_indicator
from wardwise_web.plan.services.progress import (
    add_evidence,
    finish_milestone,
    tell_update,
)
from wardwise_web.plan.services.recommendations import (
    decide_recommendation,
    write_recommendation,
)
from wardwise_web.plan.services.service_map import add_service, measure_factor, set_goal
from wardwise_web.plan.states import ActionState, RecommendationState
from wardwise_web.plan.terms import (
    ActionTerms,
    RecommendationTerms,
    ServiceTerms,
    Shown,
    Told,
)


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

INDICATORS = (
    # (code, name, theme, owner, agency)
    ("C1", "Shoplifting", "Acquisitive crime", "police", "police"),
    ("C2", "Burglary", "Acquisitive crime", "police", "police"),
    ("C3", "Criminal damage and arson", "Neighbourhoods", "police", "police"),
    ("N1", "Anti-social behaviour incidents", "Neighbourhoods", "owner", "housing"),
    ("N2", "Satisfied with how a complaint was dealt with", "Neighbourhoods", "owner", "housing"),
    ("V1", "Violence and sexual offences", "Violence", "police", "police"),
    ("V2", "Public order offences", "Violence", "police", "police"),
    ("T1", "Left drug treatment as planned", "Drugs and alcohol", "health", "health"),
    ("T2", "Days from referral to first appointment", "Drugs and alcohol", "health", "health"),
)
WRITTEN = (
    ("Tell every shop on the two parades how thefts are recorded, and agree who reports.",
     "Acquisitive crime", "the police force and the business partnership",
     RecommendationState.ACCEPTED, "Agreed at the strategy group of 14 October."),
    ("Move the evening patrols to the hours that the hour chart shows.", "Neighbourhoods",
     "the neighbourhood policing team", RecommendationState.CHANGED,
     "Taken with fewer hours: two evenings a week until spring."),
    ("Offer every person who uses violence some help to stop.", "Violence",
     "probation and health", RecommendationState.ACCEPTED, "The goal of scale 3."),
    ("Fit alarms in every taxi.", "Violence", "the council", RecommendationState.REJECTED,
     "No finding shows that taxis are where harm is done."),
    ("Map lighting against fear of crime.", "Neighbourhoods", "the council",
     RecommendationState.DEFERRED, "After the survey of spring 2027."),
    ("Keep the register of night-time marshals.", "Violence", "the council", None, ""),
)  # fmt: skip
# by theme: words of the finding that such a recommendation rests on; none where partners said it
RESTS_ON = {"Neighbourhoods": "neighbourhoods", "Violence": "suspects are named"}
GOALS = (
    (Scale.INTENSIVE, "Widen intensive support for people who use violence",
     "Everybody who uses violence is offered help to stop", "Strategic board"),
    (Scale.TARGETED, "One plan for the two high-impact areas",
     "Fewer violent crimes in the two areas", "Safeguarding executive"),
    (Scale.UNIVERSAL, "Nurture, street watches and good public space everywhere",
     "More people feel safe where they live", "Health and wellbeing board"),
)  # fmt: skip
SERVICES = (
    ("Navigators in the emergency department", "health", 3, ("alcohol-drugs", "role-models"),
     "Fewer come back with a new wound", "Strategic board", "promising", 120, 74, 96_000,
     "Home Office grant", date(2027, 3, 31)),
    ("Mentors for young people", "council", 2, ("role-models", "no-recreation"),
     "Fewer first offences", "Safeguarding executive", "promising", 60, 52, 48_000,
     "Commissioner's fund", date(2027, 6, 30)),
    ("Recovery from drugs and alcohol", "health", 3, ("alcohol-drugs", "mental-illness"),
     "More leave treatment as planned", "Health and wellbeing board", "strong", 900, 861, 1_240_000,
     "Public health grant", None),
    ("Nurture groups in primary schools", "council", 1, ("school-ready", "problem-solving"),
     "Fewer exclusions", "Health and wellbeing board", "strong", None, None, None, "", None),
    ("Street watch", "housing", 1, ("belonging", "unsafe-places"),
     "More people feel safe", "Strategic board", "mixed", None, 41, 3_500, "Housing revenue", None),
)  # fmt: skip


def load(play: DemoPlay) -> None:
    """This year's plan."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    play.tell("Agreeing the plan")
    cycle = play.partnership.cycles.first()
    if cycle is None:
        raise LookupError("The year comes before its plan.")
    for code, name, theme, owner, agency in INDICATORS:
        terms = IndicatorName(
            code, name, theme, play.people[owner].pk, play.agencies[agency].pk,
            "Watched for its own sake; a joint plan follows in spring." if code == "V2" else "",
        )  # fmt: skip
        name_indicator(partnership=play.partnership, name=terms, by=play.actor("analyst"))
    if cycle.before is not None:
        load_last_year(play, cycle.before)
    _recommendations(play, cycle)
    _actions(play, cycle)
    for scale, goal, outcome, lead in GOALS:
        words = (goal, outcome, lead)
        set_goal(cycle=cycle, scale=scale, words=words, by=play.actor("manager"))
    _services(play)


def _recommendations(play, cycle):
    analyst, board = play.actor("analyst"), play.actor("chair")
    offered = advice_of(cycle, analyst).offered[:4]
    claims = advice_of(cycle, analyst).claims
    for text, about, to, state, note in WRITTEN:
        words = RESTS_ON.get(about)
        finding = [one for one in claims if words and words in one[1]][:1]
        made = write_recommendation(
            cycle=cycle,
            terms=RecommendationTerms(
                text=text,
                about=about,
                to=to,
                findings=tuple({"id": name, "claim": claim} for name, claim in finding),
                no_finding_because="" if finding else "It came from partners, not from counts.",
            ),
            by=analyst,
        )
        if state is not None:
            decide_recommendation(recommendation=made, to=state, note=note, by=board)
    for one in offered:
        terms = RecommendationTerms(
            one.text, one.about, one.to, one.findings, no_action_because="", from_build=True
        )
        write_recommendation(cycle=cycle, terms=terms, by=analyst)


def _actions(play, cycle):
    stage = _Stage(play, cycle)
    on_track = stage.action("Visit the 34 shops of the two parades", "police", "police", 2,
                            date(2026, 9, 1), date(2027, 2, 28), 1, "C1",
                            cost=4_000, funding="Police budget")  # fmt: skip
    stage.told(on_track, 6, 52, "18 shops visited; nine had never reported a theft.")
    watch = stage.action("Evening patrols at the hours of the chart", "police", "police", 2,
                         date(2026, 8, 1), date(2027, 1, 31), 2, "N1 C3")  # fmt: skip
    stage.told(watch, 12, 48, "Two evenings a week since October; one was lost to football.")
    off = stage.action("Burglary packs for the ten streets", "police", "police", 2,
                       date(2026, 6, 1), date(2026, 12, 31), None, "C2",
                       because="Carried over from last year's plan", cost=12_500,
                       funding="Safer Streets", ends=date(2027, 3, 31))  # fmt: skip
    stage.told(off, 9, 30, "The supplier is six weeks behind.")
    late = stage.action("Agree one form for anti-social behaviour complaints", "owner", "housing",
                        1, date(2026, 5, 1), date(2026, 10, 31), 2, "N1 N2")  # fmt: skip
    stage.told(late, 15, 80, "Three of four landlords have signed.")
    stage.action("Mediation for neighbours in dispute", "owner", "housing", 2, date(2026, 7, 1),
                 date(2027, 3, 31), 2, "N2")  # fmt: skip
    moved = stage.action("Offer of help at the police station", "police", "police", 3,
                         date(2026, 6, 1), date(2026, 11, 30), 3, "V1", cost=60_000,
                         funding="Commissioner's fund", ends=date(2027, 3, 31))  # fmt: skip
    stage.told(moved, 4, 60, "Two workers are in post; the third starts in January.")
    rebaseline(
        action=moved, due_on=date(2027, 2, 26), by=play.actor("manager"),
        reason="The third worker's vetting took eleven weeks.",
    )  # fmt: skip
    closed = stage.action("Lighting in the underpass", "owner", "housing", 1, date(2026, 4, 1),
                          date(2026, 9, 30), None, "N1",
                          because="Asked for at the public meeting")  # fmt: skip
    stage.close(closed, accepted=True)
    asked = stage.action("Training of door staff", "police", "police", 2, date(2026, 5, 1),
                         date(2026, 11, 27), 3, "V1")  # fmt: skip
    stage.close(asked, accepted=False)
    deferred = stage.action("Map of street lighting", "owner", "housing", 1, date(2026, 10, 1),
                            date(2027, 6, 30), 2, "")  # fmt: skip
    move_action(action=deferred, to=ActionState.DEFERRED, by=play.actor("manager"),
                note="Waits for the survey of spring 2027.")  # fmt: skip
    stopped = stage.action("Radio link between shops", "police", "police", 1, date(2026, 4, 1),
                           date(2027, 3, 31), 1, "C1")  # fmt: skip
    move_action(action=stopped, to=ActionState.STOPPED, by=play.actor("manager"),
                note="The supplier closed; shops use their own group now.")  # fmt: skip


class _Stage:
    """Makes actions as the partners would have."""

    def __init__(self, play, cycle):
        self.play, self.cycle = play, cycle
        self.recommendations = {one.number: one for one in cycle.recommendations.all()}
        self.indicators = {one.code: one.pk for one in play.partnership.indicators.all()}

    def action(self, title, owner, agency, scale, starts, due, recommendation, codes, **more):
        found = self.recommendations.get(recommendation)
        return begin_action(
            cycle=self.cycle,
            terms=ActionTerms(
                title=title,
                owner_id=self.play.people[owner].pk,
                owner_agency_id=self.play.agencies[agency].pk,
                scale=scale,
                starts_on=starts,
                due_on=due,
                recommendation_id=found.pk if found else None,
                no_recommendation_because=more.get("because", ""),
                milestones=(("Partners have agreed how", starts + timedelta(days=30)),),
                indicator_ids=tuple(self.indicators[code] for code in codes.split()),
                no_indicator_because="" if codes else "It is a map: nothing moves by it alone",
                cost=Decimal(more["cost"]) if "cost" in more else None,
                funding=more.get("funding", ""),
                funding_ends_on=more.get("ends"),
            ),
            by=self.play.actor("manager"),
        )

    def told(self, action, days_ago, percent, words):
        who = self._owner(action)
        at = timezone.now() - timedelta(days=days_ago)
        told = Told(words, percent, (at + timedelta(days=28)).date())
        tell_update(action=action, told=told, by=self.play.actor(who), at=at)

    def close(self, action, *, accepted):
        who = self._owner(action)
        by, step = self.play.actor(who), action.milestones.get()
        self.told(action, 20, 100, "Done, and shown to the residents' group.")
        shown = Shown("Minutes of the last visit", link="https://www.example.org/minutes")
        add_evidence(action=action, shown=shown, milestone=step, by=by)
        finish_milestone(milestone=step, on=date(2026, 9, 15), because="", by=by)
        move_action(action=action, to=ActionState.CLOSING, note="", by=by)
        if accepted:
            note = "Seen on site on 12 October."
            by = self.play.actor("manager")
            move_action(action=action, to=ActionState.CLOSED, note=note, by=by)

    def _owner(self, action):
        return next(who for who, one in self.play.people.items() if one.pk == action.owner_id)


def _services(play):
    by = play.actor("manager")
    for (
        name,
        agency,
        scale,
        factors,
        outcome,
        lead,
        grade,
        places,
        taken,
        cost,
        paid,
        ends,
    ) in SERVICES:
        more = {
            "places": places,
            "taken_up": taken,
            "cost": Decimal(cost) if cost is not None else None,
            "funding": paid,
            "funding_ends_on": ends,
            "assured_on": date(2026, 9, 1) if cost else None,
        }
        terms = ServiceTerms(
            name, play.agencies[agency].pk, scale, outcome, lead, grade, factors, more=more
        )
        add_service(partnership=play.partnership, terms=terms, by=by)
    measured = play.partnership.indicators.get(code="T1")
    measure_factor(
        partnership=play.partnership,
        factor="alcohol-drugs",
        indicator=measured,
        by=play.actor("analyst"),
    )
