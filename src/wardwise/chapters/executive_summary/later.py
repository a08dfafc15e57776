"""The published year, where it ends after the year that this assessment counts."""

from __future__ import annotations

from wardwise.document.phrases import changed, verdict_of
from wardwise.document.text import Text, say
from wardwise.document.words import signed_percent, whole
from wardwise.domain.evidence import NotHeld
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.desk import Desk
from wardwise.figures.official import official_change_figure, official_offences_figure


def published_later(desk: Desk) -> Text | None:
    """What ONS counts in its later year: the reader has seen it, and will ask."""
    table = desk.evidence.official
    if isinstance(table, NotHeld) or table.latest.last <= desk.latest.last:
        return None
    area = table.partnerships.get(desk.evidence.place.csp_code, desk.area)
    count = official_offences_figure(desk, table, area=area, offence=None, period=table.latest)
    if count.status != "known":
        return None
    return say(
        "The published tables run on to {year}: {n} offences; that count {changed}.",
        year=table.latest.label,
        n=whole(count),
        changed=_briefly(official_change_figure(desk, table, area=area, offence=None)),
    )


def _briefly(change: Figure) -> Text:
    """The page has room for the size of a change, and for the limits of one that is told."""
    if verdict_of(change) is Verdict.NO_CLEAR_CHANGE:
        return say("shows no clear change on the year before ({size})", size=signed_percent(change))
    return changed(change)
