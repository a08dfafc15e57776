"""What lies before the analyst: the evidence, the settings, and the periods in question."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.errors import EvidenceMissing
from wardwise.domain.evidence import Evidence
from wardwise.domain.figure import Json, Unit
from wardwise.domain.period import Month, Period
from wardwise.domain.settings import Settings


Worked = TypeVar("Worked")


@dataclass(frozen=True, eq=False)
class Desk:
    """One run's evidence with the questions that every chapter asks of it first."""

    evidence: Evidence
    settings: Settings

    @property
    def area(self) -> Area:
        """The partnership's area."""
        return self.evidence.place.area

    @property
    def source(self) -> str:
        """Where recorded crime comes from."""
        return self.evidence.local.source

    @property
    def unit(self) -> Unit:
        """What is counted on it."""
        return Unit.OFFENCES

    @property
    def marking(self) -> str:
        """The protective marking of the run."""
        return self.settings.document.marking

    @property
    def level(self) -> float:
        """Level of intervals for the partnership as a whole, a share."""
        return self.settings.measures.confidence_percent / 100

    @property
    def small_level(self) -> float:
        """Level of intervals where many small areas are looked at, a share."""
        return self.settings.measures.small_area_confidence_percent / 100

    @cached_property
    def latest(self) -> Period:
        """The twelve months that end with the latest month held, or as the settings say."""
        chosen = self.settings.period.last_month
        return self._held(Period.ending(chosen)) if chosen else Period.ending(self._last_held())

    @property
    def before(self) -> Period:
        """The twelve months before those."""
        return self.latest.earlier(12)

    @property
    def three_years(self) -> tuple[Period, Period, Period]:
        """Three successive years, earliest first."""
        return self.latest.earlier(24), self.latest.earlier(12), self.latest

    @property
    def offences(self) -> tuple[str, ...]:
        """The source's groups, largest first in the latest year."""
        counts = self.evidence.local
        size = {name: counts.by_area(self.latest, offence=name).sum() for name in counts.offences}
        return tuple(sorted(size, key=lambda name: (-_or_nought(size[name]), name)))

    def counts_of(self, area: Area) -> tuple[MonthlyCounts, tuple[str, ...]]:
        """The counts that hold the area, and its codes in them."""
        members = self.evidence.place.members
        if area.code in members:
            return self.evidence.local, members[area.code]
        return self.evidence.wider, self.evidence.place.districts_of.get(area.code, (area.code,))

    def is_small(self, area: Area) -> bool:
        """Whether it is one of many small areas that are looked at together."""
        return area.kind in (AreaKind.WARD, AreaKind.LSOA, AreaKind.OWN)

    def level_of(self, area: Area) -> float:
        """99.8% in ward and LSOA tables, where many are looked at; 95% elsewhere."""
        return self.small_level if self.is_small(area) else self.level

    def asked(self, area: Area, offence: str | None) -> dict[str, Json]:
        """What every question about counts of an area and offence names."""
        return {"source": self.source, "area": area.code, "offence": offence}

    def ask(self, area: Area, period: Period, offence: str | None) -> dict[str, Json]:
        """The arguments of a question about recorded crime."""
        between: dict[str, Json] = {"first": str(period.first), "last": str(period.last)}
        return self.asked(area, offence) | between

    def once(self, named: Hashable, work: Callable[[], Worked]) -> Worked:
        """What ``work`` gives, worked out the first time; it goes when the desk goes."""
        if named not in self._worked_out:
            self._worked_out[named] = work()
        found: Worked = self._worked_out[named]
        return found

    @cached_property
    def _worked_out(self) -> dict[Hashable, Any]:
        return {}

    def _held(self, chosen: Period) -> Period:
        months = self.evidence.local.months
        if months[0] <= chosen.first and chosen.last <= months[-1]:
            return chosen
        raise EvidenceMissing(
            file=self.source,
            problem=f"found {months[0].label} to {months[-1].label}, expected {chosen.label}, "
            "the year of period.year_ends in the settings.",
            remedy="Change year_ends, write 'latest', or add the files of those months.",
        )

    def _last_held(self) -> Month:
        counts = self.evidence.local
        held = [bool(counts.held[:, n].all()) for n in range(len(counts.months))]
        if not any(held):
            raise EvidenceMissing(
                file=self.source,
                problem=f"there is no month that it holds for the whole of {self.area.name}.",
                remedy="Add the force's archive, or name another source of recorded crime.",
            )
        return max(month for month, ok in zip(counts.months, held, strict=True) if ok)


def _or_nought(value: float) -> float:
    return value if value == value else 0.0  # NaN, which is not itself, sorts last
