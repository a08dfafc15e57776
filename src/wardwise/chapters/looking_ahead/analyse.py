"""The sums: a forecast of every group, and every week or month of the last quarter judged."""

from __future__ import annotations

from wardwise.chapters.looking_ahead.findings import AheadFindings, GroupAhead
from wardwise.chapters.looking_ahead.key_findings import key_findings
from wardwise.domain.period import Period
from wardwise.figures.alarms import alarms
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.offences import offences_figure


PAST = 36
"""Months drawn before those ahead."""


def analyse(desk: Desk) -> AheadFindings:
    """Every group of the source over the twelve months after the latest."""
    whole = _ahead(desk, None)
    groups = tuple(_ahead(desk, name) for name in desk.offences)
    found = alarms(desk)
    return AheadFindings(
        area=desk.area,
        source=desk.source,
        latest=desk.latest,
        year=whole.outlook.year,
        whole=whole,
        groups=groups,
        past=tuple(
            offences_figure(desk, area=desk.area, period=Period(month, month), offence=None)
            for month in whole.outlook.series.months[-PAST:]
        ),
        alarms=found,
        key_findings=key_findings(desk, (whole, *groups), found),
    )


def _ahead(desk: Desk, offence: str | None) -> GroupAhead:
    return GroupAhead(
        offence,
        offences_figure(desk, area=desk.area, period=desk.latest, offence=offence),
        outlook(desk, area=desk.area, offence=offence),
    )
