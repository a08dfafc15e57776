"""One's own account: roles, ways to sign in, and what one did."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from wardwise_web.core.audit.selectors import acts_of
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.people.presenters import acts_told
from wardwise_web.people.selectors import holdings_of
from wardwise_web.people.services import end_sessions


SHOWN = 100


@page(Verb.READ, Kind.OWN_PAGE)
def own_account(request: PartnershipRequest) -> HttpResponse:
    """One's own name, address, roles and ways to sign in."""
    held = holdings_of(request.user)
    places = {one.partnership.slug: one.partnership for one in held}.values()
    return show(
        request, "people/own_account.html", person=request.user, holdings=held, places=places
    )


@page(Verb.WRITE, Kind.OWN_PAGE, methods=("POST",))
def end_other_sessions(request: PartnershipRequest) -> HttpResponse:
    """Sign oneself out everywhere but here."""
    ended = end_sessions(person=request.user, but=request.session.session_key)
    told = "You were signed in nowhere else." if not ended else "You are signed out elsewhere."
    messages.success(request, told)
    return redirect("own_account")


@page(Verb.READ, Kind.OWN_PAGE)
def own_acts(request: PartnershipRequest) -> HttpResponse:
    """What one did in this partnership, as the audit has it."""
    rows = acts_of(request.user.pk, request.partnership.pk)
    emergency = Thing(Kind.EMERGENCY, request.partnership.pk)
    return show(
        request,
        "people/own_acts.html",
        acts=acts_told(rows[:SHOWN], request.partnership),
        more=max(rows.count() - SHOWN, 0),
        may_open=can(request.actor, Verb.CREATE, emergency),
        may_read=can(request.actor, Verb.READ, emergency),
    )
