"""Stored tables opened for reading, on whichever engine is asked for."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import ibis
import numpy as np
import pandas as pd


Expression = Any  # an Ibis expression; Ibis ships no types that mypy can follow
Question = Callable[..., Expression]


@dataclass(frozen=True)
class Form:
    """A question as SQL, the places that are left open in it, and DuckDB's own connection."""

    sql: str
    words: tuple[str, ...]
    connection: Any


@dataclass(frozen=True)
class Tables:
    """Named tables of one run. ``tables['offence_count']`` is an Ibis table."""

    tables: Mapping[str, Expression]
    forms: dict[Hashable, Form | None] = field(default_factory=dict, repr=False, compare=False)
    views: dict[Hashable, Any] = field(default_factory=dict, repr=False, compare=False)

    def __getitem__(self, name: str) -> Expression:
        return self.tables[name]

    def __contains__(self, name: str) -> bool:
        return name in self.tables


def open_tables(paths: Mapping[str, Path], *, connection: Any = None) -> Tables:
    """Open parquet files by table name; DuckDB in memory unless another engine is given."""
    engine = connection if connection is not None else ibis.duckdb.connect(threads=2)
    return Tables(
        {
            name: engine.read_parquet(str(path), table_name=name)
            for name, path in sorted(paths.items())
        }
    )


def rows(expression: Expression) -> pd.DataFrame:
    """Run a question. Shape: one row per row of the answer."""
    frame: pd.DataFrame = expression.to_pandas()
    return frame


def records(expression: Expression) -> list[dict[str, Any]]:
    """Run a question. One mapping per row; None where a cell is empty."""
    found: list[dict[str, Any]] = expression.to_pyarrow().to_pylist()
    return found


def one_of(question: Callable[..., list[int]]) -> Callable[..., int]:
    """The question whose answer is one of the list's counts, ``at`` saying which."""

    def ask(tables: Tables, *, at: int, **asked: Any) -> int:
        return question(tables, **asked)[at]

    return ask


def number(expression: Expression) -> int | float | None:
    """Run a question that has one number for an answer; None where there is none."""
    value = expression.to_pandas()
    if value is None or pd.isna(value):
        return None
    return int(value) if isinstance(value, int | np.integer) else float(value)
