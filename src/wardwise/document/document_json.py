"""document.json: the papers of a run as plain data, from which they can be rendered again.

It is a public contract, described in docs/reference/document_json.md.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from wardwise.document.plain_data import Reader, Writer, rows
from wardwise.document.section import Document
from wardwise.domain.errors import StoreError


SCHEMA = 1


def document_json(papers: Sequence[Document]) -> str:
    """The papers as text. The same papers give the same text."""
    writer = Writer()
    plain = [writer.plain(paper) for paper in papers]
    parts, written = rows(writer.parts), rows(plain)
    return f'{{"schema":{SCHEMA},\n"parts":[\n{parts}\n],\n"papers":[\n{written}\n]}}\n'


def read_documents(written: str) -> dict[str, Document]:
    """The papers that ``document_json`` wrote, by their kind."""
    with _uncollected():
        return _read(written)


def _read(written: str) -> dict[str, Document]:
    try:
        held = json.loads(written)
        schema = held["schema"]
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError(
            "document.json: it is not a file of papers, or it was cut short."
            " Build the assessment again."
        ) from error
    if schema != SCHEMA:
        raise StoreError(
            f"document.json: it is of schema {schema}; this version of Wardwise reads {SCHEMA}."
            " Open it with the version that wrote it, or build the assessment again."
        )
    reader = Reader(held["parts"])
    papers: list[Document] = [reader.value(paper) for paper in held["papers"]]
    return {paper.kind: paper for paper in papers}


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of garbage: it would look again and again through what all stays.

    Half a million objects are made and none is given up: with it, reading takes 2.5 times as long.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
