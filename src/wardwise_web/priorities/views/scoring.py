"""A scorer's own pages: their threats, and one threat a page. Phone first."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone

from wardwise_web.core.jinja import moment
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.priorities.evidence_beside import needs_reason
from wardwise_web.priorities.forms import DONT_KNOW, InterestForm, MarkForm
from wardwise_web.priorities.models import Scorer, Threat
from wardwise_web.priorities.presenters.marking import Asked, asked_of, lines_of
from wardwise_web.priorities.selectors import (
    open_revote_of,
    own_interests,
    own_marks,
    panel_criteria,
)
from wardwise_web.priorities.services.marks import MarkGiven, declare_interest, give_marks
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.views.crumbs import crumbs
from wardwise_web.priorities.views.loading import load_place, load_scorer, state_of_marks


@page(Verb.READ, Kind.SCORE)
def own_scores(request: PartnershipRequest, round_id: int, scorer_id: int) -> HttpResponse:
    """One's threats, with what is still to do."""
    scorer = load_scorer(request, round_id, scorer_id)
    scoring = scorer.round
    if scorer.person_id != request.actor.person_id or scoring.state != RoundState.OPEN:
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    lines = lines_of(scoring, scorer)
    return show(
        request,
        "priorities/own_scores.html",
        scoring=scoring,
        marking=scoring.marking,
        scorer=scorer,
        lines=lines,
        done=sum(one.is_done for one in lines),
        next=next((one.threat for one in lines if not one.is_done), None),
        late=timezone.localdate() > scoring.score_by,
        crumbs=crumbs(request, scoring),
    )


@page(Verb.READ, Kind.SCORE, methods=("GET", "POST"))
def score_threat(
    request: PartnershipRequest, round_id: int, scorer_id: int, threat_id: int
) -> HttpResponse:
    """One threat: each factor with its evidence, marks saved as they are given."""
    scorer, threat = load_place(request, round_id, scorer_id, threat_id)
    scoring = threat.round
    is_own = scorer.person_id == request.actor.person_id
    if not is_own or state_of_marks(scoring, threat) != RoundState.OPEN or threat.left_out_because:
        if request.headers.get("X-Saves") == "at-once":
            return JsonResponse({"told": "The marks can no longer be changed."}, status=409)
        if request.method == "POST":
            messages.error(request, "Nothing was saved: the marks can no longer be changed.")
        return redirect("scoring_round", request.partnership.slug, scoring.pk)
    if request.headers.get("X-Saves") == "at-once":
        return _save_at_once(request, scorer, threat)
    again = open_revote_of(threat)
    asked = asked_of(threat, own_marks(scorer, ballot=again.ballot if again else 1), request.actor)
    forms = [_form(request, one) for one in asked]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        return _save_page(request, scorer, threat, forms)
    lines = lines_of(scoring, scorer)
    at = next(n for n, one in enumerate(lines) if one.threat.pk == threat.pk)
    return show(
        request,
        "priorities/score_threat.html",
        scoring=scoring,
        marking=scoring.marking,
        scorer=scorer,
        threat=threat,
        again=again,
        pairs=list(zip(asked, forms, strict=True)),
        interest=own_interests(scorer).get(threat.pk),
        place=at + 1,
        of=len(lines),
        before=lines[at - 1].threat if at else None,
        after=lines[at + 1].threat if at + 1 < len(lines) else None,
        crumbs=crumbs(request, scoring),
    )


def _form(request: PartnershipRequest, asked: Asked) -> MarkForm:
    mark = asked.mark
    initial = {}
    if mark is not None:
        value = DONT_KNOW if mark.value is None else str(mark.value)
        initial = {"value": value, "reason": mark.reason}
    posted = request.POST if request.method == "POST" else None
    return MarkForm(posted, criterion=asked.criterion, initial=initial)


def _given(form: MarkForm) -> MarkGiven | None:
    """The mark as typed; None where the factor was left open."""
    value = form.cleaned_data["value"]
    if not value:
        return None
    return MarkGiven(None if value == DONT_KNOW else int(value), form.cleaned_data["reason"])


def _save_page(
    request: PartnershipRequest, scorer: Scorer, threat: Threat, forms: list[MarkForm]
) -> HttpResponse:
    given = {form.criterion: one for form in forms if (one := _given(form)) is not None}
    give_marks(scorer=scorer, threat=threat, given=given, by=request.actor)
    lines = lines_of(scorer.round, scorer)
    at = next(n for n, one in enumerate(lines) if one.threat.pk == threat.pk)
    left = lines[at].to_do if lines[at].interest is None else 0
    messages.success(
        request,
        f"Your marks on {threat} are saved."
        + (f" {left} of {lines[at].of} still want a mark or a reason." if left else ""),
    )
    following = next((one for one in (*lines[at + 1 :], *lines[:at]) if not one.is_done), None)
    if following is None or open_revote_of(threat):
        return redirect("own_scores", request.partnership.slug, scorer.round_id, scorer.pk)
    return redirect(
        "score_threat",
        request.partnership.slug,
        scorer.round_id,
        scorer.pk,
        following.threat.pk,
    )


def _save_at_once(request: PartnershipRequest, scorer: Scorer, threat: Threat) -> HttpResponse:
    """The factors that were sent, as soon as they are marked: what the page says beside them."""
    given = {}
    for criterion in panel_criteria(scorer.round).filter(pk__in=MarkForm.sent(request.POST)):
        form = MarkForm(request.POST, criterion=criterion)
        if form.is_valid() and (one := _given(form)) is not None:
            given[criterion] = one
    if not given:
        return JsonResponse({"told": "Nothing to save yet."}, status=400)
    try:
        give_marks(scorer=scorer, threat=threat, given=given, by=request.actor)
    except MoveRefused as refused:
        return JsonResponse({"told": str(refused)}, status=409)
    wants = any(
        needs_reason(threat, criterion, one.value) and not one.reason.strip()
        for criterion, one in given.items()
    )
    told = f"Saved {moment(timezone.now())}."
    if wants:
        told += " It departs from the evidence: add a reason in short."
    return JsonResponse({"told": told})


@page(Verb.WRITE, Kind.SCORE, methods=("GET", "POST"))
def interest(
    request: PartnershipRequest, round_id: int, scorer_id: int, threat_id: int
) -> HttpResponse:
    """Declare a conflict of interest, or take it back."""
    scorer, threat = load_place(request, round_id, scorer_id, threat_id)
    check_can(request.actor, Verb.WRITE, scorer.as_thing(state_of_marks(scorer.round, threat)))
    declared = own_interests(scorer).get(threat.pk)
    form = InterestForm(request.POST or None)
    if request.method == "POST" and (declared or form.is_valid()):
        note = "" if declared else form.cleaned_data["note"]
        declare_interest(
            scorer=scorer, threat=threat, declared=not declared, note=note, by=request.actor
        )
        told = "You score it again" if declared else "Your marks on it are kept and left out"
        messages.success(request, f"{told}: {threat}.")
        return redirect(
            "score_threat", request.partnership.slug, scorer.round_id, scorer.pk, threat.pk
        )
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"A conflict of interest in '{threat}'",
        lead="For example, your service is paid to deal with it. Your marks are kept and left out"
        " of every sum; the meeting is told that there is an interest.",
        button="Declare it",
        marking=scorer.round.marking,
        crumbs=crumbs(request, scorer.round),
    )
