"""What every page of this room begins with: the round of this partnership, or *not found*."""

from __future__ import annotations

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from wardwise_web.core.pages import PartnershipRequest, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.priorities.models import Round, Scorer, Threat
from wardwise_web.priorities.selectors import (
    open_revote_of,
    places_in,
    rounds_of,
    scorers_of,
    threats_of_round,
)
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.views.crumbs import crumbs


def load_round(request: PartnershipRequest, round_id: int, verb: Verb = Verb.READ) -> Round:
    """A round, for who may do that with it."""
    found = get_object_or_404(rounds_of(request.partnership), pk=round_id)
    check_can(request.actor, verb, found.as_thing())
    return found


def load_priorities(request: PartnershipRequest, round_id: int, verb: Verb = Verb.READ) -> Round:
    """A round's priorities, for who may do that with them."""
    found = get_object_or_404(rounds_of(request.partnership), pk=round_id)
    check_can(request.actor, verb, found.as_priorities())
    return found


def load_threat(scoring: Round, threat_id: int) -> Threat:
    """A threat of the round's long list."""
    return get_object_or_404(threats_of_round(scoring), pk=threat_id)


def load_scorer(request: PartnershipRequest, round_id: int, scorer_id: int) -> Scorer:
    """A place on the panel, for who may read its marks as they stand."""
    scoring = get_object_or_404(rounds_of(request.partnership), pk=round_id)
    found = get_object_or_404(scorers_of(scoring), pk=scorer_id)
    check_can(request.actor, Verb.READ, found.as_thing(scoring.state))
    return found


def load_place(
    request: PartnershipRequest, round_id: int, scorer_id: int, threat_id: int
) -> tuple[Scorer, Threat]:
    """A place on the panel and one threat, for who may read the marks on it as they stand."""
    found = get_object_or_404(places_in(request.partnership), round=round_id, pk=scorer_id)
    threat = get_object_or_404(found.round.threats, pk=threat_id)
    check_can(request.actor, Verb.READ, found.as_thing(state_of_marks(found.round, threat)))
    return found, threat


def state_of_marks(scoring: Round, threat: Threat | None = None) -> str:
    """Marks on a threat on which a ballot is open are as blind as in the first round."""
    is_revealed = scoring.state == RoundState.REVEALED
    if is_revealed and threat is not None and open_revote_of(threat) is not None:
        return RoundState.OPEN
    return scoring.state


def marks_of_round(scoring: Round) -> Thing:
    """All marks of a round as the permissions see them: nobody's own."""
    return Thing(
        Kind.SCORE,
        scoring.partnership_id,
        f"round-{scoring.pk}",
        cycle_id=scoring.cycle_id,
        state=scoring.state,
        marking=scoring.marking,
    )


def form_page(
    request: PartnershipRequest,
    scoring: Round,
    form: Form,
    *,
    heading: str,
    lead: str = "",
    button: str = "Save",
) -> HttpResponse:
    """A page of a round that asks a few things."""
    return show(
        request,
        "core/form.html",
        form=form,
        heading=heading,
        lead=lead,
        button=button,
        marking=scoring.marking,
        crumbs=crumbs(request, scoring),
    )
