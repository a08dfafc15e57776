"""One supplier's file while it is read: its cells by field, and the account of its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.domain.errors import ExtractError
from wardwise.domain.mapping import ColumnMapping, DatasetMapping
from wardwise.domain.settings import PartnerFileSettings
from wardwise.sources.partner_files.account import Account, Mask
from wardwise.sources.partner_files.areas import Areas
from wardwise.sources.partner_files.cells import Cells, blank_where, text_of
from wardwise.sources.partner_files.codes import read_codes, read_flag, read_free_text, read_sex
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.labels import strays
from wardwise.sources.partner_files.moments import (
    NOT_A_DATE,
    Moments,
    no_moments,
    read_moments,
    shapes,
)
from wardwise.sources.partner_files.numbers import read_ages, read_counts
from wardwise.sources.partner_files.raw_table import RawTable
from wardwise.sources.partner_files.schema import Dataset, Field


RAGGED = "it has more or fewer cells than the header"
AGAIN = "it repeats a row before"
# Above this share of the cells that are filled, the mapping does not fit the column
MOST_FAULTS, MATTERS_FROM = 0.5, 10
_IDENTIFYING = ("direct", "record")
_PLAIN = {
    "code": pa.string(),
    "ethnicity": pa.string(),
    "sex": pa.string(),
    "age": pa.int32(),
    "number": pa.float64(),
    "text": pa.string(),
    "flag": pa.bool_(),
}


@dataclass(frozen=True, eq=False)
class Door:
    """What stands between a supplier's file and the store: the keys, and what areas there are."""

    keys: Keys
    areas: Areas
    linkage_threshold: float = 0.9


@dataclass(frozen=True, eq=False)
class Extract:
    """A raw table, what it is to become, and what becomes of its rows.

    ``whole`` is the file that a preview shows the first rows of: which labels come again, and so
    are no names, shows in all of it.
    """

    asked: PartnerFileSettings
    dataset: Dataset
    part: DatasetMapping
    raw: RawTable
    door: Door
    account: Account
    whole: RawTable | None = None

    @property
    def columns(self) -> Mapping[str, ColumnMapping]:
        """Our field → where it comes from."""
        return self.part.columns

    @property
    def rows(self) -> int:
        """Rows of the file."""
        return len(self.raw.lines)

    def has(self, field: str) -> bool:
        """Whether the supplier's file gives the field at all."""
        return field in self.columns

    def text(self, field: str) -> pa.Array:
        """The field's text as it stands."""
        return text_of(self.raw, self.columns[field])

    def plain(self, field: str) -> pa.Array:
        """Values of a code, flag, number, age, sex or group; null where not known."""
        if not self.has(field):
            return pa.nulls(self.rows, _PLAIN[self.dataset.field(field).kind])
        column, text = self.columns[field], self.text(field)
        cells = self._read(self.dataset.field(field), text, column)
        self.settle(field, cells.faults(), known=valid(cells.values))
        return cells.values

    def codes(self, field: str, text: pa.Array, column: ColumnMapping) -> Cells:
        """A supplier's codes and labels; of labels only those that are no person's."""
        counts = self.dataset.unit == "aggregate"
        found = {}
        if column.otherwise == "keep":
            labels = text_of(self.whole or self.raw, column)
            found = strays(labels, identifying=self.identifying, counts=counts)
        return read_codes(text, column, field=field, strays=found, counts=counts)

    @property
    def identifying(self) -> list[pa.Array]:
        """Columns that hold numbers of people and of records."""
        fields = [
            name for name in self.columns if self.dataset.field(name).identifies in _IDENTIFYING
        ]
        names = dict.fromkeys(name for field in fields for name in self.columns[field].column)
        return [(self.whole or self.raw).columns[name] for name in names]

    def _read(self, field: Field, text: pa.Array, column: ColumnMapping) -> Cells:
        if column.value is not None and field.kind in ("code", "ethnicity"):
            return Cells(text, np.zeros(len(text), dtype=np.int16), ())
        readers: dict[str, Callable[[], Cells]] = {
            "flag": lambda: read_flag(text, column),
            "sex": lambda: read_sex(text, column),
            "age": lambda: read_ages(text, column),
            "number": lambda: read_counts(text, column),
            "text": lambda: read_free_text(text),
        }
        return readers.get(field.kind, lambda: self.codes(field.name, text, column))()

    def moments(self, field: str) -> Moments:
        """Dates and times of a field."""
        if not self.has(field):
            return no_moments(self.rows)
        found = read_moments(self.text(field), self.columns[field], times=self.part.times)
        self.settle(field, {NOT_A_DATE: found.fault}, known=found.known)
        return found

    def keys(self, field: str, kind: str) -> pa.Array:
        """Keys of a person or a record."""
        if not self.has(field):
            return pa.nulls(self.rows, pa.string())
        column = self.columns[field]
        text = blank_where(self.text(field), column.not_known)
        found = self.door.keys.of(kind, text, namespace=column.namespace)
        self.settle(field, {}, known=valid(found))
        return found

    def settle(self, field: str, faults: Mapping[str, Mask], *, known: Mask) -> None:
        """Note the faults; set rows aside, or refuse the file, where the mapping says so."""
        described, column = self.dataset.field(field), self.columns[field]
        for reason, where in faults.items():
            self._check_not_too_many(field, reason, where)
            self.account.fault(where, field=field, reason=reason)
            if column.otherwise == "set_aside" or described.required == "yes":
                self.account.put_aside(where, f"{field}: {reason}")
        self.account.check("not known", ~known, field=field)
        if described.required == "yes":
            self.account.put_aside(~known, f"{field}: not given")

    def put_repeats_aside(self) -> None:
        """Rows that are used and repeat one before them, by the columns that tell rows apart."""
        repeated = self.part.repeated
        names = repeated.of or self._identity()
        if not names:
            return
        used = self.account.used
        codes = [pc.dictionary_encode(self.raw.columns[name]).indices for name in names]
        frame = pd.DataFrame({n: code.to_numpy() for n, code in enumerate(codes)})[used]
        again = np.zeros(self.rows, dtype=bool)
        again[used] = frame.duplicated().to_numpy()
        again &= ~_all_blank(self.raw, names)
        self.account.check("repeated", again)
        if repeated.then == "set_aside":
            self.account.put_aside(again, repeated.reason or AGAIN)

    def _identity(self) -> tuple[str, ...]:
        outcomes = self.dataset.name == "outcomes"
        # a crime has one outcome after another
        fields = {
            "record": ("crime_reference", *(("outcome", "outcome_on") if outcomes else ())),
            "person": ("crime_reference", "person"),
            "pair": ("victim", "suspect"),
        }.get(self.dataset.unit, ())
        if not all(self.has(field) for field in fields):
            return ()
        return tuple(name for field in fields for name in self.columns[field].column)

    def _check_not_too_many(self, field: str, reason: str, where: Mask) -> None:
        column, bad = self.columns[field], int(where.sum())
        text = self.text(field)
        filled = pc.sum(pc.not_equal(text, "")).as_py() or 0
        too_many = bad > MOST_FAULTS * filled and bad >= MATTERS_FROM and not column.otherwise
        if not bad or not (too_many or column.otherwise == "refuse"):
            return
        raise ExtractError(
            file=self.raw.file,
            row=int(self.raw.lines[where][0]),
            column=", ".join(column.column),
            problem=f"{bad:,} of {filled:,} cells: {reason}; they look like {shapes(text, where)}.",
            remedy="Correct the mapping if the supplier changed the column; if not, ask for it"
            " again. To go on without these cells write 'otherwise: not_known' or 'set_aside'.",
        )


def admitted(
    part: DatasetMapping, *, dataset: Dataset, asked: PartnerFileSettings
) -> DatasetMapping:
    """The mapping without free text and names, but for what the settings ask for.

    The rest is not even read.
    """
    columns = {
        name: column
        for name, column in part.columns.items()
        if dataset.field(name).kind != "text" or name in asked.free_text
    }
    linkage = part.linkage if asked.linkage else None
    return part.model_copy(update={"columns": columns, "linkage": linkage})


def rows_in_use(raw: RawTable, part: DatasetMapping) -> Account:
    """The account of the rows after those that the mapping leaves out."""
    account = Account(raw.lines)
    account.put_aside(raw.ragged, RAGGED)
    for only in part.only:
        inside = pc.is_in(raw.columns[only.column], pa.array(only.values, pa.string()))
        account.put_aside(~mask(inside), only.reason)
    if part.some_of:
        account.put_aside(_all_blank(raw, part.some_of.columns), part.some_of.reason)
    account.admit()
    return account


def _all_blank(raw: RawTable, names: tuple[str, ...]) -> Mask:
    blank = np.ones(len(raw.lines), dtype=bool)
    for name in names:
        blank &= mask(pc.equal(raw.columns[name], ""))
    return blank


def valid(values: pa.Array) -> Mask:
    """Which values are known."""
    return mask(values.is_valid())


def mask(values: pa.Array) -> Mask:
    """A boolean column without nulls as numpy."""
    found: Mask = values.to_numpy(zero_copy_only=False).astype(bool)
    return found
