"""Looks for identifiers of people in every form that a file may hide them in."""

from __future__ import annotations

import hashlib
import re
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pyarrow as pa
import pyarrow.parquet as pq

from tests.known_words import Known, without_tags


# What spaces, slashes and tags part: 'Planted, P.' and 'planted p' are the same words
_WORD = re.compile(r"[^\W_]+")
_MOMENT = re.compile(r"(?<=\d)t(?=\d)")  # 1990-01-02T00:00 holds a date
_LETTERS = re.compile("[a-z]{3}")
SEALED = (".aes",)  # random bytes, unless the encryption fails: then words stand in it
# The end of one cell and the start of the next are not one date
WALL = " endofcell "
# The day in the name of a vocabulary, which every such file names, is nobody's
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Words = tuple[str, ...]
Found = frozenset[str]


@dataclass(frozen=True, eq=False)
class Hunter:
    """Knows identifiers, and finds them whatever stands between their words.

    A file whose bytes were looked at before is not looked at again.
    """

    known: Known
    seen: dict[tuple[str, str], Found] = field(default_factory=dict)

    @classmethod
    def of(cls, identifiers: Iterable[str]) -> Hunter:
        """A hunter for those texts."""
        return cls(Known.of({words_of(text) for text in identifiers}))

    def found_in(self, text: str) -> Found:
        """The identifiers that stand in the text, as their words."""
        # a letter beyond ASCII parts words here, so that less is needed for a find
        return self.known.found_in(text.casefold().encode("ascii", errors="replace"))

    def found_under(self, folder: Path) -> dict[str, set[str]]:
        """File → identifiers in it, for every file under a folder."""
        found: dict[str, set[str]] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            here = self._in_file(path) | self.found_in(path.name)
            if here:
                found[str(path.relative_to(folder))] = set(here)
        return found

    def _in_file(self, path: Path) -> Found:
        data = path.read_bytes()
        key = path.suffix, hashlib.sha256(data).hexdigest()
        if key not in self.seen:
            read = (self.found_in(text) for text in texts_of(path, data))
            self.seen[key] = frozenset[str]().union(*read, self._bare(data))
        return self.seen[key]

    def _bare(self, data: bytes) -> Found:
        """In the bytes as they lie. Digits alone say nothing: compression makes any of them."""
        return frozenset(filter(_LETTERS.search, self.known.found_in(data.lower())))


def words_of(text: str) -> Words:
    """Runs of letters and digits, in small letters."""
    return tuple(_WORD.findall(_MOMENT.sub(" ", text.casefold())))


def texts_of(path: Path, data: bytes) -> Iterator[str]:
    """The text of a file, as whatever it holds is read."""
    if path.suffix == ".parquet":
        yield from _parquet(path)
    elif path.suffix in (".gpkg", ".sqlite"):
        yield from _sqlite(path)
    elif path.suffix == ".pdf":
        yield from _pdf(path)
    elif data[:2] == b"PK":
        yield from _zip(data)
    elif path.suffix not in SEALED:
        yield data.decode("utf-8", errors="replace")


def _zip(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        yield archive.comment.decode("utf-8", errors="replace")
        for name in archive.namelist():
            inside = archive.read(name)
            yield name
            yield inside.decode("utf-8", errors="replace")
            # a name that is broken over two runs of text
            yield without_tags(inside).decode("utf-8", errors="replace")
            if inside[:2] == b"PK":
                yield from _zip(inside)


def _parquet(path: Path) -> Iterator[str]:
    table = pq.read_table(path)
    yield repr(table.schema)
    for column in table.columns:
        held = column.combine_chunks()
        if pa.types.is_binary(held.type) or pa.types.is_large_binary(held.type):
            yield from (one.decode("latin-1") for one in held.to_pylist() if one)
        else:
            yield WALL.join(map(str, held.unique().to_pylist()))


def _sqlite(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
        tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in tables:
            for row in base.execute(f'SELECT * FROM "{name}"'):
                yield WALL.join(str(cell) for cell in row if not isinstance(cell, bytes))


def _pdf(path: Path) -> Iterator[str]:
    """What the file says of itself; and of the pages the text, where poppler is installed."""
    with pikepdf.open(path) as document:
        yield WALL.join(map(str, document.docinfo.values()))
        if "/Metadata" in document.Root:
            told = document.Root.Metadata.read_bytes().decode("utf-8", errors="replace")
            yield told.replace(RDF, " ")
        yield from _titles(document)
    tool = shutil.which("pdftotext")
    if tool is not None:
        run = partial(subprocess.run, capture_output=True, check=True)
        yield run([tool, "-layout", path, "-"]).stdout.decode("utf-8", errors="replace")


def _titles(document: pikepdf.Pdf) -> Iterator[str]:
    """Bookmarks and the words beside pictures, which stand on no page."""
    for thing in document.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for key in ("/Title", "/Alt", "/Contents", "/ActualText"):
                if isinstance(thing.get(key), pikepdf.String):
                    yield str(thing[key])
