"""LSOA and ward codes of a supplier to those of the lookup; a postcode to its LSOA."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import pyarrow as pa

from wardwise.domain.mapping import ColumnMapping
from wardwise.sources.partner_files.cells import Cells, Fault, blank_where, by_distinct
from wardwise.sources.partner_files.postcodes import PostcodeLookup, outward, whole
from wardwise.sources.places import Places


NO_LSOA_CODE = "not an LSOA code"
UNKNOWN_LSOA = "the LSOA code is not of England or Wales"
NOT_CARRIED = "an LSOA 2011 that was split or redrawn: the code alone does not say where"
UNKNOWN_WARD = "the ward is not in the lookup"
TWO_WARDS = "several wards have that name"
NOT_A_POSTCODE = "not a postcode"
UNKNOWN_POSTCODE = "the postcode is not in the partnership's lookup"
NO_LOOKUP = "a postcode, and the partnership has given no lookup"
_LSOA = re.compile(r"[EW]01\d{6}")
_WARD = re.compile(r"[EW]05\d{6}")


@dataclass(frozen=True, eq=False)
class Areas:
    """What areas there are. Without a geography a code is kept as it is written."""

    places: Places | None
    postcodes: PostcodeLookup | None

    @cached_property
    def ward_of(self) -> dict[str, str]:
        """LSOA → ward."""
        if self.places is None:
            return {}
        table = self.places.lsoa
        return dict(
            zip(table["lsoa_code"].to_pylist(), table["ward_code"].to_pylist(), strict=True)
        )

    def lsoas(self, text: pa.Array, column: ColumnMapping) -> Cells:
        """LSOA 2021, carried from 2011 where that is certain."""
        return by_distinct(blank_where(text, column.not_known), self._lsoa, pa.string())

    def wards(self, text: pa.Array, column: ColumnMapping) -> Cells:
        """Ward codes, from codes or from names."""
        codes = {key.strip().casefold(): value for key, value in column.codes.items()}

        def read(cell: str) -> object:
            return self._ward(codes.get(cell.casefold(), cell))

        return by_distinct(blank_where(text, column.not_known), read, pa.string())

    def by_postcode(self, text: pa.Array, column: ColumnMapping) -> Cells:
        """LSOA of a whole postcode."""
        return by_distinct(blank_where(text, column.not_known), self._postcode, pa.string())

    def outwards(self, text: pa.Array, column: ColumnMapping) -> Cells:
        """The outward part of a postcode, which names no home."""

        def read(cell: str) -> object:
            return outward(cell) or Fault(NOT_A_POSTCODE)

        return by_distinct(blank_where(text, column.not_known), read, pa.string())

    def wards_of(self, lsoas: pa.Array) -> pa.Array:
        """Ward of each LSOA, empty where there is none."""

        def read(cell: str) -> object:
            return self.ward_of.get(cell)

        return by_distinct(lsoas.fill_null(""), read, pa.string()).values

    def _lsoa(self, cell: str) -> object:
        if not _LSOA.fullmatch(cell.upper()):
            return Fault(NO_LSOA_CODE)
        code = cell.upper()
        if self.places is None or code in self.places.codes:
            return code
        if code in self.places.carried:
            return self.places.carried[code]
        is_old = code in self.places.split or code in self.places.irregular
        return Fault(NOT_CARRIED if is_old else UNKNOWN_LSOA)

    def _ward(self, cell: str) -> object:
        if _WARD.fullmatch(cell.upper()):
            known = self.places is None or cell.upper() in set(self.ward_of.values())
            return cell.upper() if known else Fault(UNKNOWN_WARD)
        found = self._wards_by_name.get(cell.casefold(), set())
        if len(found) == 1:
            return next(iter(found))
        return Fault(TWO_WARDS if found else UNKNOWN_WARD)

    @cached_property
    def _wards_by_name(self) -> dict[str, set[str]]:
        """Names within the force's districts where they are known, or else everywhere."""
        if self.places is None:
            return {}
        table = self.places.lsoa
        ours = {code for force in self.places.forces for code in self.places.districts[force]}
        names: dict[str, set[str]] = {}
        columns = (table[name].to_pylist() for name in ("ward_name", "ward_code", "district_code"))
        for name, code, district in zip(*columns, strict=True):
            if not ours or district in ours:
                names.setdefault(name.casefold(), set()).add(code)
        return names

    def _postcode(self, cell: str) -> object:
        key = whole(cell)
        if key is None:
            return Fault(NOT_A_POSTCODE)
        if self.postcodes is None:
            return Fault(NO_LOOKUP)
        found = self.postcodes.lsoa.get(key)
        return self._lsoa(found) if found else Fault(UNKNOWN_POSTCODE)
