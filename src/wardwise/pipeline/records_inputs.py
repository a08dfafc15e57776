"""Record-level files of a run on records alone: read once, kept under the key of what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from wardwise.domain.records_settings import RecordsSettings
from wardwise.pipeline.clock import today
from wardwise.pipeline.inputs import InputFile, as_inputs, code_key, files_key, key_of
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files
from wardwise.sources.partner_files.legal import check_legal
from wardwise.sources.partner_files.mapping_file import find_mapping
from wardwise.sources.partner_files.read import find_partner_file
from wardwise.sources.partner_files.secret import read_secret
from wardwise.store.erased import Register
from wardwise.store.erasing import without_erased
from wardwise.store.tidy import Kept, TidyStore


READING_CODE = ("sources", "reference", "domain")
PUBLISHED = b"everything in these files is public as it stands"
"""Makes the keys of what anybody can read anyway."""


class RecordFiles:
    """The files that the settings name. ``folders``: beside the settings, then the data."""

    def __init__(self, settings: RecordsSettings, folders: Sequence[Path]) -> None:
        self.settings, self.folders = settings, tuple(folders)
        check_legal(settings.partner_files, today=today())

    @cached_property
    def files(self) -> tuple[InputFile, ...]:
        """Every file and mapping that is read, each once, in the order of names."""
        return as_inputs(dict(self._named()))

    @cached_property
    def key(self) -> str:
        """Of the files, the law they came under, the secret and the code that reads them."""
        asked = [one.model_dump_json() for one in self.settings.partner_files]
        return key_of(
            "records",
            files_key(self.files),
            *asked,
            self._keys.fingerprint,
            code_key(*READING_CODE),
        )

    def read(self, store: TidyStore) -> Kept:
        """The tidy tables without what was erased, read now or found again."""
        erased = Register(store.root)
        key = key_of(self.key, erased.key)
        found = store.find(key)
        if found is not None:
            return found
        imported = read_partner_files(
            self.settings.partner_files,
            folders=self.folders,
            door=Door(self._keys, Areas(None, None)),
        )
        left, _ = without_erased(imported.tables, erased)
        # A place without a geography holds no LSOA: what has no place is its own
        nothing = pa.array([], "string")
        nowhere = pa.table({"area_code": nothing, "lsoa_code": nothing})
        tables = {**left, "area_lsoa": nowhere}
        return store.put(key, tables=tables, notices=(*imported.notices, *erased.notices))

    @cached_property
    def _keys(self) -> Keys:
        if self.settings.published:
            return Keys(PUBLISHED)
        return Keys(read_secret(self.settings.people, folders=self.folders))

    def _named(self) -> Iterator[tuple[str, Path]]:
        for one in self.settings.partner_files:
            yield f"partners/{one.file}", find_partner_file(one, folders=self.folders).path
            mapping = find_mapping(one.mapping, folders=self.folders)
            yield f"mappings/{mapping.name}", mapping
