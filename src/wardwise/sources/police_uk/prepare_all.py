"""Prepare every file, two or more at a time; the work is in code that lets threads run."""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from wardwise.sources.archive import members, read_member
from wardwise.sources.police_uk.files import SourceFile
from wardwise.sources.police_uk.prepare import Prepared, prepare


def prepare_all(files: Sequence[SourceFile], *, scratch: Path) -> list[Prepared]:
    """Every file ready to read, in the order given. The first error ends it."""
    workers = min(8, os.cpu_count() or 1)
    pieces = _pieces(files, workers)
    with ThreadPoolExecutor(workers) as pool:
        done = list(pool.map(lambda piece: _prepare_piece(piece, scratch=scratch), pieces))
    by_source = {prepared.source: prepared for piece in done for prepared in piece}
    return [by_source[file] for file in files]


def file_sha256(path: Path) -> str:
    """SHA-256 of a file on disk."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _pieces(files: Sequence[SourceFile], workers: int) -> list[list[SourceFile]]:
    pieces = []
    for _, group in groupby(files, key=lambda file: file.container):
        together = list(group)
        pieces += [together[start::workers] for start in range(min(workers, len(together)))]
    return pieces


def _prepare_piece(piece: Sequence[SourceFile], *, scratch: Path) -> list[Prepared]:
    if piece[0].is_zipped:
        return _prepare_zipped(piece, scratch=scratch)
    return [
        prepare(file, (file.container / file.member).read_bytes(), scratch=scratch)
        for file in piece
    ]


def _prepare_zipped(piece: Sequence[SourceFile], *, scratch: Path) -> list[Prepared]:
    archive = piece[0].container
    safe = {member.filename: member for member in members(archive)}
    with zipfile.ZipFile(archive) as opened:  # a handle of its own, so that threads can share
        return [
            prepare(
                file,
                read_member(opened, safe[file.member], archive=archive.name),
                scratch=scratch,
            )
            for file in piece
        ]
