"""Runs every benchmark, or the one named; each prints one JSON line.

python benchmarks/run.py [import_street|import_zip|partner_import|luton_cold|luton_again|…]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from near_repeats import NAMES
from whole_run import RUNS


HERE = Path(__file__).resolve().parent
SCRIPTS = {
    "import_zip": ["import_zip.py"],
    "import_street": ["import_street.py"],
    "partner_import": ["partner_import.py"],
    "forecast": ["forecast.py"],
    "hour_by_weekday": ["hour_by_weekday.py"],
    "weighted_displacement": ["weighted_displacement.py"],
    "stl_and_xmr": ["stl_and_xmr.py"],
    "points_in_areas": ["points_in_areas.py"],
    "kde": ["kde.py"],
    "concentration": ["concentration.py"],
    "hot_spots": ["hot_spots.py"],
    "scan": ["scan.py"],
    "scorers": ["scorers.py"],
    "web_load_sqlite": ["web_load.py", "sqlite"],
    "web_load_postgresql": ["web_load.py", "postgresql"],
    **{f"near_repeats_{name}": ["near_repeats.py", name] for name in NAMES},
    **{name: ["whole_run.py", name] for name in RUNS},
}


def main() -> int:
    """The exit code is that of the first that could not run."""
    wanted = sys.argv[1:] or list(SCRIPTS)
    unknown = [name for name in wanted if name not in SCRIPTS]
    if unknown:
        print(f"There is no benchmark '{unknown[0]}'. There are: {', '.join(SCRIPTS)}.")
        return 2
    codes = [
        subprocess.run([sys.executable, str(HERE / script[0]), *script[1:]], check=False).returncode
        for script in (SCRIPTS[name] for name in wanted)
    ]
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
