"""Points of a density: published ones, a partner's exact ones, and the questions behind both."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pyarrow as pa
import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Month
from wardwise.domain.points_recorded import PointPrecision
from wardwise.evidence.asks import answer
from wardwise.evidence.tables import Tables
from wardwise.figures.desk import Desk
from wardwise.figures.points_used import PointsUsed, points_used


@pytest.fixture(scope="module")
def published() -> dict[str, pa.Table]:
    """Every record that is located stands in the middle of one of two places."""
    tables = tidy_tables()
    frame = tables["offence_record"].to_pandas()
    located = frame["lsoa_code"].notna()
    frame.loc[located, "longitude"] = np.where(frame.index[located] % 2 == 0, -0.41, -0.42)
    frame.loc[located, "latitude"] = 51.88
    schema = tables["offence_record"].schema
    return tables | {"offence_record": pa.Table.from_pandas(frame, schema, preserve_index=False)}


def tables_of(folder: pytest.TempPathFactory, held: dict[str, pa.Table]) -> Tables:
    return stored(folder.mktemp("points"), held)


def check_asked_again(found: PointsUsed, tables: Tables) -> None:
    assert answer(tables, found.both_ask) == found.points.tolist()
    assert answer(tables, found.months_ask) == found.months.tolist()
    assert answer(tables, found.latest_ask) == found.latest.tolist()


@pytest.mark.parametrize("offence", [None, "Burglary"])
def test_published_points_are_those_of_the_records(
    tmp_path_factory: pytest.TempPathFactory,
    published: dict[str, pa.Table],
    offence: str | None,
) -> None:
    tables = tables_of(tmp_path_factory, published)
    desk = desk_of(tables)
    found = points_used(desk, offence=offence)
    assert isinstance(found, PointsUsed)
    assert (found.precision, found.source) == (PointPrecision.SNAPPED, "police_uk")
    assert len(np.unique(found.points, axis=0)) <= 2
    assert 0 <= found.months.min() <= found.months.max() <= 23
    assert len(found.latest) > 0
    check_asked_again(found, tables)


def test_exact_points_come_first(
    tmp_path_factory: pytest.TempPathFactory, published: dict[str, pa.Table]
) -> None:
    tables = tables_of(tmp_path_factory, published | partner_tables())
    found = points_used(desk_of(tables), offence="Burglary")
    assert isinstance(found, PointsUsed)
    assert (found.precision, found.source) == (PointPrecision.EXACT, "partner:recorded_crime")
    assert len(np.unique(found.points, axis=0)) > 10
    assert found.not_comparable == ""
    check_asked_again(found, tables)


def test_exact_points_are_not_compared_across_a_registered_break(
    tmp_path_factory: pytest.TempPathFactory, published: dict[str, pa.Table]
) -> None:
    desk = desk_of(tables_of(tmp_path_factory, published | partner_tables()))
    broken = replace(desk.evidence, breaks=((Month(2024, 6), "Burglary", "a new system"),))
    across = Desk(broken, desk.settings)
    one, other = (points_used(across, offence=name) for name in ("Burglary", "Robbery"))
    assert isinstance(one, PointsUsed)
    assert isinstance(other, PointsUsed)
    assert one.precision is PointPrecision.EXACT
    assert one.not_comparable == "the series breaks in June 2024: a new system"
    assert other.not_comparable == ""


def test_counts_by_area_have_no_points(
    tmp_path_factory: pytest.TempPathFactory, published: dict[str, pa.Table]
) -> None:
    held = {name: table for name, table in published.items() if name != "offence_record"}
    found = points_used(desk_of(tables_of(tmp_path_factory, held)), offence=None)
    assert isinstance(found, NotKnown)
    assert "records of crime with a point" in found.reason
