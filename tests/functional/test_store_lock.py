"""Building and erasing are kept apart, between real processes and after one is killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.sample_folder import SAMPLETON, sample_folder
from wardwise.domain.errors import EvidenceMissing, StoreError
from wardwise.pipeline.assess import assess
from wardwise.pipeline.check import check
from wardwise.pipeline.new_partnership import write_settings
from wardwise.store.lock import LOCK, NOTE, alone, at_work, sharing


HOLDER = """\
import sys
from pathlib import Path
from wardwise.store.lock import alone, sharing
with {kind}(Path(sys.argv[1]), "{command}", by="anna"):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(root: Path, kind: str, command: str) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the store until its input ends."""
    code = HOLDER.format(kind=kind, command=command)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder


def wardwise(*command: str) -> subprocess.CompletedProcess[str]:
    """The command itself, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "wardwise.cli", *command],
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_erasure_waits_until_nobody_builds(tmp_path: Path) -> None:
    erase = "erase", "--expired", "--store", str(tmp_path)
    with another(tmp_path, "sharing", "assess") as holder:
        refused = wardwise(*erase)
        assert refused.returncode == 19
        assert f"'wardwise assess' (process {holder.pid}, by anna, since " in refused.stderr
        assert "Wait until it has finished, and run again" in refused.stderr
        assert "Traceback" not in refused.stderr
    assert wardwise(*erase).stdout == "Nothing in the store is past its date.\n"


@pytest.fixture
def sampleton(tmp_path: Path) -> tuple[Path, Path]:
    """Settings and data of a small partnership, of which the workbook of the ONS is missing."""
    data, settings = sample_folder(tmp_path), tmp_path / "sampleton.yaml"
    write_settings(SAMPLETON, source="police_uk", folders=[data], to=settings)
    return settings, data


def test_a_run_waits_until_nobody_erases(tmp_path: Path, sampleton: tuple[Path, Path]) -> None:
    store = tmp_path / "store"
    given = str(sampleton[0]), "--data", str(sampleton[1]), "--store", str(store)
    with another(store, "alone", "erase") as holder:
        for command in ("assess", "check"):
            out = ("--out", str(tmp_path / "out")) if command == "assess" else ()
            refused = wardwise(command, *given, *out)
            assert refused.returncode == 19, command
            assert f"'wardwise erase' (process {holder.pid}, by anna" in refused.stderr
        assert not (store / "tidy").exists()
        assert not (tmp_path / "out").exists()


def test_a_run_has_the_lock_while_it_reads(tmp_path: Path, sampleton: tuple[Path, Path]) -> None:
    settings, data = sampleton
    store, refused = tmp_path / "store", []

    def tell(stage: str) -> None:
        try:
            with alone(store, "erase", by="anna"):
                pass
        except StoreError as told:
            refused.append((stage, str(told)))

    for run in (
        lambda: check(settings, folders=[data], store=store, tell=tell),
        lambda: assess(settings, folders=[data], out=tmp_path / "out", store=store, tell=tell),
    ):
        with pytest.raises(EvidenceMissing):
            run()
    reading = [told for stage, told in refused if stage == "Reading geography"]
    assert ["'wardwise check'" in reading[0], "'wardwise assess'" in reading[1]] == [True, True]


def test_a_lock_goes_with_the_process_that_was_killed(tmp_path: Path) -> None:
    with another(tmp_path, "alone", "erase") as holder:
        with (
            pytest.raises(StoreError, match="cannot run beside it"),
            sharing(tmp_path, "assess", by="ben"),
        ):
            pass
        holder.kill()
        holder.wait()
        with sharing(tmp_path, "assess", by="ben"):
            (told,) = at_work(tmp_path)
            assert "'wardwise assess'" in told
            assert "by ben" in told
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]


def test_many_may_build_at_once(tmp_path: Path) -> None:
    with sharing(tmp_path, "assess", by="anna"), sharing(tmp_path, "check", by="ben"):
        assert len(at_work(tmp_path)) == 2
        with (
            pytest.raises(StoreError, match=r"wardwise (assess|check)"),
            alone(tmp_path, "erase", by="carl"),
        ):
            pass
    assert not list(tmp_path.glob(f"{NOTE}*"))


def test_a_store_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file", "utf-8")
    with (
        pytest.raises(StoreError, match="cannot be written"),
        sharing(tmp_path / "store", "assess", by="anna"),
    ):
        pass
