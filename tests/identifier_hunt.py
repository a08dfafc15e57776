"""Looks for identifiers of people in every form that a file may hide them in."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


# What spaces, slashes and tags part: 'Planted, P.' and 'planted p' are the same words
_WORD = re.compile(r"[^\W_]+")
_MOMENT = re.compile(r"(?<=\d)t(?=\d)")  # 1990-01-02T00:00 holds a date
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile("[a-z]{3}")
SEALED = (".aes",)  # random bytes, unless the encryption fails: then words stand in it
# The end of one cell and the start of the next are not one date
WALL = " endofcell "
Words = tuple[str, ...]


@dataclass(frozen=True)
class Hunter:
    """Knows identifiers, and finds them whatever stands between their words."""

    identifiers: frozenset[Words]
    lengths: Mapping[str, frozenset[int]]  # first word → how many words follow it, itself counted

    @classmethod
    def of(cls, identifiers: Iterable[str]) -> Hunter:
        """A hunter for those texts."""
        known = frozenset(words_of(text) for text in identifiers)
        lengths: dict[str, set[int]] = {}
        for words in known:
            lengths.setdefault(words[0], set()).add(len(words))
        return cls(known, {first: frozenset(counts) for first, counts in lengths.items()})

    def found_in(self, text: str) -> set[str]:
        """The identifiers that stand in the text, as their words."""
        words = words_of(text)
        return {
            " ".join(one)
            for at, word in enumerate(words)
            for length in self.lengths.get(word, ())
            if (one := words[at : at + length]) in self.identifiers
        }

    def found_under(self, folder: Path) -> dict[str, set[str]]:
        """File → identifiers in it, for every file under a folder."""
        found: dict[str, set[str]] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            here = set().union(*(self.found_in(text) for text in texts_of(path)))
            here |= {one for one in self.found_in(_bare(path)) if _LETTERS.search(one)}
            here |= self.found_in(path.name)
            if here:
                found[str(path.relative_to(folder))] = here
        return found


def words_of(text: str) -> Words:
    """Runs of letters and digits, in small letters."""
    return tuple(_WORD.findall(_MOMENT.sub(" ", text.casefold())))


def texts_of(path: Path) -> Iterator[str]:
    """The text of a file, as whatever it holds is read."""
    data = path.read_bytes()
    if path.suffix == ".parquet":
        yield from _parquet(path)
    elif path.suffix in (".gpkg", ".sqlite"):
        yield from _sqlite(path)
    elif path.suffix == ".pdf":
        yield _pdf(path)
    elif data[:2] == b"PK":
        yield from _zip(data)
    elif path.suffix not in SEALED:
        yield data.decode("utf-8", errors="replace")


def _bare(path: Path) -> str:
    """The bytes as they lie there. Digits alone say nothing: compression makes any of them."""
    return path.read_bytes().decode("utf-8", errors="replace")


def _zip(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            inside = archive.read(name)
            text = inside.decode("utf-8", errors="replace")
            yield name
            yield text
            yield _TAG.sub("", text)  # a name that is broken over two runs of text
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


def _pdf(path: Path) -> str:
    """The text of the pages, where poppler is installed; else only what lies bare in the file."""
    tool = shutil.which("pdftotext")
    if tool is None:
        return ""
    run = subprocess.run([tool, "-layout", path, "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8", errors="replace")
