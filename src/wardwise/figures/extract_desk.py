"""The desk of one offence by a partner's extract: its own months and places, and nothing else's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from wardwise.domain.area import Area
from wardwise.domain.counts import MonthlyCounts
from wardwise.domain.evidence import Evidence
from wardwise.domain.figure import Json, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month, Period
from wardwise.domain.quality import Completeness
from wardwise.figures.desk import Desk
from wardwise.figures.people_selected import Selected


@dataclass(frozen=True, eq=False)
class ExtractDesk(Desk):
    """A desk on which the chosen rows of an extract lie in the place of recorded crime.

    Every figure that is worked out from counts is worked out from these, is of the extract's
    own source and marking, and asks for these rows alone when it is made again.
    """

    selected: Selected
    unlocated: bool

    @property
    def unit(self) -> Unit:
        """What the chosen rows are."""
        return self.selected.chosen.unit

    @property
    def marking(self) -> str:
        """The highest of the partners' files."""
        return self.selected.held.marking

    @cached_property
    def latest(self) -> Period:
        """The year of the selection."""
        return self.selected.chosen.period

    def asked(self, area: Area, offence: str | None) -> dict[str, Json]:
        """The question, and which rows it is put to."""
        chosen = self.selected.chosen
        names: dict[str, list[Json]] = {
            "offences": list(chosen.offences),
            "flags": list(chosen.flags),
            "codes": list(chosen.codes),
        }
        parts: list[Json] = [part.asked for part in chosen.parts]
        which: dict[str, Json] = {
            "area": chosen.area,
            "name": self.selected.name,
            "dataset": chosen.dataset,
            "unlocated": self.unlocated,
            **names,
            **({"parts": parts} if parts else {}),
        }
        return super().asked(area, offence) | {"chosen": which}


def extract_desk(
    desk: Desk, selected: Selected, *, group: str | None, unlocated: bool
) -> ExtractDesk | NotKnown:
    """By month alone, ``unlocated`` crimes are the partnership's; by place they are left out.

    Breaks that are named for the ``group`` of which the offence is a part are its own as well.
    """
    months = selected.held.months
    if not months or selected.chosen.period.last > months[-1]:
        return NotKnown("the extract breaks off within the year")
    evidence, name = desk.evidence, selected.name
    counts = _counts(evidence, selected, unlocated=unlocated)
    area = evidence.place.area
    return ExtractDesk(
        evidence=replace(
            evidence,
            # nobody else's extract is held: how months vary is told from our own alone
            place=replace(evidence.place, districts_of={}),
            comparators=replace(evidence.comparators, force_peers=(area,), most_similar=()),
            local=counts,
            wider=_as_one(counts, area),
            completeness=Completeness(()),
            breaks=_of_the_group(evidence.breaks, group, name),
            register=_of_the_group(evidence.register, group, name),
        ),
        settings=desk.settings,
        selected=selected,
        unlocated=unlocated,
    )


Broken = tuple[tuple[Month, str, str], ...]


def _of_the_group(breaks: Broken, group: str | None, name: str) -> Broken:
    return tuple((month, name if of == group else of, what) for month, of, what in breaks)


def _counts(evidence: Evidence, selected: Selected, *, unlocated: bool) -> MonthlyCounts:
    """Crimes of the selection by neighbourhood and month, in every month that is held."""
    held = selected.held.months
    months = Period(held[0], held[-1]).months
    areas = evidence.local.areas
    every = selected.other(period=Period(held[0], held[-1])).crimes
    rows = selected.held.crimes
    at = _positions(rows.lsoas, [area.code for area in areas])[rows.lsoa[every]]
    when = rows.month[every].astype(np.int64) - held[0].ordinal
    if unlocated:
        at = np.where(at < 0, 0, at)
    counts = np.zeros((len(areas), len(months), 1), dtype=np.int64)
    placed = at >= 0
    np.add.at(counts[:, :, 0], (at[placed], when[placed]), 1)
    is_held = np.array([month in set(held) for month in months])
    return MonthlyCounts(
        source=selected.chosen.source,
        areas=areas,
        months=months,
        offences=(selected.name,),
        counts=counts,
        held=np.broadcast_to(is_held, (len(areas), len(months))).copy(),
    )


def _as_one(counts: MonthlyCounts, area: Area) -> MonthlyCounts:
    """The partnership as a whole."""
    total = counts.counts.sum(axis=0, keepdims=True)
    return replace(counts, areas=(area,), counts=total, held=counts.held[:1])


def _positions(
    names: Sequence[str], codes: Sequence[str]
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Where each named area stands; the last entry is of what has no place."""
    found = {code: n for n, code in enumerate(codes)}
    return np.array([*(found.get(name, -1) for name in names), -1], dtype=np.int64)
