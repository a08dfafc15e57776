"""The scorecard, and all that is known of one indicator."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from markupsafe import Markup

from wardwise_web.core.exports.services import export
from wardwise_web.core.pages import PartnershipRequest, page, show
from wardwise_web.core.permissions.can import can, check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.performance.from_build import findings_in_use
from wardwise_web.performance.packs import chart_svg
from wardwise_web.performance.pictures import control_picture
from wardwise_web.performance.presenters import (
    aim_words,
    card_of,
    luck_words,
    profile_words,
    reading_rows,
    scorecard_sheet,
    year_rows,
)
from wardwise_web.performance.selectors import scorecard_of, standing_of
from wardwise_web.performance.views.shared import crumbs, may, may_hand_in


@page(Verb.READ, Kind.READING)
def scorecard(request: PartnershipRequest) -> HttpResponse:
    """Every indicator against its target."""
    thing = Thing(Kind.READING, request.partnership.pk)
    check_can(request.actor, Verb.READ, thing)
    every = [
        card_of(one)
        for one in scorecard_of(request.partnership, request.actor, on=timezone.localdate())
    ]
    theme, light = request.GET.get("theme", ""), request.GET.get("light", "")
    cards = [
        one for one in every if theme in ("", one.indicator.theme) and light in ("", one.light)
    ]
    if "form" in request.GET:
        sheet = scorecard_sheet(cards)
        return export(sheet, form=request.GET["form"], by=request.actor, thing=thing)
    return show(
        request,
        "performance/scorecard.html",
        cards=cards,
        every=every,
        themes=list(dict.fromkeys(one.indicator.theme for one in every)),
        theme=theme,
        light=light,
        tallies={
            name: [one for one in every if one.light == name]
            for name in ("red", "amber", "green", "grey")
        },
        may_add=can(request.actor, Verb.CREATE, Thing(Kind.INDICATOR, request.partnership.pk)),
        may_hand_in=may_hand_in(request),
        may_export=can(request.actor, Verb.EXPORT, thing),
        query=request.GET.urlencode(),
        marking="OFFICIAL",
    )


@page(Verb.READ, Kind.INDICATOR)
def indicator(request: PartnershipRequest, code: str) -> HttpResponse:
    """Its colour and why, its chart, three years, readings, words, definition and breaks."""
    found = may(request, code, Verb.READ)
    in_use = findings_in_use(request.partnership)
    standing = standing_of(found, on=timezone.localdate(), findings=in_use[1] if in_use else None)
    picture = control_picture(standing.series) if standing.series else None
    thing, reading = found.as_thing(), found.as_thing(Kind.READING)
    return show(
        request,
        "performance/indicator.html",
        card=card_of(standing),
        standing=standing,
        picture=picture,
        desk=Markup(chart_svg(picture)) if picture else None,
        phone=Markup(chart_svg(picture, narrow=True)) if picture else None,
        **_of_target(standing),
        years=year_rows(standing.series) if standing.series else [],
        readings=reading_rows(standing.series) if standing.series else [],
        definitions=found.definitions.select_related("written_by", "signed_by"),
        breaks=found.breaks.select_related("declared_by", "signed_by"),
        actions=[link.action for link in found.moved_by.select_related("action__cycle")],
        may={
            "define": can(request.actor, Verb.WRITE, thing),
            "sign": can(request.actor, Verb.SIGN, thing),
            "target": can(request.actor, Verb.APPROVE, thing),
            "comment": can(request.actor, Verb.COMMENT, thing),
            "read": can(request.actor, Verb.WRITE, reading),
            "build": in_use is not None and can(request.actor, Verb.READ, in_use[0].as_thing()),
        },
        marking=found.marking,
        crumbs=crumbs(request),
    )


def _of_target(standing):
    """The words of its target."""
    target, series = standing.target, standing.series
    if target is None or series is None:
        return {"aim": "", "luck": "", "profile": []}
    return {
        "aim": aim_words(target),
        "luck": luck_words(target.luck) if target.luck is not None else "",
        "profile": profile_words(series, target),
    }
