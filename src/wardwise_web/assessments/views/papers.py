"""The paper's way to approval: its steps, votes, the frozen document, publication."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.assessments.forms.drafting import CirculateForm, VoteForm
from wardwise_web.assessments.models import FrozenPaper, Paper
from wardwise_web.assessments.presenters.chapters import TITLES, tag
from wardwise_web.assessments.rules.papers import votes_of
from wardwise_web.assessments.selectors.erased import erasure_in_words
from wardwise_web.assessments.selectors.offers import offers_for
from wardwise_web.assessments.selectors.papers import (
    current_cycle,
    frozen_of,
    paper_of_cycle,
    papers_of,
    releases_of,
)
from wardwise_web.assessments.services.freezing import ask_again
from wardwise_web.assessments.services.papers import (
    ask_to_publish,
    begin_correction,
    cast_vote,
    circulate,
    confirm_release,
    move_paper,
    vote_of,
)
from wardwise_web.assessments.states import Choice, PaperState
from wardwise_web.assessments.views.finding import as_file
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.moving import NoteForm, ReasonForm
from wardwise_web.core.pages import PartnershipRequest, page, show, site_of
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Verb


BOTH = ("GET", "POST")
HEADINGS = ("Step", "By", "When", "Note")


def _paper(request: PartnershipRequest, number: int, verb: Verb = Verb.READ) -> Paper:
    found = get_object_or_404(papers_of(request.partnership), pk=number)
    check_can(request.actor, verb, found.as_thing())
    return found


def _crumbs(request: PartnershipRequest, paper: Paper) -> list[dict[str, str]]:
    slug = request.partnership.slug
    return [
        {"text": "Approval", "href": reverse("approval", args=[slug])},
        {"text": str(paper.cycle.name), "href": reverse("paper", args=[slug, paper.pk])},
    ]


@page(Verb.READ, Kind.APPROVAL)
def approval(request: PartnershipRequest) -> HttpResponse:
    """The paper that is worked on; the others in a list."""
    now = paper_of_cycle(current_cycle(request.partnership))
    if now is not None:
        return redirect("paper", request.partnership.slug, now.pk)
    return show(request, "assessments/no_paper.html", papers=papers_of(request.partnership))


@page(Verb.READ, Kind.APPROVAL)
def paper(request: PartnershipRequest, paper: int) -> HttpResponse:
    """Where the paper stands, who moved it when and why, and what can be done now."""
    found = _paper(request, paper)
    actor, thing = request.actor, found.as_thing()
    steps = list(found.steps.select_related("by"))
    if form := request.GET.get("form"):
        rows = [
            (one.now, str(one.by), one.at.isoformat(timespec="minutes"), one.note) for one in steps
        ]
        sheet = Sheet(f"Steps {found.cycle.name}", found.cycle.marking, HEADINGS, rows)
        return export(sheet, form=form, by=actor, thing=found.cycle.as_thing())
    votes = found.votes.filter(round=found.round).select_related("person", "agency")
    frozen = [
        one
        for one in found.frozen.order_by("-approved_at")
        if can(actor, Verb.READ, one.as_thing())
    ]
    offers = offers_for(actor, found)
    return show(
        request,
        "assessments/paper.html",
        paper=found,
        tag=tag(found.state),
        path=[{"state": one, "done": _is_past(one, found)} for one in PaperState],
        steps=steps,
        moves=[one for one in offers if not one.missing],
        waiting=[one for one in offers if one.missing],
        votes=votes,
        counted=votes_of(found),
        may_vote=found.state == PaperState.BOARD
        and can(actor, Verb.CREATE, vote_of(found, actor))
        and not votes.filter(person=actor.person_id).exists(),
        frozen=frozen,
        chapters=found.cycle.chapters.count(),
        assured=found.cycle.chapters.filter(state="assured").count(),
        others=papers_of(request.partnership).exclude(pk=found.pk),
        writes=can(actor, Verb.WRITE, thing),
        reads_year=can(actor, Verb.READ, found.cycle.as_thing()),
        may_export=can(actor, Verb.EXPORT, found.cycle.as_thing()),
        marking=found.cycle.marking,
    )


def _is_past(state: PaperState, paper: Paper) -> bool:
    order = list(PaperState)
    return order.index(state) <= order.index(PaperState(paper.state))


@page(Verb.READ, Kind.APPROVAL, methods=BOTH)
def paper_move(request: PartnershipRequest, paper: int, to: str) -> HttpResponse:
    """One step, with its note."""
    found = _paper(request, paper)
    wanted = {str(one).replace(" ", "-"): one for one in PaperState}.get(to)
    offer = next((one for one in offers_for(request.actor, found) if one.to == wanted), None)
    if offer is None or offer.missing:
        told = offer.missing if offer else ["You cannot make this step as the paper stands now."]
        messages.error(request, " ".join(told))
        return redirect("paper", request.partnership.slug, found.pk)
    wanted, move = offer.to, offer.move
    kind = ReasonForm if move.needs_reason else NoteForm
    form = (CirculateForm if wanted == PaperState.CIRCULATED else kind)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = {"paper": found, "note": form.cleaned_data["note"], "by": request.actor}
        if wanted == PaperState.CIRCULATED:
            circulate(due=form.cleaned_data["due"], site=site_of(request), **given)
        else:
            move_paper(to=wanted, **given)
        messages.success(request, f"The paper is now ‘{wanted}’")
        return redirect("paper", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=move.label,
        lead=LEADS.get(wanted, ""),
        button=move.label,
        back=reverse("paper", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found),
    )


LEADS = {
    PaperState.CIRCULATED: "From now on scrutiny reads the chapters, and nobody changes them until"
    " the comments are closed. Whoever may read them is told by mail: the day, the marking and the"
    " address, nothing of what they say.",
    PaperState.BOARD: "Every chapter has to be assured and every comment answered.",
    PaperState.APPROVED: "The document is frozen with the hash of its data.",
}


@page(Verb.CREATE, Kind.VOTE, methods=BOTH)
def paper_vote(request: PartnershipRequest, paper: int) -> HttpResponse:
    """One's own vote."""
    found = get_object_or_404(papers_of(request.partnership), pk=paper)
    check_can(request.actor, Verb.CREATE, vote_of(found, request.actor))
    form = VoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        cast_vote(
            paper=found,
            choice=Choice(form.cleaned_data["choice"]),
            note=form.cleaned_data["note"],
            by=request.actor,
        )
        messages.success(request, "Your vote is kept")
        return redirect("paper", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Vote on {found.cycle.name}",
        button="Vote",
        back=reverse("paper", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found),
    )


def _frozen(request: PartnershipRequest, number: int, verb: Verb = Verb.READ) -> FrozenPaper:
    found = get_object_or_404(frozen_of(request.partnership), pk=number)
    check_can(request.actor, verb, found.as_thing())
    return found


@page(Verb.READ, Kind.RELEASE)
def frozen(request: PartnershipRequest, frozen: int) -> HttpResponse:
    """What the board approved: its files with their hashes, made again and compared."""
    found = _frozen(request, frozen)
    release, thing = found.releases.first(), found.as_thing()
    return show(
        request,
        "assessments/frozen.html",
        frozen=found,
        files=sorted(found.files.items()),
        titles=TITLES,
        papers=[name for name in sorted(found.files) if name.endswith((".html", ".pdf", ".docx"))],
        remakings=found.remakings.select_related("asked_by")[:10],
        erased=erasure_in_words(found),
        release=release,
        asks=can(request.actor, Verb.CREATE, thing),
        confirms=can(request.actor, Verb.APPROVE, thing),
        exports=can(request.actor, Verb.EXPORT, thing),
        marking=found.marking,
        crumbs=_crumbs(request, found.paper),
    )


@page(Verb.EXPORT, Kind.RELEASE)
def frozen_file(request: PartnershipRequest, frozen: int, name: str) -> HttpResponse:
    """One file of it; that it left is in the audit."""
    found = _frozen(request, frozen, Verb.EXPORT)
    if name not in found.files or "/" in name:
        raise Http404
    with transaction.atomic():
        record(
            "paper.file_taken",
            by=request.actor,
            thing=found.as_thing(),
            operation=Operation.DISCLOSURE,
            details={"file": name, "sha256": found.files[name]},
        )
    return as_file(found.folder / name)


@page(Verb.READ, Kind.RELEASE, methods=("POST",))
def frozen_again(request: PartnershipRequest, frozen: int) -> HttpResponse:
    """Make it again from what is stored, and compare."""
    found = _frozen(request, frozen)
    ask_again(frozen=found, by=request.actor)
    messages.success(request, "It is being made again. The answer stands here in a minute or two.")
    return redirect("frozen", request.partnership.slug, found.pk)


@page(Verb.CREATE, Kind.RELEASE, methods=BOTH)
def publish_ask(request: PartnershipRequest, frozen: int) -> HttpResponse:
    """The first of the two people who publish."""
    found = _frozen(request, frozen, Verb.CREATE)
    form = NoteForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and "note" in request.POST and form.is_valid():
        ask_to_publish(frozen=found, note=form.cleaned_data["note"], by=request.actor)
        messages.success(request, "Asked. Somebody else has to confirm.")
        return redirect("frozen", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Ask that the public summary be published",
        lead="A second person confirms. Then anybody can read it, and it is changed no more.",
        button="Ask",
        back=reverse("frozen", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found.paper),
    )


@page(Verb.APPROVE, Kind.RELEASE, methods=("POST",))
def publish_confirm(request: PartnershipRequest, release: int) -> HttpResponse:
    """The second."""
    found = get_object_or_404(releases_of(request.partnership), pk=release)
    check_can(request.actor, Verb.APPROVE, found.frozen.as_thing())
    confirm_release(release=found, by=request.actor)
    messages.success(request, "The public summary is published")
    return redirect("frozen", request.partnership.slug, found.frozen_id)


@page(Verb.WRITE, Kind.APPROVAL, methods=BOTH)
def paper_correct(request: PartnershipRequest, paper: int) -> HttpResponse:
    """Begin the next version of what is published."""
    found = _paper(request, paper, Verb.WRITE)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = begin_correction(paper=found, note=form.cleaned_data["note"], by=request.actor)
        messages.success(request, f"Version {made.number} is begun")
        return redirect("paper", request.partnership.slug, made.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Correct what is published",
        lead="What is published stays as it is. A correction is a new version that goes the same"
        " way, and says what was wrong.",
        button="Begin the correction",
        back=reverse("paper", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found),
    )
