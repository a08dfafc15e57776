"""The Bedfordshire zip alone, from the file on disk to monthly counts by LSOA and type.

Each round runs in a process of its own, whose libraries are loaded but which has read
nothing yet; the fastest counts.

    python benchmarks/import_zip.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from wardwise.sources.geography import read_geography
from wardwise.sources.police_uk import count_police_uk


GOAL = 1.0
ROUNDS = 5
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ARCHIVE = SHARED / "police_uk" / "bedfordshire_2021-05_2024-04.zip"


def one_round(folder: Path) -> dict[str, float]:
    """Seconds of one import, and the memory of this process."""
    geography = read_geography([SHARED]).tables
    start = time.perf_counter()
    count_police_uk(folders=[folder], lsoas=geography["lsoa"], lsoa_2011=geography["lsoa_2011"])
    seconds = time.perf_counter() - start
    return {
        "seconds": seconds,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def rounds() -> list[dict[str, float]]:
    """Every round, each in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="wardwise-bench-") as scratch:
        folder = Path(scratch) / "police_uk"
        folder.mkdir()
        shutil.copy(ARCHIVE, folder)
        command = [sys.executable, __file__, str(folder)]
        done = [
            subprocess.run(command, check=True, capture_output=True, text=True)
            for _ in range(ROUNDS)
        ]
    return [json.loads(each.stdout.splitlines()[-1]) for each in done]


def main() -> None:
    """Measure, print one line."""
    if len(sys.argv) == 2:
        print(json.dumps(one_round(Path(sys.argv[1]))))
        return
    if not ARCHIVE.is_file():
        raise SystemExit("the real open data (../shared/data) are not here")
    measured = rounds()
    seconds = min(each["seconds"] for each in measured)
    print(
        json.dumps(
            {
                "name": "import_zip",
                "ours_seconds": round(seconds, 2),
                "peer": None,
                "peer_seconds": None,
                "ratio": None,
                "goal": f"at most {GOAL:g} s",
                "met": seconds <= GOAL,
                "peak_mb": round(max(each["peak_mb"] for each in measured)),
            }
        )
    )


if __name__ == "__main__":
    main()
