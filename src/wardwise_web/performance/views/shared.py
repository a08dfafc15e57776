"""What every page on one indicator begins with."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from wardwise_web.core.pages import PartnershipRequest, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.selectors import indicator_of


def may(
    request: PartnershipRequest, code: str, verb: Verb, kind: Kind = Kind.INDICATOR
) -> Indicator:
    """The indicator, for whoever may do this with it."""
    found = indicator_of(request.partnership, code.upper())
    check_can(request.actor, verb, found.as_thing(kind))
    return found


def may_hand_in(request: PartnershipRequest) -> bool:
    """Whether a file of readings is taken from them."""
    return can(request.actor, Verb.CREATE, Thing(Kind.READING, request.partnership.pk))


def crumbs(request: PartnershipRequest, indicator: Indicator | None = None) -> list[dict[str, str]]:
    """The way back."""
    slug = request.partnership.slug
    found = [{"text": "Performance", "href": reverse("performance", args=[slug])}]
    if indicator is not None:
        href = reverse("indicator", args=[slug, indicator.code])
        found.append({"text": str(indicator), "href": href})
    return found


def asked(request: PartnershipRequest, indicator: Indicator, **shown: Any) -> HttpResponse:
    """One question or a few about an indicator."""
    return show(
        request,
        "core/form.html",
        back=reverse("indicator", args=[request.partnership.slug, indicator.code]),
        crumbs=crumbs(request, indicator),
        marking=indicator.marking,
        **shown,
    )
