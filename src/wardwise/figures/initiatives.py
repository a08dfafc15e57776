"""Every initiative of the settings: what it changed, or what it could show."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.initials import capital
from wardwise.document.pictures import ControlSeries, Stretch
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings_of_initiatives import InitiativeSettings, Role
from wardwise.figures.desk import Desk
from wardwise.figures.initiative_card import Registered, registered
from wardwise.figures.initiative_effect import Measuring
from wardwise.figures.initiative_power import Power, power_of
from wardwise.figures.initiative_rows import Rows
from wardwise.figures.initiative_spans import Spans, first_whole_month, spans_of
from wardwise.measures.effect.called import Effect, effect_called
from wardwise.measures.effect.maryland import maryland_level
from wardwise.measures.time.control_chart import control_chart


SMALL = 20
"""Offences under which the exact test has to agree."""


@dataclass(frozen=True)
class Line:
    """One of the areas: its offences before and after."""

    role: Role
    area: Area
    before: Figure
    after: Figure


@dataclass(frozen=True)
class Effects:
    """Every figure of what was changed. ``called`` is None where nothing may be compared."""

    local: Figure
    total: Figure
    displacement: Figure | None
    height: Figure
    since_earlier: Figure
    step: Figure
    exact: Figure | None
    cost: Figure | None
    picked_high: bool
    moved_together: bool | None
    called: Effect | None

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Those on which the verdict rests."""
        return (self.total, self.local, *((self.displacement,) if self.displacement else ()))


@dataclass(frozen=True)
class Evaluated:
    """An initiative that has run for some months."""

    initiative: InitiativeSettings
    spans: Spans
    lines: tuple[Line, ...]
    effects: Effects
    series: tuple[ControlSeries, ...]
    design: int
    registered: Registered | None
    power: Power | NotKnown


@dataclass(frozen=True)
class Planned:
    """An initiative that has not begun, or of which too little is held to judge it: ``why``."""

    initiative: InitiativeSettings
    area: Area
    control: Area
    power: Power | NotKnown
    registered: Registered | None
    has_begun: bool
    why: str


def initiatives(desk: Desk) -> tuple[Evaluated | Planned, ...]:
    """In the order of the settings."""
    return tuple(_found(Rows(desk, one)) for one in desk.settings.initiatives)


def _found(rows: Rows) -> Evaluated | Planned:
    spans = spans_of(rows.desk, rows.initiative)
    if isinstance(spans, NotKnown):
        return Planned(
            initiative=rows.initiative,
            area=rows.areas[Role.AREA],
            control=rows.areas[Role.CONTROL],
            power=power_of(rows),
            registered=registered(rows),
            has_begun=first_whole_month(rows.initiative.start) <= rows.desk.latest.last,
            why=spans.reason,
        )
    return Evaluated(
        initiative=rows.initiative,
        spans=spans,
        lines=tuple(_line(rows, spans, role) for role in rows.areas),
        effects=effects_of(Measuring(rows, spans)),
        series=tuple(_series(rows, spans, role) for role in rows.areas),
        design=maryland_level(has_control=True),
        registered=registered(rows),
        power=power_of(rows),
    )


def _line(rows: Rows, spans: Spans, role: Role) -> Line:
    area = rows.areas[role]
    before, after = (rows.count_figure(area, period) for period in (spans.before, spans.after))
    return Line(role, area, before, after)


def effects_of(work: Measuring) -> Effects:
    """The figures and the word that they allow."""
    rows = work.rows
    local, total = work.part("local"), work.part("total")
    beside = work.part("displacement") if Role.DISPLACEMENT in rows.areas else None
    small = min(work.rows.period_counts([work.spans.before, work.spans.after])[0].sum(axis=1))
    exact = work.exact() if small < SMALL else None
    cost = rows.initiative.cost
    picked = rows.initiative.chosen == "high" or _stood_high(work)
    return Effects(
        local=local,
        total=total,
        displacement=beside,
        height=work.of_selection("height"),
        since_earlier=work.of_selection("since_earlier"),
        step=work.step(),
        exact=exact,
        cost=work.cost(cost, total) if cost is not None and rows.harm is None else None,
        picked_high=picked,
        moved_together=None
        if isinstance(work.regression, NotKnown)
        else work.regression.moved_together,
        called=_called(work, exact, picked),
    )


def _stood_high(work: Measuring) -> bool:
    return not isinstance(work.selection, NotKnown) and work.selection.was_high


def _called(work: Measuring, exact: Figure | None, picked: bool) -> Effect | None:
    found, chosen = work.difference, work.selection
    if isinstance(found, NotKnown):
        return None
    since = None if isinstance(chosen, NotKnown) else chosen.since_earlier
    said = effect_called(
        local=(found.local.lower, found.local.upper),
        total=(found.total.lower, found.total.upper),
        displacement=(found.displacement.lower, found.displacement.upper)
        if found.displacement
        else None,
        since_earlier=(since.lower, since.upper) if since else None,
        was_picked_high=picked,
    )
    unsure = exact is not None and (exact.status != "known" or exact.number >= 1 - work.level)
    return Effect.NOT_SHOWN if unsure and said is Effect.REDUCED else said


def _series(rows: Rows, spans: Spans, role: Role) -> ControlSeries:
    """Months of one area with a mean and limits before and since the start."""
    first = rows.desk.evidence.local.months[0]
    months = tuple(first.plus(n) for n in range(len(spans.series)))
    values = rows.month_counts(rows.areas[role], spans.series)
    chart = control_chart(months=months, values=values, breaks=[spans.start])
    return ControlSeries(
        name=capital(rows.areas[role].name),
        months=months,
        values=tuple(None if value != value else float(value) for value in values),
        stretches=tuple(
            Stretch(
                months[part.first],
                months[part.last],
                part.limits.mean,
                max(0.0, part.limits.lower),
                part.limits.upper,
                part.limits.trial,
            )
            for part in chart.stretches
            if part.limits
        ),
        breaks=((spans.start, "it begins"),),
    )
