"""Pages that belong to no room: the accessibility statement, and what is said when not."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse

from wardwise.domain.marking import highest_marking
from wardwise_web.core.audit.services import note_reading
from wardwise_web.core.pages import PartnershipRequest, page, public_page, show
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.core.searching import search, words_of


LONGEST = 100  # letters of what is looked for


@page(Verb.READ, Kind.OWN_PAGE)
def search_page(request: PartnershipRequest) -> HttpResponse:
    """What was found, grouped as the rooms are; that somebody searched is remembered."""
    asked = request.GET.get("q", "").strip()[:LONGEST]
    groups = search(request.actor, request.partnership, asked)
    if words_of(asked):
        # how much was found, and not the words: they may name somebody
        details = {"found": {one.title: len(one.found) for one in groups}}
        thing = Thing(Kind.OWN_PAGE, request.partnership.pk)
        note_reading(by=request.actor, thing=thing, details=details)
    markings = [one.marking for group in groups for one in group.found]
    return show(
        request,
        "core/search.html",
        asked=asked,
        is_asked=bool(words_of(asked)),
        groups=groups,
        many=len(markings),
        marking=highest_marking(markings) if markings else None,
    )


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return show(request, "core/accessibility.html")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same for what is not there and for what one may not know of."""
    del exception
    lines = [
        "If you typed the address, check that it is right.",
        "If you were sent it, you may need a role in that partnership: ask its administrator.",
    ]
    return show(request, "core/message.html", status=404, heading="Page not found", lines=lines)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """It may be read, and this may not be done with it."""
    lines = [str(exception) or "You may not do this."]
    return show(request, "core/message.html", status=403, heading="You cannot do this", lines=lines)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: mostly one that lay open for too long."""
    del reason
    lines = [
        "The form had been open for too long, or did not come from here. Nothing was changed.",
        "Go back, load the page again and send the form once more.",
    ]
    heading = "The form was not taken"
    return show(request, "core/message.html", status=403, heading=heading, lines=lines)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours: nothing was changed."""
    lines = [
        "Something went wrong here, and what you tried to do was not done.",
        "If it goes on, tell whoever runs this installation when it happened.",
    ]
    try:
        return show(
            request, "core/message.html", status=500, heading="There is a fault", lines=lines
        )
    except Exception:
        # the page's own frame asks the database, which may be what failed
        logging.getLogger(__name__).exception("The page about a fault failed too")
        return HttpResponse("\n".join(lines), "text/plain; charset=utf-8", status=500)
