"""What the annual plan's paper holds, as far as its reader may read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wardwise_web.assessments.models import Cycle
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.performance.choices import Audience
from wardwise_web.performance.pack_rows import Line, lines_for
from wardwise_web.plan.models import Action, Recommendation
from wardwise_web.plan.presenters import ActionRow, row_of
from wardwise_web.plan.selectors import (
    FundingEnd,
    actions_of,
    funding_ends_of,
    recommendations_of,
)
from wardwise_web.plan.states import CARRIED


@dataclass(frozen=True)
class PlanRows:
    """What a reader may see of a year's plan on a day."""

    on: date
    recommendations: tuple[Recommendation, ...]
    actions: tuple[ActionRow, ...]
    before: tuple[ActionRow, ...] | None  # of the year before; None where none is held
    lines: tuple[Line, ...]
    ends: tuple[FundingEnd, ...]


def rows_of_plan(cycle: Cycle, reader: Actor, *, on: date) -> PlanRows:
    """Rows with the reader's own rights: what a reader may not open is not in the paper."""
    before = cycle.before
    return PlanRows(
        on=on,
        recommendations=tuple(
            one for one in recommendations_of(cycle, reader) if one.state in CARRIED
        ),
        actions=_rows(actions_of(cycle, reader), on=on),
        before=_rows(actions_of(before, reader), on=min(on, before.ends_on)) if before else None,
        lines=lines_for(Audience.BOARD, cycle.partnership, reader, on=on),
        ends=tuple(funding_ends_of(cycle, reader)),
    )


def _rows(actions: Iterable[Action], *, on: date) -> tuple[ActionRow, ...]:
    return tuple(row_of(one, on=on) for one in actions)
