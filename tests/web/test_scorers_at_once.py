"""Twenty scorers give sixty marks each at once, on SQLite and on PostgreSQL: none is lost, none is
doubled, and the audit has a row for each. How long it takes is for the benchmark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.postgres import Server
from tests.web.installation import Installation
from tests.web.scorers import MARKS, SCORERS, play, set_up
from tests.web.site import served


pytestmark = pytest.mark.slow


@pytest.fixture(params=["sqlite", "postgresql"])
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Installation:
    if request.param == "sqlite":
        return Installation(tmp_path)
    server: Server = request.getfixturevalue("postgres")
    return Installation(tmp_path, server.new_database("scorers"))


def test_none_lost_none_doubled(installation: Installation) -> None:
    browsers = set_up(installation)
    assert len(browsers) == SCORERS
    with served(installation, threads=8) as site:
        played = play(site, browsers)
    assert played.failures == ()
    assert (played.marks, played.places, played.wrong) == (SCORERS * MARKS, SCORERS * MARKS, 0)
    assert played.audited == SCORERS * MARKS
    assert played.chain_is_whole
