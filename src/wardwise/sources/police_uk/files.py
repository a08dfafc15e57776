"""Find the police.uk files under the data folders, in zips and in unpacked folders.

An *extract* is one download: a zip, or the folder that holds the month folders. Its id is
the beginning of a SHA-256: of the zip's bytes, or of its files' names and hashes.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wardwise.domain.errors import EvidenceMissing, ExtractError
from wardwise.sources.archive import members
from wardwise.sources.police_uk.file_names import FileName, parse_file_name
from wardwise.sources.police_uk.schema import Kind


FOLDER = "police_uk"
# Left by file managers and unzip programs; never data
LITTER = {".ds_store", "thumbs.db", "desktop.ini"}

Parts = tuple[str, ...]  # of a path, from the folder police_uk on


@dataclass(frozen=True)
class SourceFile:
    """One CSV: where it lies and what its name says."""

    container: Path  # the zip, or the root folder of an unpacked extract
    member: str  # name inside it
    shown: str  # name for people, relative to the data folder
    name: FileName
    is_zipped: bool

    @property
    def on_disk(self) -> Path | None:
        """The file itself, where it is not inside a zip."""
        return None if self.is_zipped else self.container / self.member


def find_files(
    folders: Sequence[Path], *, today: datetime.date = datetime.date.max
) -> list[SourceFile]:
    """Every police.uk file under the folders, in order of extract, month, force and kind.

    With ``today``, a file of a month that has not begun is refused.
    """
    found: list[SourceFile] = []
    for root in _roots(folders):
        beneath = _beneath(root)
        found.extend(_zipped(root, beneath))
        found.extend(_unpacked(root, beneath))
    if not any(each.name.kind is Kind.STREET for each in found):
        what = "street file" if found else "police.uk file"
        raise EvidenceMissing(
            file=f"{FOLDER}/",
            problem=f"no {what} was found: expected a zip from data.police.uk, or"
            " YYYY-MM folders of CSV files.",
            remedy="Download an archive from data.police.uk/data and put it in this folder.",
        )
    _check_each_once(found)
    _check_has_begun(found, f"{today:%Y-%m}")
    return found


def files_not_read(folders: Sequence[Path]) -> list[str]:
    """Files beside the others of a kind that is not read, as a person finds them."""
    return [
        f"{FOLDER}/{'/'.join(parts)}"
        for root in _roots(folders)
        for parts in _beneath(root)
        if not _is_litter(parts[-1]) and not _is_read(parts) and root.joinpath(*parts).is_file()
    ]


def _roots(folders: Sequence[Path]) -> list[Path]:
    roots = [each if each.name == FOLDER else each / FOLDER for each in folders]
    return [root for root in roots if root.is_dir()]


def _beneath(root: Path) -> list[Parts]:
    """What lies in a folder and in those within it, in order of path."""
    found: list[Parts] = []
    for folder, folders, files in os.walk(root):
        within = folder.removeprefix(str(root)).split(os.sep)[1:]
        found += [(*within, name) for name in (*folders, *files)]
    return sorted(found)


def _is_read(parts: Parts) -> bool:
    return _ends(parts, ".csv") or (_ends(parts, ".zip") and len(parts) == 1)


def _ends(parts: Parts, suffix: str) -> bool:
    """Whether a name ends so, in small letters or capitals, and is not litter."""
    name = parts[-1]
    return os.path.splitext(name)[1].casefold() == suffix and not _is_litter(name)


def _zipped(root: Path, beneath: Sequence[Parts]) -> list[SourceFile]:
    found = []
    for parts in beneath:
        if len(parts) > 1 or not _ends(parts, ".zip"):
            continue
        path = root / parts[0]
        for member in sorted(info.filename for info in members(path)):
            if not _is_litter(member):
                shown = f"{FOLDER}/{path.name}, {member}"
                found.append(SourceFile(path, member, shown, _named(member, shown), True))
    return found


def _unpacked(root: Path, beneath: Sequence[Parts]) -> list[SourceFile]:
    """An extract is the folder that holds the month's folder, or the root itself."""
    extracts: dict[Parts, Path] = {}
    found = []
    for parts in beneath:
        if not _ends(parts, ".csv"):
            continue
        extract = extracts.setdefault(parts[:-2], root.joinpath(*parts[:-2]))
        member, shown = "/".join(parts[-2:]), f"{FOLDER}/{'/'.join(parts)}"
        found.append(SourceFile(extract, member, shown, _named(member, shown), False))
    return found


def _named(member: str, shown: str) -> FileName:
    try:
        return parse_file_name(member)
    except ExtractError as refused:
        raise ExtractError(file=shown, problem=refused.problem, remedy=refused.remedy) from None


def _is_litter(member: str) -> bool:
    name = member.rsplit("/", 1)[-1].casefold()
    return name in LITTER or name.startswith(".") or member.startswith("__MACOSX/")


def _check_each_once(found: list[SourceFile]) -> None:
    seen: dict[tuple[Path, FileName], str] = {}
    for each in found:
        earlier = seen.setdefault((each.container, each.name), each.shown)
        if earlier != each.shown:
            raise ExtractError(
                file=each.shown,
                problem=f"the same month, force and kind is also in {earlier}.",
                remedy="Keep one of the two, or put them in separate folders.",
            )


def _check_has_begun(found: list[SourceFile], this_month: str) -> None:
    for each in found:
        if each.name.month > this_month:
            raise ExtractError(
                file=each.shown,
                problem=f"found a file of {each.name.month}, expected {this_month} or earlier:"
                " that month has not begun.",
                remedy="Give the file back the name it was downloaded under, or take it out.",
            )
