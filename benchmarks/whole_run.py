"""Whole runs as a person starts them: cold, again, after one sentence; and the demo.

Each is one command in a process of its own, with an empty store for the cold ones. There is
no peer: nothing else makes these documents.

    python benchmarks/whole_run.py [luton_cold|luton_again|luton_one_sentence|demo]
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path


ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
SETTINGS = ROOT / "settings" / "luton.yaml"
COMMAND = [sys.executable, "-m", "wardwise.cli"]
MEGABYTES = 2000


PEAKS = [0.0]


def timed(arguments: list[str]) -> float:
    """Seconds of wall clock for one command."""
    start = time.perf_counter()
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            PEAKS.append(resident(process.pid))
            time.sleep(0.05)
    assert process.returncode == 0
    return time.perf_counter() - start


def resident(process: int) -> float:
    """Megabytes that a process and those it started hold now; nought where that is not told."""
    folder = Path(f"/proc/{process}")
    try:
        pages = int((folder / "statm").read_text().split()[1])
        below = (folder / "task" / str(process) / "children").read_text().split()
    except OSError:
        return 0.0
    own = pages * resource.getpagesize() / 1e6
    return own + sum(resident(int(child)) for child in below)


def luton(settings: Path, folder: Path) -> list[str]:
    """The command that builds Luton."""
    return ["assess", str(settings), "--data", str(SHARED), "--out", str(folder / "luton")]


def luton_cold(folder: Path) -> float:
    """From the zip to every document, with nothing kept."""
    return timed(luton(SETTINGS, folder))


def luton_again(folder: Path) -> float:
    """The same command when nothing has changed."""
    timed(luton(SETTINGS, folder))
    return timed(luton(SETTINGS, folder))


def luton_one_sentence(folder: Path) -> float:
    """After one sentence of the settings is edited."""
    settings = folder / "luton.yaml"
    text = SETTINGS.read_text("utf-8")
    settings.write_text(text, "utf-8")
    timed(luton(settings, folder))
    assert "prepared_by:" in text
    settings.write_text(text.replace("prepared_by: ", "prepared_by: The analysts of "), "utf-8")
    return timed(luton(settings, folder))


def demo(folder: Path) -> float:
    """The made-up partnership, data and documents."""
    return timed(["demo", "--out", str(folder / "exampleshire")])


RUNS: dict[str, tuple[Callable[[Path], float], float]] = {
    "luton_cold": (luton_cold, 45),
    "luton_again": (luton_again, 5),
    "luton_one_sentence": (luton_one_sentence, 15),
    "demo": (demo, 60),
}


def main() -> None:
    """Measure what is named, or everything; one line each."""
    for name in sys.argv[1:] or RUNS:
        run, goal = RUNS[name]
        with tempfile.TemporaryDirectory(prefix="wardwise-bench-") as folder:
            seconds = run(Path(folder))
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        peak = max(largest, *PEAKS)  # of the largest process, or of all of a run together
        line = {
            "name": name,
            "ours_seconds": round(seconds, 2),
            "peer": None,
            "peer_seconds": None,
            "ratio": None,
            "goal": f"at most {goal:g} s and {MEGABYTES:,} MB",
            "met": seconds <= goal and peak <= MEGABYTES,
            "peak_mb": round(peak),
        }
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
