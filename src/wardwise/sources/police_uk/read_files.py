"""Read every file, several at a time: the work is in code that lets other threads run."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import groupby

from wardwise.sources.archive import members, read_member
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.cells import count_file
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.plain_street import count_plain
from wardwise.sources.police_uk.prepare import Prepared, prepare
from wardwise.sources.police_uk.reader import COUNTED, TAKEN, read_rows_as_table
from wardwise.sources.police_uk.refusals import why_refused
from wardwise.sources.police_uk.schema import Kind
from wardwise.sources.police_uk.values import are_sound


def read_files(
    files: Sequence[SourceFile], *, places: PlaceNumbers, with_records: bool
) -> list[Prepared]:
    """Every file checked and counted, in the order given. The first error ends it.

    ``with_records`` says whether the rows are kept as well, for archives that fit in memory.
    """
    workers = min(8, os.cpu_count() or 1)
    places.prepare()  # made once, before the threads need it

    def read_piece(piece: Sequence[SourceFile]) -> list[Prepared]:
        return _read_piece(piece, places, with_records=with_records)

    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(read_piece, _pieces(files, workers)))
    by_source = {file.source: file for piece in done for file in piece}
    return [by_source[file] for file in files]


def read_file(
    source: SourceFile, data: bytes, *, places: PlaceNumbers, with_records: bool
) -> Prepared:
    """One file: its rows reconciled, its values sound, its records counted."""
    if not with_records and source.name.kind is Kind.STREET:
        plain = count_plain(source, data, places=places)
        if plain is not None:
            return plain
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
    piece: Sequence[SourceFile], places: PlaceNumbers, *, with_records: bool
) -> list[Prepared]:
    if not piece[0].is_zipped:
        return [
            read_file(
                file,
                (file.container / file.member).read_bytes(),
                places=places,
                with_records=with_records,
            )
            for file in piece
        ]
    archive = piece[0].container
    safe = {member.filename: member for member in members(archive)}
    with zipfile.ZipFile(archive) as opened:  # a handle of its own, so that threads can share
        return [
            read_file(
                file,
                read_member(opened, safe[file.member], archive=archive.name),
                places=places,
                with_records=with_records,
            )
            for file in piece
        ]
