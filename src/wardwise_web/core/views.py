"""Pages that belong to no room: the accessibility statement, and what is said when not."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse

from wardwise_web.core.pages import public_page, show


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
