"""The sums: a forecast of every group, and every week or month of the last quarter judged."""

from __future__ import annotations

import numpy as np

from wardwise.chapters.looking_ahead.findings import AheadFindings, GroupAhead
from wardwise.chapters.looking_ahead.key_findings import key_findings
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Month, Period
from wardwise.figures.alarms import alarms
from wardwise.figures.desk import Desk
from wardwise.figures.forecasts import outlook
from wardwise.figures.offences import offences_figure
from wardwise.figures.series import Series


PAST = 36
"""Months drawn before those ahead, at most."""


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
            for month in _drawn(whole.outlook.series)
        ),
        alarms=found,
        key_findings=key_findings(desk, (whole, *groups), found),
        breaks=tuple(
            (month, group)
            for month, group, _ in desk.evidence.breaks
            if group in desk.offences
            and group != ANTI_SOCIAL_BEHAVIOUR
            and desk.before.first < month <= desk.latest.last
        ),
    )


def _drawn(series: Series) -> tuple[Month, ...]:
    """The last three years, after the last month that is incomplete, not held or before a break."""
    gaps = np.flatnonzero(np.isnan(series.values))
    since = int(gaps[-1]) + 1 if len(gaps) else 0
    return series.months[max(since, len(series.months) - PAST) :]


def _ahead(desk: Desk, offence: str | None) -> GroupAhead:
    return GroupAhead(
        offence,
        offences_figure(desk, area=desk.area, period=desk.latest, offence=offence),
        outlook(desk, area=desk.area, offence=offence),
    )
