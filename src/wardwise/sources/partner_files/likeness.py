"""How like a field of ours a supplier's column is, by its name and by its values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from wardwise.domain.mapping import ColumnMapping, TimeRules
from wardwise.sources.partner_files.moments import read_moments
from wardwise.sources.partner_files.numbers import read_ages, read_bands, read_numbers
from wardwise.sources.partner_files.schema import Field


YES = ("y", "yes", "true", "1", "t", "x", "✓")
NO = ("n", "no", "false", "0", "f")
FORMATS = tuple(
    f"{day}{time}"
    for day in (
        "%d/%m/%Y",
        "%Y-%m-%d",
        "%d-%m-%Y",
        "%d.%m.%Y",
        "%m/%d/%Y",
        "%d/%m/%y",
        "%m/%d/%y",
        "%d-%b-%Y",
        "%d %b %Y",
        "%d %B %Y",
        "%Y%m%d",
    )
    for time in ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M", " %H")
)
_SEXES = ("f", "m", "u", "female", "male", "unknown", "x", "not known")
_NO_BAND = ("unknown", "not known")
JUDGED = 300
_ANY = ColumnMapping(column=("any",))
Judge = Callable[[pa.Array], float]


def name_likeness(field: Field, column: str) -> float:
    """0 to 1: the best likeness to one of the names by which the field is known."""
    said = _words(column)
    names = [_words(name) for name in (field.name, *field.also_called)]
    return max(_one(said, name) for name in names)


def value_likeness(field: Field, cells: Sequence[str]) -> float | None:
    """Share of the filled cells that can be read as the field's kind; None if any text can."""
    if not cells:
        return 0.0
    few = cells[:JUDGED]
    if field.kind in ("moment", "date", "born_on", "month"):
        return best_format(few)[1]
    judge = _JUDGES.get(field.kind)
    return judge(pa.array(few, pa.string())) if judge else None


def best_format(cells: Sequence[str]) -> tuple[str, float]:
    """The format that most cells fit, the day before the month where both fit alike."""
    best = ("", 0.0)
    for one in FORMATS:
        share = float(fits(cells, one).mean()) if cells else 0.0
        if share > best[1]:
            best = (one, share)
        if share == 1:
            break
    return best


def fits(cells: Sequence[str], written: str) -> NDArray[np.bool_]:
    """Which cells are dates in that format."""
    column = ColumnMapping(column=("any",), format=(written,))
    return read_moments(pa.array(cells, pa.string()), column, times=TimeRules()).known


def _words(text: str) -> str:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", parted.casefold()).split())


def _one(said: str, name: str) -> float:
    if said == name:
        return 1.0
    inside = set(name.split()) <= set(said.split()) and len(name) > 3
    return max(difflib.SequenceMatcher(None, said, name).ratio(), 0.9 if inside else 0.0)


def _number_between(low: float, high: float) -> Judge:
    def judge(cells: pa.Array) -> float:
        numbers = read_numbers(cells, _ANY).values
        inside = pc.and_(pc.greater_equal(numbers, low), pc.less_equal(numbers, high))
        return _share(inside.fill_null(False))

    return judge


def _ages(cells: pa.Array) -> float:
    return _share(read_ages(cells, _ANY).values.is_valid())


def _bands(cells: pa.Array) -> float:
    found, _ = read_bands(cells, _ANY)
    several = pc.invert(pc.match_substring_regex(cells, r"^\d+$"))
    return _share(pc.and_(several, pc.or_(found.values.is_valid(), _among(_NO_BAND)(cells))))


def _among(words: Sequence[str]) -> Callable[[pa.Array], pa.Array]:
    return lambda cells: pc.is_in(pc.utf8_lower(cells), pa.array(words, pa.string()))


def _looks(pattern: str) -> Judge:
    return lambda cells: _share(pc.match_substring_regex(pc.utf8_upper(cells), pattern))


def _share(found: pa.Array) -> float:
    return float(pc.mean(found).as_py())


_JUDGES: dict[str, Judge] = {
    "flag": lambda cells: _share(_among((*YES, *NO))(cells)),
    "number": _number_between(-1e15, 1e15),
    "age": _ages,
    "age_band": _bands,
    "sex": lambda cells: _share(_among(_SEXES)(cells)),
    "easting": _number_between(1_000, 700_000),
    "northing": _number_between(1_000, 1_300_000),
    "longitude": _number_between(-180, 180),
    "latitude": _number_between(-90, 90),
    "postcode": _looks(r"^[A-Z]{1,2}[0-9][A-Z0-9]?( ?[0-9]([A-Z]{2})?)?$"),
    "lsoa": _looks(r"^[EW]01[0-9]{6}$"),
}
