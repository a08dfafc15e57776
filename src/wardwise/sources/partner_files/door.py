"""What the settings say about people: the secret, the areas, and what is kept of the originals."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wardwise.domain.settings import PartnerFileSettings, Settings
from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.extract import Door
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.mapping_file import find_mapping
from wardwise.sources.partner_files.originals import keep_encrypted
from wardwise.sources.partner_files.postcodes import read_postcodes
from wardwise.sources.partner_files.read import find_partner_file
from wardwise.sources.partner_files.secret import read_secret
from wardwise.sources.places import Places


def open_door(settings: Settings, *, folders: Sequence[Path], places: Places | None) -> Door:
    """The keys of the partnership's secret, and its areas; ``folders`` as in the reader."""
    name = settings.people.postcode_lookup
    postcodes = read_postcodes(name, folders=folders) if name else None
    secret = read_secret(settings.people, folders=folders)
    return Door(Keys(secret), Areas(places, postcodes))


def keep_originals(settings: Settings, *, folders: Sequence[Path], root: Path) -> tuple[Path, ...]:
    """Encrypted copies in the store ``root``, where the settings ask for them; none otherwise."""
    if settings.people.keep_originals == "no":
        return ()
    secret = read_secret(settings.people, folders=folders)
    return tuple(
        _keep(one, folders=folders, root=root, secret=secret) for one in settings.partner_files
    )


def files_needed(settings: Settings, *, folders: Sequence[Path]) -> tuple[Path, ...]:
    """Every file that the reading rests on: extracts, mappings and the postcode lookup."""
    found: list[Path] = []
    for one in settings.partner_files:
        found.append(find_partner_file(one, folders=folders).path)
        found.append(find_mapping(one.mapping, folders=folders))
    name = settings.people.postcode_lookup
    found += [path for folder in folders if name and (path := folder / name).is_file()][:1]
    return tuple(dict.fromkeys(found))


def _keep(one: PartnerFileSettings, *, folders: Sequence[Path], root: Path, secret: bytes) -> Path:
    found = find_partner_file(one, folders=folders)
    assert one.retain_until is not None, "a file without it is refused before it is read"
    return keep_encrypted(
        found.path, sha256=found.sha256, retain_until=one.retain_until, secret=secret, root=root
    )
