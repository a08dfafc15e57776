"""The published year, where it ends after the year that this assessment counts."""

from __future__ import annotations

from wardwise.document.phrases import changed
from wardwise.document.text import Text, say
from wardwise.document.words import whole
from wardwise.domain.evidence import NotHeld
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
        "The published tables run on to {year}: {n} offences. That count {changed}.",
        year=table.latest.label,
        n=whole(count),
        changed=changed(official_change_figure(desk, table, area=area, offence=None)),
    )
