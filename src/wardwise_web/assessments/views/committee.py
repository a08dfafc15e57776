"""The report to the committee, its appendices, and the paper made of them."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from wardwise_web.assessments.forms.drafting import AppendixForm, ReportForm
from wardwise_web.assessments.models import Appendix, Paper
from wardwise_web.assessments.presenters.committee import committee_document
from wardwise_web.assessments.publish import TYPES, render_alone
from wardwise_web.assessments.selectors.papers import papers_of
from wardwise_web.assessments.services.committee import EXEMPT, HEADINGS, save_appendix, save_report
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Verb


BOTH = ("GET", "POST")


def _paper(request: PartnershipRequest, number: int, verb: Verb) -> Paper:
    found = get_object_or_404(papers_of(request.partnership), pk=number)
    check_can(request.actor, verb, found.as_thing())
    return found


def _appendices(paper: Paper) -> list[Appendix]:
    """The last version of each."""
    last = {one.letter: one for one in paper.appendices.select_related("saved_by")}
    return [last[letter] for letter in sorted(last)]


@page(Verb.READ, Kind.APPROVAL)
def committee_report(request: PartnershipRequest, paper: int) -> HttpResponse:
    """The report as it stands, with the appendices that this person may read."""
    found = _paper(request, paper, Verb.READ)
    appendices = _appendices(found)
    used = {one.letter for one in appendices}
    return show(
        request,
        "assessments/committee.html",
        paper=found,
        report=found.committee_reports.select_related("saved_by").last(),
        headings=HEADINGS,
        appendices=[
            {"appendix": one, "reads": can(request.actor, Verb.READ, one.as_thing())}
            for one in appendices
        ],
        exempt=EXEMPT,
        next_letter=next(letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in used),
        writes=can(request.actor, Verb.WRITE, found.as_thing()),
        crumbs=_crumbs(request, found),
    )


def _crumbs(request: PartnershipRequest, paper: Paper) -> list[dict[str, str]]:
    slug = request.partnership.slug
    return [{"text": "Approval", "href": reverse("paper", args=[slug, paper.pk])}]


@page(Verb.WRITE, Kind.APPROVAL, methods=BOTH)
def committee_edit(request: PartnershipRequest, paper: int) -> HttpResponse:
    """Write the report."""
    found = _paper(request, paper, Verb.WRITE)
    last = found.committee_reports.last()
    start = (
        {name: getattr(last, name) for name in (*HEADINGS, "committee", "contact")} if last else {}
    )
    start["version"] = last.version if last else 0
    form = ReportForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        texts = dict(form.cleaned_data)
        version = texts.pop("version")
        save_report(paper=found, texts=texts, version=version, by=request.actor)
        messages.success(request, "The report is saved")
        return redirect("committee_report", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading="Report to the committee",
        button="Save",
        back=reverse("committee_report", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found),
    )


@page(Verb.WRITE, Kind.APPROVAL, methods=BOTH)
def appendix(request: PartnershipRequest, paper: int, letter: str) -> HttpResponse:
    """Write an appendix; what is exempt says why."""
    found = _paper(request, paper, Verb.WRITE)
    last = next((one for one in _appendices(found) if one.letter == letter), None)
    if last is not None and not can(request.actor, Verb.READ, last.as_thing()):
        raise Http404
    start = {}
    if last is not None:
        start = {
            name: getattr(last, name)
            for name in ("title", "words", "marking", "public_interest", "review_on")
        } | {"exempt_paragraph": str(last.exempt_paragraph or "")}
    form = AppendixForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        save_appendix(paper=found, letter=letter, said=form.cleaned_data, by=request.actor)
        messages.success(request, f"Appendix {letter} is saved")
        return redirect("committee_report", request.partnership.slug, found.pk)
    return show(
        request,
        "core/form.html",
        form=form,
        heading=f"Appendix {letter}",
        button="Save",
        back=reverse("committee_report", args=[request.partnership.slug, found.pk]),
        crumbs=_crumbs(request, found),
    )


@page(Verb.READ, Kind.APPROVAL)
def committee_file(request: PartnershipRequest, paper: int, form: str) -> HttpResponse:
    """The public report as a paper: what is exempt is not in it, but that it is there is said."""
    found = _paper(request, paper, Verb.READ)
    report = found.committee_reports.select_related("saved_by").last()
    if form not in TYPES:
        raise Http404
    if report is None:
        messages.error(request, "There is no report to the committee yet.")
        return redirect("committee_report", request.partnership.slug, found.pk)
    document = committee_document(report, _appendices(found))
    content = render_alone(document, form=form)
    with transaction.atomic():
        record(
            "committee_report.taken",
            by=request.actor,
            thing=found.as_thing(),
            operation=Operation.DISCLOSURE,
            details={"version": report.version, "form": form},
        )
    return HttpResponse(
        content,
        content_type=TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="committee-report.{form}"'},
    )
