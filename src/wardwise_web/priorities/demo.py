"""The demo's scoring: last year's register, and this year's round by five agencies."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random
from typing import TYPE_CHECKING

from wardwise_web.assessments.demo_papers import publish_last_year
from wardwise_web.assessments.findings import THREATS
from wardwise_web.assessments.models import Cycle
from wardwise_web.priorities.evidence_beside import evidence_for
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.presenters.tiers import tier_lines
from wardwise_web.priorities.selectors import panel_criteria, scored_threats, scorers_of
from wardwise_web.priorities.services.adopting import place, place_by_score, record_outcome
from wardwise_web.priorities.services.decisions import (
    add_pull,
    agree_rest_as_marked,
    agree_score,
    record_dissent,
    record_meeting,
)
from wardwise_web.priorities.services.marks import MarkGiven, declare_interest, give_marks
from wardwise_web.priorities.services.moves import move_round
from wardwise_web.priorities.services.rounds import (
    ThreatGiven,
    add_threat,
    begin_round,
    leave_out,
    name_scorer,
)
from wardwise_web.priorities.states import Pull, RoundState


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

PANEL = (
    ("manager", "council"),
    ("police", "police"),
    ("fire", "fire"),
    ("health", "health"),
    ("probation", "probation"),
)
LAST_YEAR = "2025/26"
ADOPTED = datetime(2025, 12, 4, 14, 30, tzinfo=UTC)
SHORT = (
    "Serious violence",
    "Domestic abuse",
    "Residential burglary",
    "Vehicle offences",
    "Anti-social behaviour",
    "Drug offences",
    "Shoplifting",
)
"""What the panel of the year before had time to score."""


def load(play: DemoPlay) -> None:
    """Two rounds, each through the services that a partnership would use."""
    if play.partnership is None:
        raise LookupError("The partnership comes first.")
    this_year = play.partnership.cycles.filter(build__isnull=False).first()
    last = play.partnership.cycles.filter(name=LAST_YEAR).first()
    build = this_year.build if this_year else None
    if this_year is None or build is None or last is None:
        return
    if (build.folder / THREATS).exists():  # a run of an earlier version has no long list
        play.tell("Scoring the threats, five agencies")
        _last_year(play, last)
        _this_year(play, this_year)
    publish_last_year(play, last)


def _begin(play: DemoPlay, cycle: Cycle, by_day: date) -> Round:
    scoring = begin_round(cycle=cycle, score_by=by_day, by=play.actor("analyst"))
    for who, agency in PANEL:
        name_scorer(
            scoring=scoring,
            person=play.people[who],
            agency=play.agencies[agency],
            by=play.actor("analyst"),
        )
    return scoring


def _last_year(play, cycle):
    manager = play.actor("manager")
    scoring = _begin(play, cycle, date(2025, 11, 14))
    for threat in scoring.threats.exclude(name__in=SHORT):
        leave_out(threat=threat, because="Not scored in the first year.", by=manager)
    fly_tipping = ThreatGiven(
        "Fly-tipping",
        "Waste left on land without a licence, from a bag to a lorry load.",
        "Neighbourhood wardens' log, 2025",
    )
    add_threat(scoring=scoring, given=fly_tipping, by=manager)
    _score(play, scoring, seed=25)
    _agree(play, scoring, held_on=date(2025, 11, 20))
    place_by_score(scoring=scoring, priorities=3, focus=2, monitor=2, by=manager)
    bare = [line for line in tier_lines(scoring) if line.threat.name == "Fly-tipping"]
    for line in bare:
        place(
            threat=line.threat,
            tier="monitor",
            reason="The council deals with it alone; nothing is added by doing it together.",
            by=manager,
        )
    for line in tier_lines(scoring):
        if line.wants_reason:
            place(
                threat=line.threat,
                tier=line.placement.tier,
                reason="It moved up a place when fly-tipping was put lower.",
                by=manager,
            )
    move_round(scoring=scoring, to=RoundState.CLOSED, reason="", by=play.actor("chair"))
    # adopted a year ago, in the life of the demo: its paper says so
    scoring.statuses.filter(state=RoundState.CLOSED).update(at=ADOPTED)
    results = {
        "Fly-tipping": "Cleared two days sooner by the spring; the log has as many as before.",
        "Serious violence": "The night-time patrols began in June; a year has to pass before they"
        " can be judged.",
    }
    for name, text in results.items():
        record_outcome(threat=scoring.threats.get(name=name), text=text, by=manager)


def _this_year(play, cycle):
    manager = play.actor("manager")
    scoring = _begin(play, cycle, date(2026, 11, 13))
    violence = scoring.threats.get(name="Serious violence")
    for kind, text, source in (
        (
            Pull.DUTY,
            "A strategy for serious violence is owed each year.",
            "PCSC Act 2022, section 8",
        ),
        (
            Pull.PLAN,
            "Named among the four aims.",
            "Midshire police and crime plan 2025 to 2029, page 9",
        ),
    ):
        add_pull(threat=violence, kind=kind, text=text, source=source, by=manager)
    _score(play, scoring, seed=26)
    first = panel_criteria(scoring).first()
    agree_score(
        threat=violence,
        criterion=first,
        value=4,
        reason="The hospital's admissions, which the fire service had not seen, settle it.",
        by=manager,
    )
    _agree(play, scoring, held_on=date(2026, 11, 19))
    record_dissent(
        scoring=scoring,
        threat=scoring.threats.get(name="Shoplifting"),
        agency=play.agencies["police"],
        text="It takes more of the officers' time than the score can show.",
        by=manager,
    )
    place_by_score(scoring=scoring, priorities=5, focus=4, monitor=10, by=manager)
    _depart(scoring, manager)


def _score(play: DemoPlay, scoring: Round, *, seed: int) -> None:
    """Every scorer marks every threat: near what the build made of it, each in their own way."""
    move_round(scoring=scoring, to=RoundState.OPEN, reason="", by=play.actor("manager"))
    chance = Random(seed)
    criteria = list(panel_criteria(scoring))
    who_is = {person.pk: who for who, person in play.people.items()}
    for scorer in scorers_of(scoring):
        actor = play.actor(who_is[scorer.person_id])
        leaning = chance.choice((-0.4, 0.0, 0.0, 0.4))
        for threat in scored_threats(scoring):
            if scorer.agency.name.startswith("Probation") and threat.name == "Re-offending":
                note = "We are paid to bring it down."
                declare_interest(scorer=scorer, threat=threat, declared=True, note=note, by=actor)
            given = {one: _mark(chance, threat, one, leaning) for one in criteria}
            give_marks(scorer=scorer, threat=threat, given=given, by=actor)
    move_round(scoring=scoring, to=RoundState.REVEALED, reason="", by=play.actor("manager"))


REASONS = {
    "physical": "From what our crews and wards see.",
    "psychological": "People tell us about it for months after.",
    "financial": "Small sums, but from those who have least.",
    "community": "It is what residents raise with us first.",
    "environment": "The street shows it the next morning.",
    "volume": "Our own log has more of it than the count.",
    "trend": "Calls to us say otherwise than the recorded year.",
    "forecast": "A change of law and two closures are coming.",
}


def _mark(chance, threat, criterion, leaning):
    if chance.random() < 0.04:
        return MarkGiven(None)
    row = evidence_for(threat, criterion)
    middle = row["score"] if row and row["score"] is not None else 2.5
    value = min(4, max(1, round(chance.gauss(middle + leaning, 0.6))))
    return MarkGiven(value, REASONS.get(criterion.name, "") if value != middle else "")


def _agree(play: DemoPlay, scoring: Round, *, held_on: date) -> None:
    manager = play.actor("manager")
    record_meeting(
        scoring=scoring,
        held_on=held_on,
        note="Marks two steps apart were talked through, the highest risk first.",
        present={play.agencies[agency]: play.people[who].name for who, agency in PANEL},
        by=manager,
    )
    agree_rest_as_marked(scoring=scoring, reason="Nobody wanted to talk about these.", by=manager)
    move_round(scoring=scoring, to=RoundState.AGREED, reason="", by=manager)


def _depart(scoring, by):
    """Burglary goes up on the word of residents; what it passes goes down, and both say why."""
    burglary = "Residential burglary"
    why = (
        "Residents named it first at both meetings, and the target hardening fund ends in March:"
        " what is not begun now is lost."
    )
    place(threat=scoring.threats.get(name=burglary), tier="focus", reason=why, by=by)
    for line in tier_lines(scoring):
        if line.placement.tier == "focus" and line.threat.name != burglary:
            last = line
    reason = "Burglary takes its place; the two agencies that deal with it go on as they do."
    place(threat=last.threat, tier="monitor", reason=reason, by=by)
