"""The evidence is found again where only the paper's own settings changed, and is the same."""

from __future__ import annotations

import os
import pickle
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.tidy_force import own_areas, settings, tidy_tables
from wardwise.domain.evidence import Evidence
from wardwise.pipeline.gather import Gathered
from wardwise.pipeline.laid_out import laid_out
from wardwise.store.tidy import TidyStore


@pytest.fixture
def store(tmp_path: Path) -> TidyStore:
    return TidyStore(tmp_path)


@pytest.fixture
def gathered(store: TidyStore) -> Gathered:
    kept = store.put("a" * 64, tables=tidy_tables(), notices=("Made up.",))
    return Gathered(kept.tables, kept.notices, (), own_areas())


def parts(noun: Any) -> Any:
    """A noun as plain data, so that two can be compared through their arrays."""
    if is_dataclass(noun):
        return {part.name: parts(getattr(noun, part.name)) for part in fields(noun)}
    if isinstance(noun, np.ndarray):
        return (noun.dtype.str, noun.shape, noun.tobytes())
    if isinstance(noun, tuple | list):
        return [parts(one) for one in noun]
    if isinstance(noun, dict):
        return [(parts(key), parts(one)) for key, one in noun.items()]
    return noun if noun == noun else "not a number"


def kept(store: TidyStore) -> list[Path]:
    return sorted(store.folder.glob("*/evidence.parquet"))


def test_what_is_found_again_is_what_was_made(store: TidyStore, gathered: Gathered) -> None:
    made = laid_out(settings(), gathered, store)
    (file,) = kept(store)
    written = file.stat().st_mtime_ns
    reworded = settings(document={"prepared_by": "Somebody else", "title": "Another"}, seed=7)
    found = laid_out(reworded, gathered, store)
    assert found is not made
    assert parts(found) == parts(made)
    assert [file.stat().st_mtime_ns for file in kept(store)] == [written]


@pytest.mark.parametrize(
    "changes",
    [
        {"period": {"year_ends": "2024-06"}},
        {"comparators": {"count": 5}},
        {"series_breaks": [{"month": "2024-01", "what": "A new system.", "source": "The force."}]},
    ],
)
def test_what_the_evidence_rests_on_makes_it_anew(
    store: TidyStore, gathered: Gathered, changes: dict[str, object]
) -> None:
    laid_out(settings(), gathered, store)
    laid_out(settings(**changes), gathered, store)
    assert len(kept(store)) == 2


def test_other_rows_make_it_anew(store: TidyStore, gathered: Gathered) -> None:
    laid_out(settings(), gathered, store)
    other = store.put("b" * 64, tables=tidy_tables(), notices=("Made up.",))
    laid_out(settings(), replace(gathered, tables=other.tables), store)
    assert len(kept(store)) == 2


class _Trap:
    """What a stranger might put in the place of the evidence."""

    def __init__(self, sprung: Path) -> None:
        self.sprung = sprung

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.sprung),)


def put_there(file: Path, form: bytes) -> None:
    pq.write_table(pa.table({"evidence": pa.array([form], pa.large_binary())}), file)


def test_what_cannot_be_read_is_made_again_and_nothing_in_it_is_run(
    store: TidyStore, gathered: Gathered, tmp_path: Path
) -> None:
    made = laid_out(settings(), gathered, store)
    (file,) = kept(store)
    sprung = tmp_path / "sprung"
    for form in (b"", b"\x80\x05", pickle.dumps("no evidence"), pickle.dumps(_Trap(sprung))):
        put_there(file, form)
        assert parts(laid_out(settings(), gathered, store)) == parts(made)
    file.write_bytes(b"no parquet")
    assert isinstance(laid_out(settings(), gathered, store), Evidence)
    assert not sprung.exists()
