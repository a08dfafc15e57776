"""The first cell of each row of a table becomes a header of its row.

Typst's Python package cannot yet say so itself. A screen reader then reads "Northgate,
Offences, 12" and not "12".
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf


def with_row_headers(pdf: bytes) -> bytes:
    """The same PDF with TH and Scope=Row in the first column of every table body."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for row in _body_rows(opened):
            _make_header(_kids(row)[0])
        written = io.BytesIO()
        opened.save(
            written,
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every element of the structure tree, parents before children."""
    waiting = _kids(pdf.Root.StructTreeRoot)
    while waiting:
        element = waiting.pop(0)
        yield element
        waiting = _kids(element) + waiting


def _kids(element: pikepdf.Object) -> list[pikepdf.Dictionary]:
    kids = element.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def _body_rows(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for element in elements(pdf):
        if element.S == "/TFoot":  # the last rows, which Typst keeps together: rows like any other
            element.S = pikepdf.Name.TBody
        if element.S == "/TBody":
            yield from (kid for kid in _kids(element) if kid.S == "/TR" and _kids(kid))


def _make_header(cell: pikepdf.Dictionary) -> None:
    cell.S = pikepdf.Name.TH
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    if "/A" not in cell:
        cell.A = scope
    elif isinstance(cell.A, pikepdf.Array):
        cell.A.append(scope)
    else:
        cell.A.Scope = pikepdf.Name.Row
