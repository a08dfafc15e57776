"""Precision and recall of linkage at several thresholds, by how often people mistype."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from wardwise.demo.linkage import File, exampleshire, two_files
from wardwise.demo.partners.world import World
from wardwise.demo.settings import SEED
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.linkage import Linkable, compared, linked_at


ERRORS = (0.0, 0.02, 0.05)
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99)
SECRET = b"Exampleshire is made up, and so is this"


@dataclass(frozen=True)
class Measured:
    """What became of the rows of one person in one file beside those in the other.

    A pair is a row of victims with a row of suspects. ``precision``: of the pairs with one key,
    the share that are truly one person; ``recall``: of those that are, the share with one key.
    ``expected_wrong`` is what the model itself expects of the pairs of records it accepted, a
    share. All in percent.
    """

    errors: float
    threshold: float
    precision: float
    recall: float
    expected_wrong: float


def study(
    *, errors: Sequence[float] = ERRORS, thresholds: Sequence[float] = THRESHOLDS, seed: int = SEED
) -> tuple[Measured, ...]:
    """Every rate of errors at every threshold."""
    world = exampleshire(seed)
    return tuple(one for rate in errors for one in _at(world, rate, thresholds))


def _at(world: World, errors: float, thresholds: Sequence[float]) -> Iterator[Measured]:
    files = two_files(world, errors=errors)
    found = compared([_linkable(file) for file in files])
    for threshold in thresholds:
        linked = linked_at(threshold, found, keys=Keys(SECRET))
        (told,) = linked.tables["partner_linkage"].to_pylist()
        yield _measured(
            files,
            linked.keys,
            errors=errors,
            threshold=threshold,
            expected_wrong=100 * told["pairs_expected_wrong"] / max(1, told["pairs_accepted"]),
        )


def _linkable(file: File) -> Linkable:
    rows = pa.table({"person_key": pa.nulls(len(file.truth), pa.string())})
    return Linkable(file.name, rows, file.said)


def _measured(
    files: tuple[File, File],
    keys: Sequence[pa.Array],
    *,
    errors: float,
    threshold: float,
    expected_wrong: float,
) -> Measured:
    tables = [
        pd.DataFrame({"key": key.to_pandas(), "truth": file.truth})
        for key, file in zip(keys, files, strict=True)
    ]
    right = _pairs(tables, ["key", "truth"])
    return Measured(
        errors=100 * errors,
        threshold=threshold,
        precision=100 * right / _pairs(tables, ["key"]),
        recall=100 * right / _pairs(tables, ["truth"]),
        expected_wrong=expected_wrong,
    )


def _pairs(tables: Sequence[pd.DataFrame], by: list[str]) -> float:
    """Rows of the one file with rows of the other that agree."""
    counts = [table.dropna().groupby(by).size() for table in tables]
    if by == ["truth"]:  # somebody without a key is a person all the same
        counts = [table.groupby(by).size() for table in tables]
    first, second = counts[0].align(counts[1], join="inner")
    return float(np.sum(first.to_numpy() * second.to_numpy()))
