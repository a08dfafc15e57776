"""Read every file, several at a time: the work is in code that lets other threads run."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import groupby

from wardwise.sources.archive import members, read_member
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import count_file
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_forms import Walk
from wardwise.sources.police_uk.prepare import Prepared, prepare
from wardwise.sources.police_uk.reader import COUNTED, TAKEN, read_rows_as_table
from wardwise.sources.police_uk.refusals import why_refused
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.police_uk.values import are_sound


# Bytes of CSV from which loading the kernel (most of a second) costs less than it saves
LARGE = 300_000_000

ReadPiece = Callable[[Sequence[SourceFile]], list[Prepared]]


def read_files(
    files: Sequence[SourceFile], *, places: PlaceNumbers, with_records: bool, large: int = LARGE
) -> list[Prepared]:
    """Every file checked and counted, in the order given. The first error ends it.

    ``with_records`` says whether the rows are kept as well, for archives that fit in memory.
    """
    workers = min(8, os.cpu_count() or 1)
    places.prepare()  # made once, before the threads need it
    read_piece: ReadPiece = partial(_read_piece, places=places, with_records=with_records)
    if not with_records and _size(files) >= large:
        read_piece = _counter(places)
    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(read_piece, _pieces(files, workers)))
    by_source = {file.source: file for piece in done for file in piece}
    return [by_source[file] for file in files]


def _size(files: Sequence[SourceFile]) -> int:
    """Bytes of the files, unpacked."""
    size = sum(path.stat().st_size for file in files if (path := file.on_disk) is not None)
    for archive in {file.container for file in files if file.is_zipped}:
        size += sum(member.file_size for member in members(archive))
    return size


def read_file(
    source: SourceFile, data: bytes, *, places: PlaceNumbers, with_records: bool
) -> Prepared:
    """One file: its rows reconciled, its values sound, its records counted."""
    file, text = prepare(source, data)
    kind = source.name.kind
    columns = TAKEN[kind] if with_records else COUNTED
    table = read_rows_as_table(text, kind=kind, columns=columns)
    if table is None or len(table) != file.rows:
        raise why_refused(file, text, places=places)
    cells = count_file(table, places=places) if kind is Kind.STREET else None
    if not are_sound(table, cells=cells, name=source.name, places=places):
        raise why_refused(file, text, places=places)
    return replace(file, table=table if with_records else None, cells=cells)


def _pieces(files: Sequence[SourceFile], workers: int) -> list[list[SourceFile]]:
    """Each extract's files dealt out to the workers, so that each opens a zip once."""
    pieces = []
    for _, group in groupby(files, key=lambda file: file.container):
        together = list(group)
        pieces += [together[start::workers] for start in range(min(workers, len(together)))]
    return pieces


def _read_piece(
    piece: Sequence[SourceFile], *, places: PlaceNumbers, with_records: bool
) -> list[Prepared]:
    with _opened(piece[0]) as bytes_of:
        return [
            read_file(file, bytes_of(file), places=places, with_records=with_records)
            for file in piece
        ]


def _counter(places: PlaceNumbers) -> ReadPiece:
    """What counts street files from their bytes, and gives the others to the general reader."""
    # Loaded here alone: small archives never need them
    from wardwise.sources.police_uk.plain_lists import make_lists
    from wardwise.sources.police_uk.plain_street import count_plain
    from wardwise.sources.police_uk.plain_tray import Tray

    walk = _walk()
    if walk is None:
        return partial(_read_piece, places=places, with_records=False)
    lists = make_lists(places)

    def count_piece(piece: Sequence[SourceFile]) -> list[Prepared]:
        tray = Tray(lists)
        counted = []
        with _opened(piece[0]) as bytes_of:
            for file in piece:
                if file.on_disk is None:
                    tray.lay(bytes_of(file))
                else:
                    tray.lay_file(file.on_disk)
                counted.append(
                    count_plain(file, tray, walk=walk)
                    or read_file(file, bytes(tray.file()), places=places, with_records=False)
                )
        return counted

    return count_piece


def _walk() -> Walk | None:
    """None where this computer makes no machine code: the general reader says the same, slower."""
    try:
        from wardwise.sources.police_uk.plain_machine import load_walk

        return load_walk()
    except (ImportError, RuntimeError):  # no Numba for this Python, or no LLVM for this processor
        return None


@contextmanager
def _opened(first: SourceFile) -> Iterator[Callable[[SourceFile], bytes]]:
    """The bytes of the files of one extract; a zip is opened once."""
    if not first.is_zipped:
        yield lambda file: (file.container / file.member).read_bytes()
        return
    archive = first.container
    safe = {member.filename: member for member in members(archive)}
    with zipfile.ZipFile(archive) as opened:  # a handle of its own, so that threads can share
        yield lambda file: read_member(opened, safe[file.member], archive=archive.name)
