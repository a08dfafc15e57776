"""Weights from the force's own codes, however the Home Office writes its name."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.evidence import HarmWeights, NotHeld
from wardwise.domain.figure import Figure
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.harm import weight_figure


def written_as(folder: Path, *, lookups: str, home_office: str) -> tuple[Tables, Desk]:
    """Sampleshire under one name in the lookups and another in the Home Office's table."""
    tables = tidy_tables()
    for table, column, name in (
        ("lsoa", "force_name", lookups),
        ("district", "force_name", lookups),
        ("force_quarter", "force", home_office),
    ):
        frame = tables[table].to_pandas()
        frame[column] = frame[column].replace("Sampleshire", name)
        tables[table] = pa.Table.from_pandas(
            frame, schema=tables[table].schema, preserve_index=False
        )
    found = stored(folder, tables)
    ours = {"code": "E06999991", "name": "Sampleton", "force": lookups}
    return found, desk_of(found, partnership=ours)


def test_an_ampersand_in_the_forces_name_loses_no_weight(tmp_path: Path) -> None:
    tables, desk = written_as(tmp_path, lookups="East & West", home_office="East and West")
    held = desk.evidence.harm
    assert isinstance(held, HarmWeights)
    assert held.force == "East and West"
    figure = weight_figure(desk, held, offence="Robbery", official=False)
    assert isinstance(figure, Figure)
    assert figure.recipe is not None
    assert recompute(figure.recipe, tables) == pytest.approx(held.by_code["34B"])


def test_a_force_that_the_home_office_does_not_name_has_no_weights(tmp_path: Path) -> None:
    _, desk = written_as(tmp_path, lookups="Eastshire", home_office="Westshire")
    assert isinstance(desk.evidence.harm, NotHeld)
