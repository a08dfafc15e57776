"""The months of a control chart of any kind, and the question that gives their counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.area import Area
from wardwise.domain.figure import Ask, Json
from wardwise.domain.period import Month
from wardwise.figures.desk import Desk
from wardwise.figures.harm import harm_groups
from wardwise.figures.series import usable_series


Floats = NDArray[np.float64]

MONTHS = 36
FEWEST = 12
"""Known months under which there is no chart."""


@dataclass(frozen=True, eq=False)
class ChartWindow:
    """Up to 36 months to the latest, from the first that is known."""

    desk: Desk
    area: Area
    offence: str | None
    months: tuple[Month, ...]
    values: Floats

    @classmethod
    def of(
        cls,
        desk: Desk,
        offence: str | None,
        *,
        last: Month | None = None,
        area: Area | None = None,
    ) -> ChartWindow | None:
        where = area or desk.area
        series = usable_series(desk, area=where, offence=offence)
        held = [n for n, month in enumerate(series.months) if last is None or month <= last]
        held = held[-MONTHS:]
        known = [n for n in held if not np.isnan(series.values[n])]
        if len(known) < FEWEST:
            return None
        part = slice(known[0], held[-1] + 1)
        return cls(desk, where, offence, series.months[part], series.values[part])

    @property
    def names(self) -> list[Json]:
        """Months as a question has them: None where not known."""
        both = zip(self.months, np.isnan(self.values), strict=True)
        return [None if unknown else str(month) for month, unknown in both]

    @property
    def counts(self) -> Ask:
        """The question that gives the counts."""
        asked = self.desk.asked(self.area, self.offence)
        return Ask("monthly_offences", asked | {"months": self.names})


def windows_of_groups(desk: Desk) -> Iterator[ChartWindow]:
    """Crimes, the largest first."""
    crimes = set(harm_groups(desk))
    for name in desk.offences:
        if name in crimes and (found := ChartWindow.of(desk, name)) is not None:
            yield found
