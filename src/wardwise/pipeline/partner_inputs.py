"""Partners' files of a run: where they are, what they are read with, what is kept of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from wardwise.domain.settings import PartnerFileSettings, Settings
from wardwise.pipeline.clock import today
from wardwise.pipeline.inputs import InputFile, as_inputs, key_of
from wardwise.sources.force_names import force_key
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files
from wardwise.sources.partner_files.legal import check_legal
from wardwise.sources.partner_files.mapping_file import find_mapping
from wardwise.sources.partner_files.originals import keep_encrypted
from wardwise.sources.partner_files.postcodes import read_postcodes
from wardwise.sources.partner_files.read import find_partner_file
from wardwise.sources.partner_files.secret import read_secret
from wardwise.sources.places import Places
from wardwise.store.erased import Register


PARTNERS = "partners"
READ_WITH = {"postcode_lookup", "keep_originals", "linkage_threshold"}
"""Settings of people that change what is read, or what is kept of it."""


class Partners:
    """The files that the settings name. The secret stays in here: a key of it is all that leaves.

    ``folders`` are the settings file's own and the data folders.
    """

    def __init__(self, settings: Settings, folders: Sequence[Path]) -> None:
        self.settings, self.folders = settings, tuple(folders)
        if settings.partner_files:
            check_legal(settings.partner_files, today=today())

    @cached_property
    def files(self) -> tuple[InputFile, ...]:
        """Every file, mapping and lookup that is read, each once, in the order of names."""
        return as_inputs(dict(self._named()))

    @cached_property
    def fingerprint(self) -> str:
        """Tells two secrets apart without giving either away; empty where no file is named."""
        return self._keys.fingerprint if self.settings.partner_files else ""

    @property
    def key(self) -> str:
        """The law that each file came under and how it is read, with the secret's fingerprint."""
        asked = [one.model_dump_json() for one in self.settings.partner_files]
        people = self.settings.people.model_dump_json(include=READ_WITH)
        return key_of(*asked, people, self.settings.partnership.force, self.fingerprint)

    def read(self, *, lsoas: pa.Table, lsoa_2011: pa.Table) -> Imported:
        """Every file as tidy tables: keys for people, areas for addresses."""
        forces = frozenset({force_key(self.settings.partnership.force)})
        lookup = self.settings.people.postcode_lookup
        areas = Areas(
            Places(lsoas, lsoa_2011, self.folders, forces),
            read_postcodes(lookup, folders=self.folders) if lookup else None,
        )
        door = Door(self._keys, areas, self.settings.people.linkage_threshold)
        return read_partner_files(self.settings.partner_files, folders=self.folders, door=door)

    def keep_originals(self, root: Path, *, but: Collection[str] = ()) -> None:
        """An encrypted copy of each file until its date, where the settings ask for one.

        ``but`` are files with rows of somebody who was erased: no copy of those is kept.
        """
        if self.settings.people.keep_originals != "encrypted":
            return
        for one in self.settings.partner_files:
            if one.file in but:
                continue
            found = find_partner_file(one, folders=self.folders)
            assert one.retain_until is not None, "the law was checked before anything was read"
            keep_encrypted(
                found.path,
                sha256=found.sha256,
                retain_until=one.retain_until,
                secret=self._keys.secret,
                root=root,
            )

    def erasures_told(self, erased: Register) -> tuple[str, ...]:
        """What was erased, and whom another secret hides."""
        if not self.settings.partner_files:
            return ()
        hidden = sum(
            each.kind == "person" and each.fingerprint not in ("", self.fingerprint)
            for each in erased.entries
        )
        warned = (
            f"{hidden} erasures of people were made under another secret: with this one their"
            " rows are not recognised. Erase them again with 'wardwise erase --person'."
        )
        return (*erased.notices, *((warned,) if hidden else ()))

    @cached_property
    def _keys(self) -> Keys:
        return Keys(read_secret(self.settings.people, folders=self.folders))

    def _named(self) -> Iterator[tuple[str, Path]]:
        for one in self.settings.partner_files:
            yield from self._of(one)
        lookup = self.settings.people.postcode_lookup
        held = [
            folder / lookup for folder in self.folders if lookup and (folder / lookup).is_file()
        ]
        yield from [(f"{PARTNERS}/{lookup}", path) for path in held[:1]]

    def _of(self, one: PartnerFileSettings) -> Iterator[tuple[str, Path]]:
        yield f"{PARTNERS}/{one.file}", find_partner_file(one, folders=self.folders).path
        mapping = find_mapping(one.mapping, folders=self.folders)
        yield f"mappings/{mapping.name}", mapping
