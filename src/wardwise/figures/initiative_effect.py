"""What an initiative changed, as figures: the difference, the choice, the months, the cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Value
from wardwise.domain.period import Period
from wardwise.domain.settings_of_initiatives import Role
from wardwise.figures.initiative_rows import Rows
from wardwise.figures.initiative_spans import Spans, as_asked, why_not_whole
from wardwise.measures.effect.cost_per_crime import cost_per_crime_prevented
from wardwise.measures.effect.displacement_difference import (
    DisplacementDifference,
    weighted_displacement_difference,
)
from wardwise.measures.effect.e_test import exact_difference_p_value
from wardwise.measures.effect.level_weights import level_weights
from wardwise.measures.effect.segmented_regression import Segmented, segmented_regression
from wardwise.measures.effect.selection import WithoutSelection, effect_without_selection
from wardwise.measures.estimate import Estimate


Arguments = dict[str, Ask | Recipe | Json]
DIFFERENCE = "weighted_displacement_difference"
SELECTION = "effect_without_selection"


@dataclass(frozen=True, eq=False)
class Measuring:
    """One initiative with the periods that it is judged on: asks every measure once."""

    rows: Rows
    spans: Spans

    @property
    def level(self) -> float:
        """Of every interval."""
        return self.rows.desk.level

    @cached_property
    def phi(self) -> float:
        """Dispersion, with what carries over from month to month."""
        return self.rows.spread(after=self.spans.after, before=self.spans.before).phi_carried

    @cached_property
    def sizes(self) -> tuple[float, ...] | NotKnown:
        """Weights that bring controls to the level of the areas, by the months before."""
        return level_weights(before=self.rows.in_all_months(self.spans.history))

    @cached_property
    def difference(self) -> DisplacementDifference | NotKnown:
        """The displacement difference, or why there is none."""
        spans = self.spans
        why = self.rows.why_not(after=spans.after, before=spans.before)
        if why or isinstance(self.sizes, NotKnown):
            return why or NotKnown("nothing was recorded there before the start")
        return weighted_displacement_difference(
            counts=self.rows.period_counts([spans.before, spans.after]),
            time_weights=self._lengths([spans.before, spans.after]),
            area_weights=self.sizes,
            harm_weights=self._harm(),
            phi=self.phi,
            level=self.level,
        )

    @cached_property
    def selection(self) -> WithoutSelection | NotKnown:
        """The same from the year before that, by which nobody chose."""
        spans = self.spans
        if isinstance(self.difference, NotKnown) or isinstance(self.sizes, NotKnown):
            return NotKnown("it is not compared at all")
        if spans.earlier is None:
            return NotKnown("the same months of the year before that are not held")
        why = self.rows.why_not(after=spans.after, before=spans.earlier)
        if why:
            return why
        periods = [spans.earlier, spans.before, spans.after]
        return effect_without_selection(
            counts=self.rows.period_counts(periods),
            time_weights=self._lengths(periods),
            area_weights=self.sizes,
            harm_weights=self._harm(),
            phi=self.phi,
            level=self.level,
        )

    def part(self, name: str) -> Figure:
        """``local``, ``displacement`` or ``total`` of the difference."""
        found = self.difference
        part = found if isinstance(found, NotKnown) else getattr(found, name)
        recipe = self._recipe(DIFFERENCE, [self.spans.before, self.spans.after], f"{name}.value")
        role = Role.DISPLACEMENT if name == "displacement" else Role.AREA
        return self._figure(recipe, part, detail=f"{name}, against {self.spans.before}", role=role)

    def of_selection(self, name: str) -> Figure:
        """``height`` or ``since_earlier``."""
        found = self.selection
        part = found if isinstance(found, NotKnown) else getattr(found, name)
        spans = self.spans
        periods = [spans.earlier or spans.before.earlier(), spans.before, spans.after]
        recipe = self._recipe(SELECTION, periods, f"{name}.value")
        return self._figure(recipe, part, detail=f"{name}, against {spans.earlier}")

    @cached_property
    def regression(self) -> Segmented | NotKnown:
        """The months of the area beside those of the control, cut at the start."""
        if isinstance(self.difference, NotKnown):
            return self.difference
        series, areas = self.spans.series, self.rows.areas
        return segmented_regression(
            treated=self.rows.month_counts(areas[Role.AREA], series),
            control=self.rows.month_counts(areas[Role.CONTROL], series),
            start=self.spans.start_position,
            level=self.level,
        )

    def step(self) -> Figure:
        """The second look: the step at the start, in percent."""
        found, series, areas = self.regression, self.spans.series, self.rows.areas
        recipe = Recipe(
            "segmented_regression",
            {
                "treated": self.rows.ask_months(areas[Role.AREA], series),
                "control": self.rows.ask_months(areas[Role.CONTROL], series),
                "start": self.spans.start_position,
                "level": self.level,
            },
            "step.value",
        )
        step = found if isinstance(found, NotKnown) else found.step
        return self._figure(recipe, step, unit=Unit.PERCENT, detail="step at the start")

    def exact(self) -> Figure:
        """The area's own two counts by the E-test: for small numbers."""
        area, spans = self.rows.areas[Role.AREA], self.spans
        figures = [self.rows.count_figure(area, period) for period in (spans.after, spans.before)]
        lengths: list[Json] = [spans.after.days, spans.before.days]
        p = exact_difference_p_value(
            first=figures[0].number,
            second=figures[1].number,
            exposure_first=spans.after.days,
            exposure_second=spans.before.days,
        )
        asks = [figure.recipe.arguments["count"] for figure in figures if figure.recipe]
        recipe = Recipe(
            "exact_difference_p_value",
            {
                "first": asks[0],
                "second": asks[1],
                "exposure_first": lengths[0],
                "exposure_second": lengths[1],
            },
        )
        return self._figure(recipe, p, unit=Unit.PROBABILITY, detail="E-test of the area alone")

    def cost(self, cost: float, total: Figure) -> Figure:
        """Pounds for each crime prevented, where any is shown and all of it is judged."""
        found: Estimate | NotKnown = NotKnown("it is not compared at all")
        latest = self.rows.desk.latest.last
        partly = why_not_whole(self.spans, self.rows.initiative, latest=latest)
        if partly is not None:
            found = partly
        elif total.interval is not None:
            found = cost_per_crime_prevented(
                cost=cost,
                difference=total.number,
                lower=total.interval.lower,
                upper=total.interval.upper,
                level=self.level,
            )
        periods = [self.spans.before, self.spans.after]
        ends = {
            name: self._recipe(DIFFERENCE, periods, f"total.{take}")
            for name, take in (("difference", "value"), ("lower", "lower"), ("upper", "upper"))
        }
        arguments: Arguments = {"cost": cost, **ends, "level": self.level}
        recipe = Recipe("cost_per_crime_prevented", arguments, "value")
        return self._figure(recipe, found, unit=Unit.POUNDS, detail="a crime prevented")

    def _lengths(self, periods: list[Period]) -> list[float]:
        """Against the months after the start, so that differences are crimes of those months."""
        return [period.days / self.spans.after.days for period in periods]

    def _harm(self) -> list[float] | None:
        return self.rows.harm_weights

    def _recipe(self, measure: str, periods: list[Period], take: str) -> Recipe:
        rows, spans = self.rows, self.spans
        history = rows.asked(months=as_asked(spans.history))
        weights = rows.weights()
        by_harm: dict[str, Json] = {"harm_weights": weights} if weights else {}
        arguments: Arguments = {
            "counts": rows.ask_periods(periods),
            "time_weights": [*self._lengths(periods)],
            "area_weights": Recipe(
                "level_weights", {"before": Ask("offences_in_all_months", history | by_harm)}
            ),
            "phi": rows.spread_recipe(after=spans.after, before=spans.before),
            "level": self.level,
        }
        return Recipe(measure, arguments | by_harm, take)

    def _figure(
        self,
        recipe: Recipe,
        found: Estimate | NotKnown | float,
        *,
        detail: str,
        role: Role = Role.AREA,
        unit: Unit | None = None,
    ) -> Figure:
        value: Value = found.value if isinstance(found, Estimate) else found
        interval: Interval | None = found.interval if isinstance(found, Estimate) else None
        rows = self.rows
        return Figure(
            measure=recipe.measure,
            offence=rows.offence,
            area=rows.areas[role],
            period=self.spans.after,
            value=value,
            unit=unit or rows.unit,
            sources=(rows.desk.source,),
            recipe=recipe if not isinstance(found, NotKnown) else None,
            method=interval.method if interval else "",
            interval=interval,
            detail=f"{rows.initiative.name}: {detail}",
            marking=rows.desk.marking,
        )
