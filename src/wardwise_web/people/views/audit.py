"""The auditor's page: the audit in words, and whether it is whole. Reading it is audited."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from wardwise_web.core.audit.chain import COLUMNS
from wardwise_web.core.audit.selectors import acts_in, verdict
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.exports.services import export
from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.presenters import acts_told
from wardwise_web.people.selectors import find_acts


HEADINGS = (
    *("Number", "When", "Who", "Operation", "What", "Of", "Details", "Reason", "To"),
    "Details as recorded",
)


@page(Verb.EXPORT, Kind.AUDIT)
def audit(request: PartnershipRequest) -> HttpResponse:
    """Every act of the partnership, the newest first, narrowed by words."""
    thing = Thing(Kind.AUDIT, request.partnership.pk, "all")
    check_can(request.actor, Verb.EXPORT, thing)
    words = request.GET.get("words", "").strip()
    rows = find_acts(acts_in(request.partnership.pk), words)
    if form := request.GET.get("form"):
        cells = [tuple(vars(act).values()) for act in acts_told(rows, request.partnership)]
        sheet = Sheet("Audit", "OFFICIAL-SENSITIVE", HEADINGS, cells)
        return export(sheet, form=form, by=request.actor, thing=thing)
    note_reading(by=request.actor, thing=thing, details={"words": words})
    shown = Paginator(rows, 50).get_page(request.GET.get("page"))
    return show(
        request,
        "people/audit.html",
        acts=acts_told(shown, request.partnership),
        shown=shown,
        words=words,
        verdict=verdict() if "check" in request.GET else None,
    )


@page(Verb.EXPORT, Kind.AUDIT)
def audit_row(request: PartnershipRequest, sequence: int) -> HttpResponse:
    """One row as it was written and hashed, every column of it."""
    thing = Thing(Kind.AUDIT, request.partnership.pk, sequence)
    check_can(request.actor, Verb.EXPORT, thing)
    row = get_object_or_404(acts_in(request.partnership.pk), sequence=sequence)
    (act,) = acts_told([row], request.partnership)
    note_reading(by=request.actor, thing=thing)
    return show(
        request,
        "people/audit_row.html",
        act=act,
        columns=[(name, getattr(row, name)) for name in (*COLUMNS, "hash")],
        crumbs=[{"text": "Audit", "href": reverse("audit", args=[request.partnership.slug])}],
    )
