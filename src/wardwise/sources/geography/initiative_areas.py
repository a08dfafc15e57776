"""The LSOAs that an initiative's areas are made of."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow as pa

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import SettingsError
from wardwise.domain.settings import InitiativeSettings, OwnAreaSettings
from wardwise.domain.settings_of_initiatives import AreasSettings, Role


Codes = tuple[str, ...]
Outlines = Callable[[OwnAreaSettings], Mapping[Area, Codes]]


@dataclass(frozen=True, eq=False)
class InitiativeLand:
    """The partnership's LSOAs and wards, its own areas, and a reader of outlines.

    ``wards`` maps a ward's code, and its name in small letters, to its LSOAs and its name.
    """

    lsoas: Codes
    wards: Mapping[str, tuple[str, Codes]]
    own: Mapping[Area, Codes]
    outlines: Outlines

    @classmethod
    def of(cls, lsoas: pa.Table, own: Mapping[Area, Codes], outlines: Outlines) -> InitiativeLand:
        """``lsoas`` are the partnership's rows of the tidy table."""
        wards: dict[str, tuple[str, Codes]] = {}
        for row in lsoas.to_pylist():
            name = row["ward_name"]
            for key in (row["ward_code"], name.casefold()):
                inside = wards.get(key, (name, ()))[1]
                wards[key] = (name, (*inside, row["lsoa_code"]))
        codes = tuple(sorted(lsoas.column("lsoa_code").to_pylist()))
        return cls(codes, wards, own, outlines)

    def areas(self, initiative: InitiativeSettings) -> dict[Area, Codes]:
        """Each role's area with its LSOAs; no LSOA is in two of them."""
        found: dict[Role, Codes] = {}
        for role, wanted in sorted(initiative.roles.items(), key=lambda one: one[1].rest):
            where = f"initiatives, '{initiative.name}', {role.value}"
            codes = self._named(wanted, where)
            if wanted.rest:
                taken = {code for inside in found.values() for code in inside}
                codes += [code for code in self.lsoas if code not in taken]
            inside = tuple(sorted(set(codes)))
            _refuse_shared(found, role, inside, where)
            found[role] = inside
        return {
            Area(initiative.area_code(role), initiative.name, AreaKind.INITIATIVE): found[role]
            for role in Role
            if role in found
        }

    def _named(self, wanted: AreasSettings, where: str) -> list[str]:
        of_own = {area.name.casefold(): (area.name, inside) for area, inside in self.own.items()}
        of_lsoa = {code: (code, (code,)) for code in self.lsoas}
        asked = [
            *((self.wards, name, "a ward of this partnership") for name in wanted.wards),
            *((of_own, name, "an area of places.own_areas") for name in wanted.own_areas),
            *((of_lsoa, code, "an LSOA of this partnership") for code in wanted.lsoas),
        ]
        codes = [
            code for known, name, what in asked for code in _looked_up(known, name, where, what)
        ]
        return codes + (self._outlined(wanted, where) if wanted.file else [])

    def _outlined(self, wanted: AreasSettings, where: str) -> list[str]:
        asked = OwnAreaSettings(
            name=wanted.name or where, file=wanted.file, name_column=wanted.name_column
        )
        found = {
            area.name.casefold(): (area.name, inside)
            for area, inside in self.outlines(asked).items()
        }
        if wanted.outline is None:
            return [code for _, inside in found.values() for code in inside]
        return [*_looked_up(found, wanted.outline, where, f"an outline of {wanted.file}")]


def _looked_up(known: Mapping[str, tuple[str, Codes]], asked: str, where: str, what: str) -> Codes:
    found = known.get(asked) or known.get(asked.casefold())
    if found is None:
        names = sorted({name for name, _ in known.values()})
        near = difflib.get_close_matches(asked, names, n=1)
        nearest = f" Did you mean '{near[0]}'?" if near else ""
        raise SettingsError(f"{where}: found '{asked}', expected {what}.{nearest} Correct it.")
    return found[1]


def _refuse_shared(found: Mapping[Role, Codes], role: Role, inside: Codes, where: str) -> None:
    if not inside:
        raise SettingsError(f"{where}: nothing is left for it. Name another area.")
    for other, codes in found.items():
        both = sorted(set(codes) & set(inside))
        if both and {role, other} != {Role.CONTROL, Role.DISPLACEMENT_CONTROL}:
            raise SettingsError(
                f"{where}: {both[0]} is in {other.value} too ({len(both)} LSOAs are). An area"
                " cannot be its own control: take them out of one of the two."
            )
