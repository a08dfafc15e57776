"""A finished folder in the place of the last good one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from wardwise.domain.errors import StoreError
from wardwise.store.swap import recover, swap_in


# A process that is killed between the two renames of a swap
HALF_A_SWAP = """
import os, sys, time
from pathlib import Path
from wardwise.store import swap
replace, done = os.replace, []
def once(old, new):
    if done:
        print("half", flush=True)
        time.sleep(600)
    done.append(replace(old, new))
swap.os.replace = once
swap.swap_in(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def folder(path: Path, text: str) -> Path:
    """A folder with one document in it."""
    path.mkdir()
    (path / "assessment.html").write_text(text)
    return path


def held(path: Path) -> str:
    """What the document in the folder says."""
    return (path / "assessment.html").read_text()


def test_the_first_run_is_put_in_place(tmp_path: Path) -> None:
    swap_in(folder(tmp_path / "new", "first"), tmp_path / "out")
    assert held(tmp_path / "out") == "first"


def test_a_run_takes_the_place_of_the_last_in_whole(tmp_path: Path) -> None:
    (folder(tmp_path / "out", "last") / "left over.csv").write_text("")
    swap_in(folder(tmp_path / "new", "next"), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["assessment.html"]
    assert held(tmp_path / "out") == "next"


def test_a_swap_killed_half_way_is_put_right(tmp_path: Path) -> None:
    folder(tmp_path / "out", "last")
    new = folder(tmp_path / "new", "next")
    with subprocess.Popen(
        [sys.executable, "-c", HALF_A_SWAP, str(new), str(tmp_path / "out")],
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        process.kill()
    assert not (tmp_path / "out").exists()  # the last run has stepped aside
    recover(tmp_path / "out")
    assert held(tmp_path / "out") == "last"
    swap_in(new, tmp_path / "out")
    assert held(tmp_path / "out") == "next"


def test_what_stepped_aside_goes_once_the_new_run_stands(tmp_path: Path) -> None:
    folder(tmp_path / "out", "next")
    folder(tmp_path / ".out-last", "last")
    recover(tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_swap_that_fails_leaves_the_last_run_standing(tmp_path: Path) -> None:
    folder(tmp_path / "out", "last")
    with pytest.raises(StoreError, match="cannot be put in place") as refused:
        swap_in(tmp_path / "never written", tmp_path / "out")
    assert refused.value.exit_code == 19
    assert held(tmp_path / "out") == "last"
