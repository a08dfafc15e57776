"""What was counted in the areas of one initiative, and the questions that count it again."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.evidence import HarmWeights
from wardwise.domain.figure import Ask, Figure, Json, Recipe, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.settings_of_initiatives import InitiativeSettings, Role
from wardwise.figures.changes import why_not_comparable
from wardwise.figures.desk import Desk
from wardwise.figures.initiative_spans import as_asked
from wardwise.measures.change.dispersion import Dispersion, dispersion
from wardwise.measures.levels.offences import offences


Floats = NDArray[np.float64]
Months = tuple[Month | None, ...]


@dataclass(frozen=True, eq=False)
class Rows:
    """One initiative's offences by area, on the desk."""

    desk: Desk
    initiative: InitiativeSettings

    @cached_property
    def areas(self) -> dict[Role, Area]:
        """The area of each role, in the order that measures take them."""
        named = self.initiative.roles
        return {
            role: Area(
                self.initiative.area_code(role),
                named[role].name or self._told(role),
                AreaKind.INITIATIVE,
            )
            for role in named
        }

    @property
    def codes(self) -> list[Json]:
        """Codes of the areas, in that order."""
        return [area.code for area in self.areas.values()]

    @property
    def offence(self) -> str | None:
        """The one offence that it is judged by; None where there are several."""
        names = self.initiative.offences
        return names[0] if len(names) == 1 else None

    @property
    def harm(self) -> HarmWeights | None:
        """Weights, where the initiative is judged by harm and every offence of it has one."""
        held = self.desk.evidence.harm
        if not self.initiative.harm_weighted or not isinstance(held, HarmWeights):
            return None
        return held if all(name in held.police_uk for name in self.initiative.offences) else None

    @property
    def unit(self) -> Unit:
        """Of the differences."""
        return Unit.HARM if self.harm else Unit.OFFENCES

    def weights(self) -> list[Json] | None:
        """Severity points of one offence of each kind, or None for plain counts."""
        if self.harm is None:
            return None
        return [self.harm.police_uk[name].value for name in self.initiative.offences]

    @property
    def harm_weights(self) -> list[float] | None:
        """The same as numbers."""
        weights = self.weights()
        return None if weights is None else [float(str(weight)) for weight in weights]

    def in_all_months(self, months: Months) -> list[float]:
        """Each area's offences in those months, or their harm where that is what is judged."""
        first = self.desk.evidence.local.months[0]
        at = [month.ordinal - first.ordinal for month in months if month is not None]
        weights = np.array(self.harm_weights or [1.0] * len(self.initiative.offences))
        of_each = [self._series(self.lsoas(area)) for area in self.areas.values()]
        return [float(weights @ series[:, at].sum(axis=1)) for series in of_each]

    def lsoas(self, area: Area) -> tuple[str, ...]:
        """What the area is made of."""
        return self.desk.evidence.place.members[area.code]

    def month_counts(self, area: Area, months: Months) -> Floats:
        """Offences together, NaN for a month that is None. Shape: months."""
        counts = self.desk.evidence.local
        together = self._series(self.lsoas(area)).sum(axis=0)
        at = [
            None if month is None else month.ordinal - counts.months[0].ordinal for month in months
        ]
        return np.array([np.nan if n is None else together[n] for n in at], dtype=float)

    def period_counts(self, periods: list[Period]) -> Floats:
        """Shape: areas × periods × offences."""
        spans = [self.desk.evidence.local.span(period) for period in periods]
        series = [self._series(self.lsoas(area)) for area in self.areas.values()]
        return np.array(
            [[of_area[:, span].sum(axis=1) for span in spans] for of_area in series], dtype=float
        )

    def asked(self, **more: Json) -> dict[str, Json]:
        """What every question about several areas names."""
        names: list[Json] = list(self.initiative.offences)
        return {"source": self.desk.source, "areas": self.codes, "offences": names, **more}

    def ask_periods(self, periods: list[Period]) -> Ask:
        """The same counts asked of the stored rows."""
        ends: list[Json] = [[str(period.first), str(period.last)] for period in periods]
        return Ask("offences_in_periods", self.asked(periods=ends))

    def ask_months(self, area: Area, months: Months) -> Ask:
        """One area's months asked of the stored rows."""
        asked = self.asked(months=as_asked(months)) | {"area": area.code}
        del asked["areas"]
        return Ask("offences_of_month_list", asked)

    def count_figure(self, area: Area, period: Period) -> Figure:
        """Offences together in one area and period."""
        names: list[Json] = list(self.initiative.offences)
        asked = self.desk.ask(area, period, None) | {"offences": names}
        del asked["offence"]
        span = self.desk.evidence.local.span(period)
        counted = int(self._series(self.lsoas(area))[:, span].sum())
        return Figure(
            measure="offences",
            offence=self.offence,
            area=area,
            period=period,
            value=counted,
            unit=Unit.OFFENCES,
            sources=(self.desk.source,),
            recipe=Recipe("offences", {"count": Ask("offences_together", asked)}, "value"),
            method="count",
            interval=offences(count=counted, level=self.desk.level).interval,
            detail=", ".join(self.initiative.offences) if self.offence is None else "",
            marking=self.desk.marking,
        )

    def why_not(self, *, after: Period, before: Period) -> NotKnown | None:
        """Why the two may not be compared: a break, or a source that is incomplete."""
        for offence in self.initiative.offences:
            why = why_not_comparable(self.desk, period=after, before=before, offence=offence)
            if why:
                return NotKnown(why)
        return None

    def spread(self, *, after: Period, before: Period) -> Dispersion:
        """Dispersion of these offences together, over the partnership's own wards."""
        asked = ("initiative dispersion", self.initiative.offences, after, before)
        return self.desk.once(asked, lambda: self._spread(after, before))

    def spread_recipe(self, *, after: Period, before: Period) -> Recipe:
        """How it is made again; what carries over from month to month is in it."""
        wards: list[Json] = [ward.code for ward in self.desk.evidence.place.wards]

        def months(period: Period) -> Ask:
            asked = self.asked(months=[str(month) for month in period.months])
            return Ask("offences_in_months", asked | {"areas": wards})

        return Recipe(
            "dispersion",
            {
                "before": months(before),
                "after": months(after),
                "days_before": [float(month.days) for month in before.months],
                "days_after": [float(month.days) for month in after.months],
            },
            "phi_carried",
        )

    def _spread(self, after: Period, before: Period) -> Dispersion:
        place = self.desk.evidence.place
        months = [
            np.array(
                [
                    self._series(place.members[ward.code]).sum(axis=0)[
                        self.desk.evidence.local.span(period)
                    ]
                    for ward in place.wards
                ]
            )
            for period in (before, after)
        ]
        return dispersion(
            before=months[0],
            after=months[1],
            days_before=np.array([month.days for month in before.months], dtype=float),
            days_after=np.array([month.days for month in after.months], dtype=float),
        )

    def _series(self, lsoas: tuple[str, ...]) -> Floats:
        """Shape: offences × months."""
        counts = self.desk.evidence.local
        asked = ("initiative series", self.initiative.offences, lsoas)
        return self.desk.once(
            asked,
            lambda: np.array(
                [counts.series(offence=name, codes=lsoas) for name in self.initiative.offences]
            ),
        )

    def _told(self, role: Role) -> str:
        """An area without a name of its own, by what it is made of."""
        named = self.initiative.roles[role]
        lsoas = len(self.desk.evidence.place.members[self.initiative.area_code(role)])
        if named.rest:
            return f"the rest of {self.desk.area.name}"
        names = (*named.wards, *named.own_areas, *([named.outline] if named.outline else ()))
        if not names or len(names) > 3 or named.lsoas:
            return f"{lsoas} neighbourhood{'s' if lsoas != 1 else ''}"
        return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
