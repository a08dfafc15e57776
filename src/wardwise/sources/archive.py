"""Zip files opened without trusting them.

A zip is refused whole, before anything is written, if a name in it leaves the folder, if
it is a link, encrypted or itself an archive, or if it would unpack to more than we allow.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

from wardwise.domain.errors import ArchiveError


LARGEST_MEMBER = 2 * 1024**3
LARGEST_ARCHIVE = 20 * 1024**3
# Street CSV packs about 6:1; a member over 200:1 is not crime data
LARGEST_RATIO = 200
RATIO_MATTERS_FROM = 1024**2
MOST_MEMBERS = 100_000

NESTED = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".zst")
AGAIN = "Download the archive again from its publisher."


@dataclass(frozen=True)
class Limits:
    """How much an archive may hold, in bytes and in files."""

    member: int = LARGEST_MEMBER
    archive: int = LARGEST_ARCHIVE
    ratio: int = LARGEST_RATIO
    members: int = MOST_MEMBERS


def members(path: Path, *, limits: Limits | None = None) -> list[zipfile.ZipInfo]:
    """The files in a zip, in their order, once every one of them has been found safe."""
    try:
        with zipfile.ZipFile(path) as opened:
            listed = opened.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        raise ArchiveError(
            file=path.name,
            problem="this is not a whole zip file: its list of contents cannot be read.",
            remedy=AGAIN,
        ) from None
    _check_size(path, listed, limits or Limits())
    for member in listed:
        _check_member(path, member, limits or Limits())
    _check_names(path, listed)
    return [member for member in listed if not member.is_dir()]


def read_member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, *, archive: str) -> bytes:
    """The bytes of one member; damage is an ArchiveError that names it."""
    try:
        with opened.open(member) as stream:
            data = stream.read(member.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise _damaged(archive, member) from None
    if len(data) != member.file_size:
        raise _damaged(archive, member)
    return data


def _damaged(archive: str, member: zipfile.ZipInfo) -> ArchiveError:
    return ArchiveError(
        file=f"{archive}, '{member.filename}'",
        problem="the file is damaged inside the archive: its contents do not match its checksum.",
        remedy=AGAIN,
    )


def _check_size(path: Path, listed: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(listed) > limits.members:
        raise ArchiveError(
            file=path.name,
            problem=f"the archive lists {len(listed):,} files; at most {limits.members:,}"
            " are read.",
            remedy="Download fewer forces or months at a time.",
        )
    total = sum(member.file_size for member in listed)
    if total > limits.archive:
        raise ArchiveError(
            file=path.name,
            problem=f"the archive would unpack to {total:,} bytes; at most {limits.archive:,}"
            " are read.",
            remedy="Download fewer forces or months at a time.",
        )


def _check_names(path: Path, listed: list[zipfile.ZipInfo]) -> None:
    seen: set[str] = set()
    for member in listed:
        if member.filename in seen:
            raise ArchiveError(
                file=f"{path.name}, '{member.filename}'",
                problem="the archive holds two files of this name.",
                remedy=AGAIN,
            )
        seen.add(member.filename)


def _leaves_the_folder(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename.replace("\\", "/"))
    windows = PureWindowsPath(member.filename)
    return name.is_absolute() or bool(windows.drive) or ".." in name.parts


Check = tuple[Callable[[zipfile.ZipInfo, Limits], bool], str, str]

_CHECKS: tuple[Check, ...] = (
    (
        lambda member, _: _leaves_the_folder(member),
        "its name leads outside the folder that it would be unpacked in.",
        "Do not open this archive elsewhere either; ask where it came from.",
    ),
    (
        lambda member, _: stat.S_ISLNK(member.external_attr >> 16),
        "it is a link to another file and not a file.",
        "Ask for the archive with the files themselves in it.",
    ),
    (
        lambda member, _: bool(member.flag_bits & 0x1),
        "it is encrypted.",
        "Ask for the archive without a password, or unpack it and give the folder.",
    ),
    (
        lambda member, _: member.filename.casefold().endswith(NESTED),
        "it is an archive inside the archive.",
        "Unpack the outer archive and put the inner ones side by side in the folder.",
    ),
    (
        lambda member, limits: member.file_size > limits.member,
        "it would unpack to more than is read from one file.",
        AGAIN,
    ),
    (
        lambda member, limits: (
            member.file_size > RATIO_MATTERS_FROM
            and member.file_size > limits.ratio * max(member.compress_size, 1)
        ),
        "it would unpack to many times its size, as a zip bomb does.",
        "Do not open this archive elsewhere either; ask where it came from.",
    ),
)


def _check_member(path: Path, member: zipfile.ZipInfo, limits: Limits) -> None:
    for is_wrong, problem, remedy in _CHECKS:
        if is_wrong(member, limits):
            raise ArchiveError(
                file=f"{path.name}, '{member.filename}'", problem=problem, remedy=remedy
            )
