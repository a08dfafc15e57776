"""What every test may ask for."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest


# The web application's own folder for these tests, said before Django reads its settings
os.environ.setdefault("WARDWISE_HOME", tempfile.mkdtemp(prefix="wardwise-tests-"))
os.environ["WARDWISE_SECURE"] = "0"
os.environ["DJANGO_SETTINGS_MODULE"] = "wardwise_web.config.settings"

import django


django.setup()  # now: a room's own conftest, named on the command line, is read before any hook


if TYPE_CHECKING:
    from tests.postgres import Server
    from wardwise.evidence.tables import Tables
    from wardwise.figures.desk import Desk
    from wardwise.figures.records_desk import RecordsDesk


# So that neither of two processes is left alone with a long file at the end
LONGEST_FIRST = (
    "browser/test_whole_year.py",
    "functional/test_identifier_hunt.py",
    "functional/test_partner_run.py",
    "functional/test_assess.py",
    "functional/test_partner_figures.py",
    "oracle/test_records_papers.py",
    "functional/test_two_engines.py",
    "functional/test_partner_returns.py",
    "oracle/test_real_years.py",
    "functional/test_demo_data.py",
    "functional/test_linkage.py",
    "golden/test_exampleshire_golden.py",
    "coverage/test_coverage.py",
    "bad_input/test_list.py",
    "property/test_threats_rules.py",
)
# Many rounds of what other tests have gone through line by line: tracing them tells nothing more
NOT_TRACED = (
    "coverage/test_coverage.py",
    "detection/test_detection.py",
    "property/test_threats_rules.py",
    "functional/test_identifier_hunt.py",
    "functional/test_two_engines.py",
    "oracle/test_second_workings.py",
    "oracle/test_records_papers.py",
    "oracle/test_real_years.py",
    "timing/test_timing.py",
    "web/test_permission_matrix.py",
)
SHARED = Path(__file__).resolve().parent.parent / "shared"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files first. A file is run by one process, which makes what it needs once."""
    for item in items:
        if item.path.as_posix().endswith(NOT_TRACED):
            item.add_marker(pytest.mark.no_cover)
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    path = item.path.as_posix()
    return next(
        (n for n, end in enumerate(LONGEST_FIRST) if path.endswith(end)), len(LONGEST_FIRST)
    )


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data and reference results, beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the real open data and reference results (../shared) are not here")
    return SHARED


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up data of Exampleshire and its settings file."""
    from wardwise.demo import make_data, settings_text

    folder = tmp_path_factory.mktemp("made")
    make_data(to=folder / "data")
    (folder / "exampleshire.yaml").write_text(settings_text(), "utf-8")
    return folder


@pytest.fixture(scope="session")
def built(made: Path) -> Path:
    """The folder of a finished run; its store lies beside it."""
    from wardwise.pipeline.assess import assess

    out = made / "runs" / "exampleshire"
    assess(made / "exampleshire.yaml", folders=[made / "data"], out=out)
    return out


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run of Exampleshire with what partners sent beside it, as the demo makes it.

    ``WARDWISE_DEMO_RUN`` may name one that is finished already.
    """
    from wardwise.pipeline.demo import demo

    if ready := os.environ.get("WARDWISE_DEMO_RUN"):
        return Path(ready)
    out = tmp_path_factory.mktemp("exampleshire") / "run"
    demo(out=out)
    return out


@pytest.fixture(scope="session")
def read_store(built: Path) -> Callable[[Path], Path]:
    """Copies the store of that run: whoever builds with the same open data reads it no more."""

    def copied(to: Path) -> Path:
        return Path(shutil.copytree(built.parent / ".wardwise", to))

    return copied


@pytest.fixture(scope="session")
def partner_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up data with every partner's file."""
    from wardwise.demo import make_data

    return make_data(to=tmp_path_factory.mktemp("with partners"), with_partners=True)


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


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A real PostgreSQL that was started for these tests; skips, saying so, where there is none."""
    from tests.postgres import NoPostgres, postgres_server

    with ExitStack() as running:
        try:
            server = running.enter_context(postgres_server())
        except NoPostgres as reason:
            pytest.skip(str(reason))
        yield server
