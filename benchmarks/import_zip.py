"""The Bedfordshire zip alone, from the file on disk to monthly counts by LSOA and type.

python benchmarks/import_zip.py            # prints one JSON line
"""

from __future__ import annotations

import json
import resource
import shutil
import tempfile
import time
from pathlib import Path

from wardwise.sources.geography import read_geography
from wardwise.sources.police_uk import count_police_uk


GOAL = 1.0
ROUNDS = 5
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ARCHIVE = SHARED / "police_uk" / "bedfordshire_2021-05_2024-04.zip"


def main() -> None:
    """Measure, print one line."""
    if not ARCHIVE.is_file():
        raise SystemExit("the real open data (../shared/data) are not here")
    geography = read_geography([SHARED]).tables
    seconds = []
    with tempfile.TemporaryDirectory(prefix="wardwise-bench-") as scratch:
        folder = Path(scratch) / "police_uk"
        folder.mkdir()
        shutil.copy(ARCHIVE, folder)
        for _ in range(ROUNDS):
            start = time.perf_counter()
            count_police_uk(
                folders=[folder], lsoas=geography["lsoa"], lsoa_2011=geography["lsoa_2011"]
            )
            seconds.append(time.perf_counter() - start)
    print(
        json.dumps(
            {
                "name": "import_zip",
                "ours_seconds": round(min(seconds), 2),
                "peer": None,
                "peer_seconds": None,
                "ratio": None,
                "goal": f"at most {GOAL:g} s",
                "met": min(seconds) <= GOAL,
                "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
            }
        )
    )


if __name__ == "__main__":
    main()
