"""The geography that a source needs to say where a row lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import EvidenceMissing
from wardwise.sources.force_names import force_key


@dataclass(frozen=True, eq=False)
class Places:
    """LSOA 2021 (the ``lsoa`` tidy table), the carry from 2011 and, where held, outlines.

    Outlines are read from ``folders`` when they are first needed, for the districts of
    ``forces`` only: they are the slowest thing to read and most months never need them.
    """

    lsoa: pa.Table
    lsoa_2011: pa.Table
    folders: tuple[Path, ...] = ()
    forces: frozenset[str] = frozenset()

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every LSOA 2021 code."""
        return frozenset(self.lsoa["lsoa_code"].to_pylist())

    @cached_property
    def carried(self) -> dict[str, str]:
        """LSOA 2011 → LSOA 2021 where one became one, or was merged into one."""
        return {old: new for old, new, change in self._changes if change in "UM"}

    @cached_property
    def split(self) -> dict[str, tuple[str, ...]]:
        """LSOA 2011 → the LSOAs 2021 that it was split into."""
        parts: dict[str, tuple[str, ...]] = {}
        for old, new, change in self._changes:
            if change == "S":
                parts[old] = (*parts.get(old, ()), new)
        return parts

    @cached_property
    def irregular(self) -> frozenset[str]:
        """LSOA 2011 codes redrawn so that no official carry exists."""
        return frozenset(old for old, _, change in self._changes if change == "X")

    def force_name(self, written: str) -> str:
        """The force as the lookup names it, or as it is written if the lookup has no such force."""
        return self._force_names.get(force_key(written), written)

    @cached_property
    def _force_names(self) -> dict[str, str]:
        return {force_key(name): name for name in self.lsoa["force_name"].unique().to_pylist()}

    @cached_property
    def districts(self) -> dict[str, tuple[str, ...]]:
        """Force, by the key of its name → codes of its districts, in order."""
        pairs = self.lsoa.group_by(["force_name", "district_code"]).aggregate([])
        found: dict[str, list[str]] = {}
        for force, district in zip(
            *(pairs[n].to_pylist() for n in pairs.column_names), strict=True
        ):
            found.setdefault(force_key(force), []).append(district)
        return {force: tuple(sorted(codes)) for force, codes in found.items()}

    @cached_property
    def boundaries(self) -> Boundaries | None:
        """Outlines of the LSOAs of the forces' districts, as far as they are held."""
        # Their libraries take a second to load, and few imports need them
        import pandas as pd

        from wardwise.sources.geography.boundaries import read_boundaries

        frames = []
        for force in sorted(self.forces):
            for district in self.districts.get(force, ()):
                try:
                    one = read_boundaries(
                        self.folders, district_codes=[district], layers=["lsoa"], lsoas=self.lsoa
                    )
                except EvidenceMissing:
                    continue
                frames.append(one.layers["lsoa"])
        if not frames:
            return None
        return Boundaries({"lsoa": pd.concat(frames).sort_values("code", ignore_index=True)})

    @cached_property
    def _changes(self) -> list[tuple[str, str, str]]:
        names = ("lsoa11_code", "lsoa21_code", "change")
        columns = (self.lsoa_2011[name].to_pylist() for name in names)
        return list(zip(*columns, strict=True))
