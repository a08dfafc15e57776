"""What was given to `wardwise erase`: from a person's own number to the key, and then out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from wardwise.domain.erasure import Certificate
from wardwise.domain.errors import MappingError, SettingsError
from wardwise.domain.settings import Settings
from wardwise.pipeline.assess import STORE
from wardwise.pipeline.erase import Eraser, certificate_text
from wardwise.pipeline.inputs import file_sha256
from wardwise.pipeline.keeping import who
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.mapping_file import find_mapping, read_mapping
from wardwise.sources.partner_files.schema import dataset_named
from wardwise.sources.partner_files.secret import read_secret
from wardwise.sources.settings import read_settings
from wardwise.store.lock import alone


PEOPLE_FIELDS = ("person", "victim", "suspect")


@dataclass(frozen=True)
class Asked:
    """The arguments of the command."""

    store: Path | None
    by: str | None
    settings: Path | None = None
    folders: Sequence[Path] = ()
    person: str | None = None
    namespace: str | None = None
    key: str | None = None
    dataset: str | None = None
    file: str | None = None
    expired: bool = False


def erase(asked: Asked) -> str:
    """Erase what was asked for; the certificates as text."""
    store = asked.store or Path("out") / STORE
    if not store.is_dir():
        raise SettingsError(f"--store {store}: there is no store. Name the one of your runs.")
    by = asked.by or who()
    with alone(store, "erase", by=by):
        made = _erased(asked, Eraser(store, by, datetime.datetime.now(datetime.UTC)))
    if not made:
        return "Nothing in the store is past its date."
    return "\n\n".join(certificate_text(one) for one in made)


def _erased(asked: Asked, eraser: Eraser) -> Sequence[Certificate]:
    if asked.expired:
        return eraser.expired()
    if asked.dataset is not None:
        return (eraser.dataset(dataset_named(asked.dataset).name, _sha256(asked.file or "")),)
    if asked.person is not None:
        key, fingerprint = _key_of(asked)
        return (eraser.person(key, fingerprint=fingerprint),)
    return (eraser.person(asked.key or ""),)


def _sha256(file: str) -> str:
    """The hash that is given, or that of the file whose path is given."""
    path = Path(file)
    return file_sha256(path, path.stat().st_mtime_ns) if path.is_file() else file


def _key_of(asked: Asked) -> tuple[str, str]:
    if asked.settings is None:
        raise SettingsError(
            "--settings: with --person the settings are needed, for the secret that makes the key."
        )
    settings = read_settings(asked.settings)
    folders = (asked.settings.parent, *asked.folders)
    keys = Keys(read_secret(settings.people, folders=folders))
    namespace = asked.namespace
    if namespace is None:
        namespace = _only_namespace(settings, folders)
    (key,) = keys.of("person", pa.array([asked.person]), namespace=namespace).to_pylist()
    if key is None:
        raise SettingsError("--person: it is empty. Give the number that the supplier uses.")
    return key, keys.fingerprint


def _only_namespace(settings: Settings, folders: Sequence[Path]) -> str:
    """Person 17 of one system is not person 17 of another: which one has to be said."""
    names = sorted(dict.fromkeys(_namespaces(settings, folders)))
    if len(names) > 1:
        listed = ", ".join(repr(name) for name in names)
        raise MappingError(
            f"--person: the mappings of these settings know several number systems: {listed}."
            " Say which one it is with --namespace, and erase once for each that the person is in."
        )
    return names[0] if names else ""


def _namespaces(settings: Settings, folders: Sequence[Path]) -> list[str]:
    mappings = {one.mapping for one in settings.partner_files}
    parts = [
        part
        for name in sorted(mappings)
        for part in read_mapping(find_mapping(name, folders=folders)).mapping.datasets.values()
    ]
    return [
        part.columns[field].namespace
        for part in parts
        for field in PEOPLE_FIELDS
        if field in part.columns
    ]
