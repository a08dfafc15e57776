"""Twenty scorers, sixty marks each, at once over HTTP: p95 and the worst answer, by database.

Each scorer sends the next mark as soon as the last is answered, which no person does: it is as
many at once as twenty people can be. One mark in ten is pressed twice at the same moment. The
server is gunicorn with two workers of eight threads, as ``wardwise serve`` runs it but for the
threads; the database is on the same machine. They begin when every process has read the program in.

    python benchmarks/scorers.py            # prints a JSON line for each database
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path


sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.postgres import NoPostgres, postgres_server
from tests.web.installation import Installation
from tests.web.scorers import MARKS, SCORERS, Played, play, set_up
from tests.web.site import served


GOAL_P95, GOAL_WORST = 0.3, 2.0
SETTLES = 10  # seconds


def main() -> None:
    """Measure both, print a line for each."""
    with tempfile.TemporaryDirectory() as folder:
        _print("sqlite", _measured(Installation(Path(folder))))
    try:
        with postgres_server() as server, tempfile.TemporaryDirectory() as folder:
            url = server.new_database("scorers")
            _print("postgresql", _measured(Installation(Path(folder), url)))
    except NoPostgres as reason:
        print(json.dumps({"name": "scorers_postgresql", "not_measured": str(reason)}))


def _measured(installation: Installation) -> Played:
    browsers = set_up(installation)
    with served(installation, threads=8) as site:
        time.sleep(SETTLES)
        return play(site, browsers)


def _print(database: str, played: Played) -> None:
    p95, worst = played.quantile(0.95), max(played.seconds)
    line = {
        "name": f"scorers_{database}",
        "scorers": SCORERS,
        "marks": played.marks,
        "lost": SCORERS * MARKS - played.places,
        "doubled": played.marks - played.places,
        "errors": len(played.failures),
        "median_seconds": round(played.quantile(0.5), 3),
        "p95_seconds": round(p95, 3),
        "worst_seconds": round(worst, 3),
        "goal": f"p95 under {GOAL_P95} s, worst under {GOAL_WORST:g} s",
        "goal_met": p95 < GOAL_P95 and worst < GOAL_WORST,
    }
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
