"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from wardwise.evidence.tables import Tables
    from wardwise.figures.desk import Desk
    from wardwise.figures.records_desk import RecordsDesk


# Group → the fixtures that are dear to make, and made once in it
DEAR = {"exampleshire": {"built", "made", "whole_data"}, "luton": {"luton_desk"}}
SHARED = Path(__file__).resolve().parent.parent / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that share what is dear to make are run by one process, which makes it once."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(_group(item)))


def _group(item: pytest.Item) -> str:
    names = set(getattr(item, "fixturenames", ()))
    for group, dear in DEAR.items():
        if names & dear:
            return group
    return item.path.as_posix()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data and reference results, beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the real open data and reference results (../shared) are not here")
    return SHARED


@pytest.fixture(scope="session")
def luton_desk(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The desk of Luton, laid out from the real data as a run does it."""
    from tests.luton import luton_desk

    return luton_desk(shared / "data", store=tmp_path_factory.mktemp("luton"))


@pytest.fixture(scope="session")
def force_tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """The stored tables of a made-up force (tests/tidy_force.py)."""
    from tests.tidy_force import stored

    return stored(tmp_path_factory.mktemp("tidy_force"))


@pytest.fixture(scope="session")
def force_desk(force_tables: Tables) -> Desk:
    """The desk of its partnership, laid out from those tables as a run does it."""
    from tests.tidy_force import desk_of

    return desk_of(force_tables)


@pytest.fixture(scope="session")
def records_desk(tmp_path_factory: pytest.TempPathFactory) -> RecordsDesk:
    """The desk of a made-up place with records and no geography (tests/records_place.py)."""
    from tests.records_place import place_desk

    return place_desk(tmp_path_factory.mktemp("records_place"))


@pytest.fixture(scope="session")
def extract_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The same desk beside a force's extract (tests/partner_extract.py)."""
    from tests.partner_extract import partner_tables
    from tests.tidy_force import desk_of, stored, tidy_tables

    return desk_of(stored(tmp_path_factory.mktemp("extract"), tidy_tables() | partner_tables()))
