"""One reader for each group of files; each is loaded only when something has to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wardwise.domain.settings import Settings
from wardwise.pipeline.clock import today
from wardwise.pipeline.partner_inputs import Partners
from wardwise.sources.imported import Imported


@dataclass(frozen=True)
class Reading:
    """What a reader is given: settings, data folders, and the tables of the groups before it."""

    settings: Settings
    folders: tuple[Path, ...]
    parts: Mapping[str, Mapping[str, Path]]
    partners: Partners

    def table(self, group: str, name: str) -> pa.Table:
        """A tidy table that another group wrote."""
        return pq.read_table(self.parts[group][name])


Reader = Callable[[Reading], Imported]


def _geography(reading: Reading) -> Imported:
    from wardwise.sources.geography import read_geography

    return read_geography(reading.folders)


def _ons(reading: Reading) -> Imported:
    from wardwise.sources.ons_csp import read_ons_csp

    return read_ons_csp(reading.folders)


def _home_office(reading: Reading) -> Imported:
    from wardwise.sources.home_office import read_home_office

    return read_home_office(reading.folders)


def _context(reading: Reading) -> Imported:
    from wardwise.sources.context import read_context

    settings = reading.settings
    return read_context(
        reading.folders, names=settings.evidence.context, area_code=settings.partnership.code
    )


def _police_uk(reading: Reading) -> Imported:
    from wardwise.sources.police_uk import read_police_uk

    return read_police_uk(
        folders=reading.folders,
        lsoas=reading.table("geography", "lsoa"),
        lsoa_2011=reading.table("geography", "lsoa_2011"),
        force_quarter=_force_quarter(reading),
        today=today(),
    )


def _area_counts(reading: Reading) -> Imported:
    from wardwise.sources.area_counts import read_area_counts

    return read_area_counts(
        folders=reading.folders,
        lsoas=reading.table("geography", "lsoa"),
        lsoa_2011=reading.table("geography", "lsoa_2011"),
        force_quarter=_force_quarter(reading),
        today=today(),
    )


def _partners(reading: Reading) -> Imported:
    return reading.partners.read(
        lsoas=reading.table("geography", "lsoa"),
        lsoa_2011=reading.table("geography", "lsoa_2011"),
    )


def _definitions(reading: Reading) -> Imported:
    from wardwise.sources.definitions import read_definitions

    return read_definitions(reading.settings.definitions, folders=reading.folders)


def _temperatures(reading: Reading) -> Imported:
    from wardwise.sources.weather import read_temperatures

    return read_temperatures(reading.settings.calendar.temperatures or "", folders=reading.folders)


def _plan(reading: Reading) -> Imported:
    from wardwise.sources.last_plan import read_plan

    settings = reading.settings
    return read_plan(
        settings.plan.last or "", folders=reading.folders, area_code=settings.partnership.code
    )


def _force_quarter(reading: Reading) -> pa.Table | None:
    held = "home_office_prc" in reading.parts
    return reading.table("home_office_prc", "force_quarter") if held else None


READERS: Mapping[str, Reader] = {
    "geography": _geography,
    "ons_csp_tables": _ons,
    "home_office_prc": _home_office,
    "context": _context,
    "police_uk": _police_uk,
    "area_counts": _area_counts,
    "partners": _partners,
    "definitions": _definitions,
    "temperatures": _temperatures,
    "plan": _plan,
}
