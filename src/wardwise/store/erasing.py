"""Tidy tables without the rows of people and files that were erased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.erasure import REASONS, Kind, token_of
from wardwise.store.erased import Register


PEOPLE = {"partner_person": ("person_key",), "partner_relationship": ("victim_key", "suspect_key")}
BY_FILE = (
    "partner_record",
    "partner_person",
    "partner_relationship",
    "partner_return",
    "partner_reply",
    "partner_fault",
    "partner_quality",
)
Tables = Mapping[str, pa.Table]
File = tuple[str, str]  # source, path


@dataclass
class Taken:
    """What was taken out. Unit: rows."""

    by_table: Counter[str] = field(default_factory=Counter)
    by_file: Counter[File] = field(default_factory=Counter)
    used: dict[Kind, Counter[File]] = field(default_factory=dict)
    free_texts: int = 0

    def note(self, table: str, gone: pa.Table, kind: Kind) -> None:
        """Count rows that go."""
        self.by_table[table] += gone.num_rows
        if "used" not in gone.column_names:
            return
        counted = self.used.setdefault(kind, Counter())
        # a survey's row is there once a question: each row of the file counts once
        rows = gone.group_by(["source", "file", "row"]).aggregate([("used", "max")])
        files = rows.group_by(["source", "file"]).aggregate([("row", "count"), ("used_max", "sum")])
        for one in files.to_pylist():
            self.by_file[one["source"], one["file"]] += one["row_count"]
            counted[one["source"], one["file"]] += one["used_max_sum"]


def without_erased(tables: Tables, register: Register) -> tuple[dict[str, pa.Table], Taken]:
    """The tables of one import without what was erased, and the count of it.

    Rows that were used become rows set aside: rows in remain used and set aside.
    """
    found, taken = dict(tables), Taken()
    if "partner_file" in found and register.entries:
        _take_people(found, taken, frozenset(register.tokens("person")))
        _take_files(found, taken, _files(found, register))
        _settle(found, taken)
    return found, taken


def _take_people(tables: dict[str, pa.Table], taken: Taken, tokens: frozenset[str]) -> None:
    if not tokens:
        return
    rows: set[tuple[str, str, int]] = set()
    records: set[str] = set()
    for name, columns in PEOPLE.items():
        table = tables[name]
        gone = _any([_known(table[column], tokens) for column in columns])
        lost = table.filter(gone)
        taken.note(name, lost, "person")
        rows |= set(zip(*(lost[c].to_pylist() for c in ("source", "file", "row")), strict=True))
        records |= set(lost["record_key"].to_pylist()) - {None}
        tables[name] = table.filter(pc.invert(gone))
    _take_faults(tables, taken, rows)
    _empty_free_text(tables, taken, records)


def _known(keys: pa.ChunkedArray, tokens: frozenset[str]) -> pa.ChunkedArray:
    """Which keys are of somebody who was erased; each distinct key is looked at once."""
    wanted = [key for key in pc.unique(keys).to_pylist() if key and token_of(key) in tokens]
    return pc.is_in(keys, pa.array(wanted, pa.string()))


def _take_faults(
    tables: dict[str, pa.Table], taken: Taken, rows: set[tuple[str, str, int]]
) -> None:
    table = tables["partner_fault"]
    places = zip(*(table[c].to_pylist() for c in ("source", "file", "row")), strict=True)
    gone = pa.array([place in rows for place in places], pa.bool_())
    taken.note("partner_fault", table.filter(gone), "person")
    tables["partner_fault"] = table.filter(pc.invert(gone))


def _empty_free_text(tables: dict[str, pa.Table], taken: Taken, records: set[str]) -> None:
    """A crime stays counted; what was written about the person in it does not stay."""
    table = tables["partner_record"]
    theirs = pc.is_in(table["record_key"], pa.array(sorted(records), pa.string()))
    written = pc.and_(theirs, table["free_text"].is_valid())
    taken.free_texts += pc.sum(written).as_py() or 0
    at = table.schema.get_field_index("free_text")
    emptied = pc.if_else(theirs, pa.scalar(None, pa.string()), table["free_text"])
    tables["partner_record"] = table.set_column(at, table.schema.field(at), emptied)


def _files(tables: Tables, register: Register) -> frozenset[File]:
    wanted = register.tokens("dataset")
    return frozenset(
        (row["source"], row["path"])
        for row in tables["partner_file"].to_pylist()
        if row["sha256"] in wanted and wanted[row["sha256"]].dataset == row["dataset"]
    )


def _take_files(tables: dict[str, pa.Table], taken: Taken, files: frozenset[File]) -> None:
    if not files:
        return
    for name in BY_FILE:
        table = tables[name]
        gone = _of(table, files)
        taken.note(name, table.filter(gone), "dataset")
        tables[name] = table.filter(pc.invert(gone))
    revised = tables["partner_revision"]
    keep = [
        (row["source"], row["earlier"]) not in files and (row["source"], row["later"]) not in files
        for row in revised.to_pylist()
    ]
    tables["partner_revision"] = revised.filter(pa.array(keep, pa.bool_()))
    taken.by_table["partner_revision"] += keep.count(False)


def _of(table: pa.Table, files: frozenset[File]) -> pa.ChunkedArray:
    return _any(
        [pc.and_(pc.equal(table["source"], s), pc.equal(table["file"], f)) for s, f in files]
    )


def _any(masks: Sequence[pa.ChunkedArray]) -> pa.ChunkedArray:
    whole = masks[0]
    for mask in masks[1:]:
        whole = pc.or_(whole, mask)
    return whole


def _settle(tables: dict[str, pa.Table], taken: Taken) -> None:
    """Rows used become fewer by what went, and as many more are set aside, with the reason."""
    lost = sum(taken.used.values(), Counter[File]())
    for name in ("partner_file", "file_read"):
        if name in tables:
            tables[name] = _fewer(tables[name], lost)
    if "set_aside" in tables:
        more = [
            {"source": source, "file": file, "reason": REASONS[kind], "rows": rows}
            for kind, counted in taken.used.items()
            for (source, file), rows in sorted(counted.items())
            if rows
        ]
        held = tables["set_aside"]
        tables["set_aside"] = pa.concat_tables([held, pa.Table.from_pylist(more, held.schema)])


def _fewer(table: pa.Table, lost: Counter[File]) -> pa.Table:
    rows = table.to_pylist()
    for row in rows:
        gone = lost.get((row["source"], row["path"]), 0)
        row["rows_used"] -= gone
        if gone and row.get("rows_located") is not None:
            # only a whole file of records goes, and with it every row that is located
            row["rows_located"] = min(row["rows_located"], row["rows_used"])
    return pa.Table.from_pylist(rows, table.schema)
