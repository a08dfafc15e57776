"""A partnership inside a merged district: its own people, and no age bands of the whole."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa

from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.domain.figure import Json
from wardwise.domain.nothing import NotKnown
from wardwise.figures.desk import Desk
from wardwise.figures.population import count_figure, share_figure
from wardwise.figures.population_counts import part_of, whole_of
from wardwise.figures.population_traits import traits_of_people


PART, REST, MERGED = "E22999997", "E22999992", "E06999992"


def merged_desk(folder: Path, code: str = "E06999991") -> Desk:
    """Otherham, a district of two LSOAs, holds two partnerships of one LSOA each."""
    tables = tidy_tables()
    lsoa = tables["lsoa"].to_pandas()
    first = lsoa.index[lsoa["district_code"] == MERGED][0]
    lsoa.loc[first, ["csp_code", "csp_name"]] = [PART, "Old Otherham"]
    tables["lsoa"] = pa.Table.from_pandas(lsoa, schema=tables["lsoa"].schema, preserve_index=False)
    return desk_of(
        stored(folder, tables),
        partnership={"code": code, "name": "Place", "force": "Sampleshire"},
    )


def test_residents_are_those_of_its_own_neighbourhoods(tmp_path: Path) -> None:
    desk = merged_desk(tmp_path)
    part, rest, whole = (whole_of(desk, code, "residents") for code in (PART, REST, MERGED))
    assert isinstance(part, int)
    assert isinstance(rest, int)
    assert part + rest == whole


def test_the_deprived_are_counted_in_its_own_neighbourhoods(tmp_path: Path) -> None:
    desk = merged_desk(tmp_path)
    everybody: dict[str, Json] = {"edition": "imd_2025", "tenths": 10}
    found = part_of(desk, PART, "residents_in_most_deprived", everybody)
    assert found == whole_of(desk, PART, "residents")
    homes = [part_of(desk, code, "households_deprived", {}) for code in (PART, REST, MERGED)]
    counts = [count for count in homes if not isinstance(count, NotKnown)]
    assert counts[0] + counts[1] == counts[2]


def test_what_the_census_gives_by_district_is_not_known_of_a_part(tmp_path: Path) -> None:
    # as its comparator, and as the partnership itself
    for name, code in (("beside", "E06999991"), ("itself", PART)):
        (tmp_path / name).mkdir()
        desk = merged_desk(tmp_path / name, code)
        for trait in traits_of_people(desk):
            assert isinstance(part_of(desk, PART, trait.question, trait.arguments), NotKnown)
        assert isinstance(whole_of(desk, PART, "residents"), int)


def test_a_partnership_of_a_part_prints_not_known_and_why(tmp_path: Path) -> None:
    desk = merged_desk(tmp_path, PART)
    trait = traits_of_people(desk)[0]
    for figure in (count_figure(desk, desk.area, trait), share_figure(desk, desk.area, trait)):
        assert isinstance(figure.value, NotKnown)
        assert "part of one" in figure.value.reason
