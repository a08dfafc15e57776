"""How far anything that is packed may be unpacked: one guard for gzip, zstd, workbooks and maps.

A small file can be made to unpack to more than the machine holds. What would come out is limited
by itself and by its multiple of what came in; nothing is unpacked beyond either limit. Zip
archives of records have the same limits in ``archive``.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import IO

from wardwise.domain.errors import ArchiveError
from wardwise.sources.archive import RATIO_MATTERS_FROM, Limits


GZIP = 16 + zlib.MAX_WBITS
PIECE = 1024**2
LARGEST_MAP = 512 * 1024**2
"""Bytes of a map file, which is not packed and is held whole. Every LSOA outline is 107 MB."""
LOST = "Get it again: the download or the copy was broken off."


def unpack_gzip(raw: bytes, *, file: str, limits: Limits | None = None) -> bytes:
    """The bytes inside, every member of the gzip; refused where they pass a limit."""
    most = allowed(len(raw), limits or Limits())
    pieces, size, left = [], 0, raw
    while left:
        unpacker = zlib.decompressobj(GZIP)
        try:
            while not unpacker.eof:
                piece = unpacker.decompress(left, PIECE)
                left = unpacker.unconsumed_tail
                size += len(piece)
                refuse_beyond(size, most, file=file)
                if not piece and not left and not unpacker.eof:
                    raise zlib.error("cut short")
                pieces.append(piece)
        except zlib.error:
            raise ArchiveError(
                file=file, problem="the packed file is damaged or cut short.", remedy=LOST
            ) from None
        left = unpacker.unused_data.lstrip(b"\0")  # some writers fill up with noughts
    return b"".join(pieces)


def allowed(packed: int, limits: Limits) -> int:
    """How many bytes a file of that size may unpack to."""
    return min(limits.member, max(RATIO_MATTERS_FROM, limits.ratio * packed))


def refuse_beyond(size: int, most: int, *, file: str) -> None:
    """ArchiveError where more came out than may."""
    if size > most:
        raise ArchiveError(
            file=file,
            problem=f"it would unpack to more than {most:,} bytes, as a zip bomb does.",
            remedy="Do not open this file elsewhere either; ask where it came from.",
        )


class Guarded(io.RawIOBase):
    """A stream of unpacked bytes that ends in a refusal where it passes its limit."""

    def __init__(self, stream: IO[bytes], *, most: int, file: str) -> None:
        self._stream, self._most, self._file, self._size = stream, most, file, 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """The next bytes; never more than a piece at a time, so that nothing is held unseen."""
        piece = self._stream.read(PIECE if size < 0 else size)
        self._size += len(piece)
        refuse_beyond(self._size, self._most, file=self._file)
        return piece


def check_workbook(raw: bytes, *, file: str, limits: Limits | None = None) -> None:
    """Refuse a workbook whose parts would unpack beyond the limits; another format is let by."""
    if not zipfile.is_zipfile(io.BytesIO(raw)):
        return
    bounds = limits or Limits()
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as opened:
            parts = opened.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError):
        return  # the reader of workbooks says what is wrong with it
    for part in parts:
        most = allowed(part.compress_size, bounds)
        refuse_beyond(part.file_size, most, file=f"{file}, '{part.filename}'")
    refuse_beyond(sum(p.file_size for p in parts), allowed(len(raw), bounds), file=file)


def check_map(path: Path, *, largest: int = LARGEST_MAP) -> None:
    """Refuse a map file too large to be held whole."""
    size = path.stat().st_size
    if size > largest:
        raise ArchiveError(
            file=path.name,
            problem=f"found {size:,} bytes, expected at most {largest:,} for a file of outlines.",
            remedy="Save the outlines of the partnership's own areas alone, generalised.",
        )
