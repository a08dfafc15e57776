"""What an initiative could show, as figures: before the money is spent."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.period import Period
from wardwise.domain.settings_of_initiatives import Role
from wardwise.figures.initiative_rows import Months, Rows
from wardwise.figures.initiative_spans import first_whole_month, usable_months
from wardwise.measures.effect.visible import difference_visible, months_until_visible


YEAR = 12


@dataclass(frozen=True)
class Power:
    """When the change hoped for would be visible, its chance after a year, the least visible."""

    months: Figure
    after_a_year: Figure
    least_percent: Figure


def power_of(rows: Rows) -> Power | NotKnown:
    """By the latest two years of months before the start that are held."""
    desk = rows.desk
    last = min(first_whole_month(rows.initiative.start).plus(-1), desk.latest.last)
    first = max(last.plus(1 - 2 * YEAR), desk.evidence.local.months[0])
    if last < first.plus(YEAR - 1):
        return NotKnown("a whole year before its start is not held")
    months = usable_months(desk, first, last)
    known = [month for month in months if month is not None]
    counts = [rows.month_counts(rows.areas[role], months) for role in (Role.AREA, Role.CONTROL)]
    if len(known) < YEAR or any(not (one[one == one] > 0).any() for one in counts):
        return NotKnown("nothing was recorded there, or in the control, before its start")
    return _Working(rows, months, Period(first, last)).power()


@dataclass(frozen=True, eq=False)
class _Working:
    rows: Rows
    months: Months
    period: Period

    def power(self) -> Power:
        treated, control = (
            self.rows.month_counts(self.rows.areas[role], self.months)
            for role in (Role.AREA, Role.CONTROL)
        )
        fall = abs(self.rows.initiative.expected_change_percent)
        after, before = self._years()
        phi = self.rows.spread(after=after, before=before).phi_carried
        level = self.rows.desk.level
        found = difference_visible(
            treated=treated, control=control, fall_percent=fall, months=YEAR, phi=phi, level=level
        )
        months = months_until_visible(
            treated=treated, control=control, fall_percent=fall, phi=phi, level=level
        )
        year: dict[str, Json] = {"months": YEAR}
        return Power(
            months=self._figure("months_until_visible", months, Unit.MONTHS, None, {}),
            after_a_year=self._figure(
                "difference_visible", found.power, Unit.PROBABILITY, "power", year
            ),
            least_percent=self._figure(
                "difference_visible", found.least_percent, Unit.PERCENT, "least_percent", year
            ),
        )

    def _years(self) -> tuple[Period, Period]:
        """The last twelve months before the start and the twelve before those; halves of a year
        where two are not held."""
        after = Period.ending(self.period.last)
        if self.period.length < 2 * YEAR:
            after = Period.ending(self.period.last, months=YEAR // 2)
        return after, after.earlier(after.length)

    def _figure(
        self, measure: str, value: Value, unit: Unit, take: str | None, more: dict[str, Json]
    ) -> Figure:
        rows, (after, before) = self.rows, self._years()
        asks: dict[str, Ask | Recipe | Json] = {
            name: rows.ask_months(rows.areas[role], self.months)
            for name, role in (("treated", Role.AREA), ("control", Role.CONTROL))
        }
        arguments = asks | {
            "fall_percent": abs(rows.initiative.expected_change_percent),
            "phi": rows.spread_recipe(after=after, before=before),
            "level": rows.desk.level,
            **more,
        }
        return Figure(
            measure=measure,
            offence=rows.offence,
            area=rows.areas[Role.AREA],
            period=self.period,
            value=value,
            unit=unit,
            sources=(rows.desk.source,),
            recipe=None if isinstance(value, NotKnown) else Recipe(measure, arguments, take),
            method="normal power of the weighted displacement difference",
            detail=f"{rows.initiative.name}: {take or 'months'}",
            marking=rows.desk.marking,
        )
