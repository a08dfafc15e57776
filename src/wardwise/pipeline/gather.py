"""Evidence from files to tidy tables: read once, kept by content, found again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wardwise.domain.area import Area
from wardwise.domain.card import Card
from wardwise.domain.settings import OwnAreaSettings, Settings
from wardwise.evidence.areas import area_lsoa
from wardwise.evidence.place import code_unknown
from wardwise.pipeline.erase import erase_old_originals
from wardwise.pipeline.inputs import (
    InputFile,
    as_inputs,
    code_key,
    files_key,
    groups_needed,
    input_files,
    key_of,
)
from wardwise.pipeline.keeping import keep_files
from wardwise.pipeline.land import land_tables
from wardwise.pipeline.partner_inputs import PARTNERS, Partners
from wardwise.pipeline.readers import READERS, Reading
from wardwise.sources.cards import read_cards
from wardwise.store.erased import Register
from wardwise.store.erasing import without_erased
from wardwise.store.tidy import TidyStore


if TYPE_CHECKING:
    from wardwise.sources.geography.own_areas import OwnAreas

DEFINITIONS, TEMPERATURES, PLAN = "definitions", "temperatures", "plan"
BESIDE = (DEFINITIONS, TEMPERATURES, PLAN)
"""Groups of files that may lie beside the settings."""
READING_CODE = ("sources", "reference", "domain")


@dataclass(frozen=True)
class Gathered:
    """Where every tidy table of the run lies, and what a person should be told."""

    tables: Mapping[str, Path]
    notices: tuple[str, ...]
    files: tuple[InputFile, ...]
    own: Mapping[Area, tuple[str, ...]]
    cards: tuple[Card, ...] = ()


class Gatherer:
    """Reads each group of files, or finds it again in the store under the same key."""

    def __init__(
        self, settings: Settings, folders: Sequence[Path], store: TidyStore, *, beside: Path
    ) -> None:
        self.settings, self.folders, self.store = settings, tuple(folders), store
        # own areas may lie beside the settings file
        self.own_folders = (beside, *self.folders)
        self.partners = Partners(settings, self.own_folders)
        self.erased = Register(store.root)
        self.cards = read_cards(beside) if settings.initiatives else ()
        self.groups = {
            group: self.partners.files if group == PARTNERS else input_files(group, self.folders)
            for group in groups_needed(settings)
        }
        if settings.definitions:
            self.groups[DEFINITIONS] = self._definitions()
        if settings.calendar.temperatures:
            self.groups[TEMPERATURES] = self._temperatures(settings.calendar.temperatures)
        if settings.plan.last:
            self.groups[PLAN] = self._plan(settings.plan.last)

    @property
    def files(self) -> tuple[InputFile, ...]:
        """Every file of every group that the settings call for."""
        return tuple(file for files in self.groups.values() for file in files)

    @property
    def key(self) -> str:
        """One hash of every file, of which secret makes the keys of people, and of erasures."""
        cards = [card.sha256 for card in self.cards]
        return key_of(files_key(self.files), self.partners.fingerprint, self.erased.key, *cards)

    def gather(self, tell: Callable[[str], None]) -> Gathered:
        """Every table, in the order in which one reader needs another's."""
        parts: dict[str, Mapping[str, Path]] = {}
        notices = list(erase_old_originals(self.store.root))
        for group in self.groups:
            tell(f"Reading {group.replace('_', ' ')}")
            parts[group], told = self._group(group, parts)
            notices += told
        own, told = self._own_areas(parts["geography"]["lsoa"])
        notices += told
        tables = _merged(parts, self.store)
        own = {**own, **self._initiative_areas(parts["geography"]["lsoa"], own)}
        tables["area_lsoa"] = self._area_lsoa(parts["geography"]["lsoa"], own)
        tables |= self._land(parts["geography"]["lsoa"])
        return Gathered(tables, tuple(notices), self.files, own, self.cards)

    def _group(
        self, group: str, parts: Mapping[str, Mapping[str, Path]]
    ) -> tuple[Mapping[str, Path], tuple[str, ...]]:
        needs = [
            files_key(self.groups[other])
            for other in ("geography", "home_office_prc")
            if other in self.groups and group in ("police_uk", "area_counts")
        ]
        if group == PARTNERS:
            needs += [files_key(self.groups["geography"]), self.partners.key, self.erased.key]
        if group == "context":
            needs += [*self.settings.evidence.context, self.settings.partnership.code]
        if group == PLAN:
            needs += [self.settings.partnership.code]
        key = key_of(group, files_key(self.groups[group]), code_key(*READING_CODE), *needs)
        found = self.store.find(key)
        if found is None:
            folders = self.own_folders if group in BESIDE else self.folders
            reading = Reading(self.settings, folders, parts, self.partners)
            imported = READERS[group](reading)
            if group != PARTNERS:
                keep_files(imported, self.groups[group], root=self.store.root)
            tables = imported.tables
            if group == PARTNERS:
                tables, taken = without_erased(tables, self.erased)
                self.partners.keep_originals(self.store.root, but={p for _, p in taken.by_file})
            found = self.store.put(key, tables=tables, notices=imported.notices)
        told = self.partners.erasures_told(self.erased) if group == PARTNERS else ()
        return found.tables, (*found.notices, *told)

    def _definitions(self) -> tuple[InputFile, ...]:
        """The partnership's own definitions, by the names that the settings give them."""
        from wardwise.sources.definitions import find_definition

        names = self.settings.definitions
        return as_inputs({one: find_definition(one, folders=self.own_folders) for one in names})

    def _temperatures(self, name: str) -> tuple[InputFile, ...]:
        from wardwise.sources.weather import find_temperatures

        return as_inputs({name: find_temperatures(name, folders=self.own_folders)})

    def _plan(self, name: str) -> tuple[InputFile, ...]:
        from wardwise.sources.last_plan import find_plan

        return as_inputs({name: find_plan(name, folders=self.own_folders)})

    def _own_areas(self, lsoa: Path) -> tuple[Mapping[Area, tuple[str, ...]], tuple[str, ...]]:
        wanted = self.settings.places.own_areas
        if not wanted:
            return {}, ()
        own = self._outlined(pq.read_table(lsoa), wanted)
        return own.members, own.notices

    def _initiative_areas(
        self, lsoa: Path, own: Mapping[Area, tuple[str, ...]]
    ) -> dict[Area, tuple[str, ...]]:
        """The areas of every initiative, under codes of their own."""
        if not self.settings.initiatives:
            return {}
        from wardwise.sources.geography.initiative_areas import InitiativeLand

        lsoas = pq.read_table(lsoa)
        land = InitiativeLand.of(
            self._ours(lsoas), own, lambda wanted: self._outlined(lsoas, [wanted]).members
        )
        found: dict[Area, tuple[str, ...]] = {}
        for initiative in self.settings.initiatives:
            found |= land.areas(initiative)
        return found

    def _outlined(self, lsoas: pa.Table, wanted: Sequence[OwnAreaSettings]) -> OwnAreas:
        from wardwise.sources.geography.boundaries import read_boundaries
        from wardwise.sources.geography.own_areas import read_own_areas

        boundaries = read_boundaries(
            self.folders, district_codes=self._districts(lsoas), lsoas=lsoas
        )
        return read_own_areas(wanted, folders=self.own_folders, lsoas=lsoas, boundaries=boundaries)

    def _ours(self, lsoas: pa.Table) -> pa.Table:
        """The partnership's rows."""
        code = self.settings.partnership.code
        ours = lsoas.filter((pc.field("district_code") == code) | (pc.field("csp_code") == code))
        if not ours.num_rows:
            raise code_unknown(code)
        return ours

    def _districts(self, lsoas: pa.Table) -> list[str]:
        """Codes of the districts in the partnership."""
        return sorted(set(self._ours(lsoas).column("district_code").to_pylist()))

    def _land(self, lsoa: Path) -> Mapping[str, Path]:
        lsoas = pq.read_table(lsoa)
        return land_tables(
            self.store,
            folders=self.folders,
            lsoas=lsoas,
            districts=self._districts(lsoas),
            geography=files_key(self.groups["geography"]),
        )

    def _area_lsoa(self, lsoa: Path, own: Mapping[Area, tuple[str, ...]]) -> Path:
        members = {area.code: inside for area, inside in own.items()}
        key = key_of(
            "area_lsoa",
            files_key(self.groups["geography"]),
            str(sorted(members.items())),
            code_key("evidence"),
            code_key(*READING_CODE),
        )
        found = self.store.find(key)
        if found is None:
            table = area_lsoa(pq.read_table(lsoa), members)
            found = self.store.put(key, tables={"area_lsoa": table}, notices=())
        return found.tables["area_lsoa"]


def _merged(parts: Mapping[str, Mapping[str, Path]], store: TidyStore) -> dict[str, Path]:
    """One path per table; a table that several groups write is put together in the store."""
    by_name: dict[str, list[Path]] = {}
    for tables in parts.values():
        for name, path in tables.items():
            by_name.setdefault(name, []).append(path)
    merged = {name: paths[0] for name, paths in by_name.items() if len(paths) == 1}
    several = {name: paths for name, paths in by_name.items() if len(paths) > 1}
    key = key_of("merged", *(path.parent.name for paths in several.values() for path in paths))
    found = store.find(key) or store.put(
        key,
        tables={
            name: pa.concat_tables([pq.read_table(path) for path in paths])
            for name, paths in several.items()
        },
        notices=(),
    )
    return merged | dict(found.tables)
