"""The meeting's screens: live while marks arrive, then the spread, the order, its firmness."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise.domain.nothing import NotKnown
from wardwise.threats.panel_steps import Survival
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Verb
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.presenters.order import order_of
from wardwise_web.priorities.presenters.results import (
    ResultLine,
    agreements,
    factor_results,
    letter_of,
    result_lines,
)
from wardwise_web.priorities.rules import is_blind
from wardwise_web.priorities.selectors import (
    best_attendance,
    capacity_criteria,
    dissents_of,
    interests_of,
    meetings_of,
    open_marks,
    open_revote_of,
    open_revotes,
    progress_of,
    revote_progress,
    revotes_of,
    scorer_in,
)
from wardwise_web.priorities.states import RoundState
from wardwise_web.priorities.views.crumbs import crumbs
from wardwise_web.priorities.views.loading import load_round, load_threat, marks_of_round


@page(Verb.READ, Kind.SCORING)
def live(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """For the screen in the room: how many have finished, agency by agency; then the order."""
    return _live(request, round_id, "priorities/live.html")


@page(Verb.READ, Kind.SCORING)
def live_part(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """The part of it that is fetched again every few seconds."""
    return _live(request, round_id, "priorities/live_part.html")


def _live(request: PartnershipRequest, round_id: int, template: str) -> HttpResponse:
    scoring = load_round(request, round_id)
    blind = is_blind(scoring)
    return show(
        request,
        template,
        scoring=scoring,
        marking=scoring.marking,
        blind=blind,
        progress=progress_of(scoring) if blind else (),
        lines=() if blind else result_lines(order_of(scoring)),
        ballots=[(one, revote_progress(one)) for one in open_revotes(scoring)],
        crumbs=crumbs(request, scoring),
    )


@page(Verb.READ, Kind.SCORING)
def results(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """The order with its firmness, the agreement of the scorers, and what stands beside."""
    scoring = load_round(request, round_id)
    if is_blind(scoring):
        return redirect("scoring_live", request.partnership.slug, scoring.pk)
    order = order_of(scoring)
    lines = result_lines(order)
    if form := request.GET.get("form"):
        return export(_sheet(scoring, lines), form=form, by=request.actor, thing=scoring.as_thing())
    before = order_of(scoring, first_ballot=True).concordance()
    return show(
        request,
        "priorities/results.html",
        scoring=scoring,
        marking=scoring.marking,
        order=order,
        lines=lines,
        heads_of_capacity=[(one.title, True) for one in capacity_criteria(scoring)],
        agreements=agreements(order),
        concordance=_known(order.concordance()),
        concordance_before=_known(before),
        voted_again=bool(revotes_of(scoring)),
        has_concern=order.ranks != order.ranks_without_concern,
        to_agree=sum(one.to_agree for one in lines),
        meetings=meetings_of(scoring),
        best=best_attendance(scoring),
        dissents=dissents_of(scoring),
        may_write=can(request.actor, Verb.WRITE, scoring.as_thing()),
        may_read_marks=can(request.actor, Verb.READ, marks_of_round(scoring)),
        may_export=can(request.actor, Verb.EXPORT, scoring.as_thing()),
        may_export_marks=can(request.actor, Verb.EXPORT, marks_of_round(scoring)),
        crumbs=crumbs(request, scoring),
    )


def _known(value: float | NotKnown) -> float | None:
    return None if isinstance(value, NotKnown) else value


def _sheet(scoring: Round, lines: list[ResultLine]) -> Sheet:
    headings = (
        "Place",
        "Threat",
        "Risk",
        "Harm",
        "Likelihood",
        f"In the first {scoring.first}, % of draws",
        "Best place",
        "Worst place",
        "Place with no weight on public concern",
        "Place by the build",
        "Widest spread, steps",
        "Pulls",
        *(one.title for one in capacity_criteria(scoring)),
    )
    rows = [
        (
            one.rank,
            one.threat.name,
            one.risk.value if one.risk else None,
            one.risk.harm if one.risk else None,
            one.risk.likelihood if one.risk else None,
            one.top_percent,
            one.rank_lower or None,
            one.rank_upper or None,
            one.rank_without_concern,
            one.build_rank,
            one.spread,
            "; ".join(f"{pull.kind}: {pull.text} ({pull.source})" for pull in one.pulls),
            *(mean for _, mean in one.capacity),
        )
        for one in lines
    ]
    return Sheet("Order of threats", scoring.marking, headings, rows)


@page(Verb.READ, Kind.SCORE)
def threat_result(request: PartnershipRequest, round_id: int, threat_id: int) -> HttpResponse:
    """One threat: every agency's marks and reasons, factor by factor."""
    scoring = load_round(request, round_id)
    check_can(request.actor, Verb.READ, marks_of_round(scoring))
    threat = load_threat(scoring, threat_id)
    order = order_of(scoring)
    lines = result_lines(order)
    line = next((one for one in lines if one.threat.pk == threat.pk), None)
    if line is None:
        return redirect("scoring_results", request.partnership.slug, scoring.pk)
    at = lines.index(line)
    again = open_revote_of(threat)
    return show(
        request,
        "priorities/threat_result.html",
        scoring=scoring,
        marking=scoring.marking,
        threat=threat,
        line=line,
        factors=factor_results(order, threat, request.actor),
        interests=[
            f"{letter_of(n)}, {who.agency.name}"
            for n, who in enumerate(order.scorers)
            if (who.pk, threat.pk) in interests_of(scoring)
        ],
        again=again,
        again_progress=revote_progress(again) if again else None,
        scorer=scorer_in(scoring, request.actor),
        dissents=dissents_of(scoring).filter(threat=threat),
        may_write=can(request.actor, Verb.WRITE, scoring.as_thing()),
        may_agree=scoring.state == RoundState.REVEALED
        and can(request.actor, Verb.WRITE, scoring.as_thing()),
        before=lines[at - 1].threat if at else None,
        after=lines[at + 1].threat if at + 1 < len(lines) else None,
        crumbs=crumbs(request, scoring),
    )


@page(Verb.EXPORT, Kind.SCORE)
def marks_export(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Every mark as it lies open, by agency; none while the round is blind."""
    scoring = load_round(request, round_id)
    thing = marks_of_round(scoring)
    check_can(request.actor, Verb.EXPORT, thing)
    order = order_of(scoring)
    agencies = {who.pk: (letter_of(n), who.agency.name) for n, who in enumerate(order.scorers)}
    names = {one.pk: one.title for one in order.criteria}
    threats = {one.pk: one.name for one in order.threats}
    apart = interests_of(scoring)
    rows = [
        (
            threats[one.threat_id],
            names[one.criterion_id],
            *agencies[one.scorer_id],
            "don't know" if one.value is None else one.value,
            one.reason,
            one.ballot,
            "yes" if (one.scorer_id, one.threat_id) in apart else "no",
        )
        for one in open_marks(scoring)
        if one.scorer_id in agencies and one.threat_id in threats
    ]
    headings = ("Threat", "Factor", "Scorer", "Agency", "Mark", "Reason", "Ballot", "Interest")
    sheet = Sheet(
        "Marks",
        scoring.marking,
        headings,
        sorted(rows, key=lambda row: [str(cell) for cell in row[:3]]),
    )
    return export(sheet, form=request.GET.get("form", "csv"), by=request.actor, thing=thing)


@page(Verb.READ, Kind.SCORING)
def sensitivity(request: PartnershipRequest, round_id: int) -> HttpResponse:
    """Which places survive a step on a score, a quarter on a weight, another harm index."""
    scoring = load_round(request, round_id)
    if is_blind(scoring):
        return redirect("scoring_live", request.partnership.slug, scoring.pk)
    order = order_of(scoring)
    rows = sorted(order.survivals, key=_by_place)
    if form := request.GET.get("form"):
        headings = ("Threat", "Place", "By steps", "By weights", "By index", "Moved by")
        cells: list[tuple[object, ...]] = [
            (
                one.name,
                one.rank if isinstance(one.rank, int) else None,
                _span(one.by_steps),
                _span(one.by_weights),
                _span(one.by_index),
                "; ".join(one.moved_by),
            )
            for one in rows
        ]
        sheet = Sheet("Sensitivity", scoring.marking, headings, cells)
        return export(sheet, form=form, by=request.actor, thing=scoring.as_thing())
    return show(
        request,
        "priorities/sensitivity.html",
        may_export=can(request.actor, Verb.EXPORT, scoring.as_thing()),
        scoring=scoring,
        marking=scoring.marking,
        rows=rows,
        span=_span,
        crumbs=crumbs(request, scoring),
    )


def _span(span: tuple[int, int] | None) -> str:
    if span is None:
        return "no place"
    return str(span[0]) if span[0] == span[1] else f"{span[0]} to {span[1]}"


def _by_place(one: Survival) -> tuple[bool, int, str]:
    place = one.rank if isinstance(one.rank, int) else 0
    return (place == 0, place, one.name)
