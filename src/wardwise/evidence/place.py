"""The partnership's own geography as nouns."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from wardwise.domain.area import Area, AreaKind
from wardwise.domain.errors import ReferenceDataError, SettingsError
from wardwise.domain.evidence import Place
from wardwise.domain.settings import Settings
from wardwise.evidence.high_impact import high_impact


def place(lsoa: pd.DataFrame, settings: Settings, own: Mapping[Area, tuple[str, ...]]) -> Place:
    """Everything inside the partnership's code, and the districts of the wider areas."""
    code = settings.partnership.code
    ours = lsoa[(lsoa["district_code"] == code) | (lsoa["csp_code"] == code)]
    if ours.empty:
        raise code_unknown(code)
    _check_force(settings, str(ours["force_name"].iloc[0]))
    _check_name(settings, lsoa, ours)
    csp_code = str(ours["csp_code"].iloc[0])
    districts = tuple(sorted(ours["district_code"].unique()))
    coincide = len(ours) == int((lsoa["district_code"] == districts[0]).sum())
    whole = districts[0] if coincide else csp_code
    kind = AreaKind.DISTRICT if coincide else AreaKind.PARTNERSHIP
    area = Area(whole, settings.partnership.name, kind)
    wards = _areas(ours, "ward", AreaKind.WARD)
    force = Area(ours["force_code"].iloc[0], ours["force_name"].iloc[0], AreaKind.FORCE)
    lsoas = _areas(ours, "lsoa", AreaKind.LSOA)
    members = _members(ours, area, own)
    own_areas = tuple(found for found in own if found.kind is AreaKind.OWN)
    return Place(
        area=area,
        csp_code=csp_code,
        force=force,
        country="Wales" if districts[0].startswith("W") else "England",
        wards=wards,
        lsoas=lsoas,
        own=own_areas,
        commissioned=_commissioned(settings, wards),
        ward_of=dict(zip(ours["lsoa_code"], ours["ward_code"], strict=True)),
        members=members,
        districts_of=_districts_of(lsoa, districts, csp_code),
        high_impact=high_impact(settings, (*wards, *lsoas, *own_areas), members),
    )


def code_unknown(code: str) -> ReferenceDataError:
    """What is said of a code that the lookups do not hold."""
    return ReferenceDataError(
        f"settings, partnership.code: {code} is neither a district nor a community safety"
        " partnership in the geography lookups. Check the code, or add newer lookups."
    )


def _check_name(settings: Settings, lsoa: pd.DataFrame, ours: pd.DataFrame) -> None:
    """A name of one's own is welcome; the name of another place over these figures is not."""
    found = settings.partnership.name.casefold()
    columns = ["district_name", "csp_name"]
    if found in {str(name).casefold() for name in ours[columns].to_numpy().ravel()}:
        return
    for column in columns:
        other = lsoa[lsoa[column].str.casefold() == found]
        if not other.empty:
            code = other[column.replace("_name", "_code")].iloc[0]
            raise ReferenceDataError(
                f"settings, partnership.name: found '{settings.partnership.name}', which is {code}"
                f" in the geography lookups, expected a name of {settings.partnership.code}"
                f" ({ours['district_name'].iloc[0]}). Put the code or the name right."
            )


def _check_force(settings: Settings, expected: str) -> None:
    """A code and a force that do not belong together: one of them is another partnership's."""
    found = settings.partnership.force
    if found.casefold() != expected.casefold():
        raise ReferenceDataError(
            f"settings, partnership.force: found '{found}', expected '{expected}', the force of"
            f" {settings.partnership.code} in the geography lookups. Put the code or the force"
            " right."
        )


def _areas(frame: pd.DataFrame, level: str, kind: AreaKind) -> tuple[Area, ...]:
    pairs = frame[[f"{level}_code", f"{level}_name"]].drop_duplicates().sort_values(f"{level}_code")
    return tuple(Area(code, name, kind) for code, name in pairs.itertuples(index=False))


def _members(
    ours: pd.DataFrame, area: Area, own: Mapping[Area, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    everyone = tuple(sorted(ours["lsoa_code"]))
    members: dict[str, tuple[str, ...]] = {code: (code,) for code in everyone}
    for ward, inside in ours.groupby("ward_code")["lsoa_code"]:
        members[str(ward)] = tuple(sorted(inside))
    members |= {found.code: tuple(sorted(inside)) for found, inside in own.items()}
    return members | {area.code: everyone}


def _districts_of(
    lsoa: pd.DataFrame, ours: tuple[str, ...], csp_code: str
) -> dict[str, tuple[str, ...]]:
    pairs = lsoa[["district_code", "csp_code", "force_code"]].drop_duplicates()
    found = {str(code): (str(code),) for code in pairs["district_code"]}
    for level in ("csp_code", "force_code"):
        for code, inside in pairs.groupby(level)["district_code"]:
            # a merged district has several partnerships, and is still one district of the force
            found[str(code)] = tuple(sorted(set(inside)))
    return found | {csp_code: ours}


def _commissioned(settings: Settings, wards: tuple[Area, ...]) -> tuple[Area, ...]:
    chosen: list[Area] = []
    for wanted in settings.places.commissioned:
        match = [ward for ward in wards if wanted in (ward.code, ward.name)]
        if not match:
            names = "; ".join(f"{ward.name} ({ward.code})" for ward in wards)
            raise ReferenceDataError(
                f"settings, places.commissioned: '{wanted}' is not a ward of the partnership."
                f" Expected one of: {names}."
            )
        if match[0] in chosen:
            raise SettingsError(
                f"settings, places.commissioned: '{wanted}' ({match[0].code}) is there twice,"
                " by name and by code. Take one of them out."
            )
        chosen.extend(match)
    return tuple(chosen)
