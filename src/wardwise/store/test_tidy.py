"""Tidy tables under a key: all of it or none of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from wardwise.domain.errors import StoreError
from wardwise.store.tidy import TidyStore, sweep


KEY, OTHER = "a" * 64, "b" * 64
TABLES = {"one": pa.table({"n": [1, 2]}), "two": pa.table({"n": [3]})}

# A process that begins to put a key and never ends: a table that takes for ever to write
ENDLESS = """
import sys, time
import pyarrow as pa, pyarrow.parquet as pq
from pathlib import Path
from wardwise.store import tidy
write = pq.write_table
def slow(table, path, **options):
    write(table, path, **options)
    print("written", flush=True)
    time.sleep(600)
tidy.pq.write_table = slow
table = pa.table({"n": [9]})
tidy.TidyStore(Path(sys.argv[1])).put(sys.argv[2], tables={"one": table, "two": table}, notices=())
"""


def test_what_was_put_is_found(tmp_path: Path) -> None:
    store = TidyStore(tmp_path)
    assert store.find(KEY) is None
    put = store.put(KEY, tables=TABLES, notices=["told"])
    found = store.find(KEY)
    assert found == put
    assert found.notices == ("told",)
    assert pq.read_table(found.tables["one"]).equals(TABLES["one"])


def test_a_key_put_again_replaces_the_tables(tmp_path: Path) -> None:
    store = TidyStore(tmp_path)
    store.put(KEY, tables=TABLES, notices=())
    again = store.put(KEY, tables={"three": TABLES["two"]}, notices=())
    assert sorted(again.tables) == ["three"]
    assert sorted(path.name for path in store.folder.iterdir()) == [KEY[:32]]


def test_a_key_with_a_table_gone_is_not_found(tmp_path: Path) -> None:
    store = TidyStore(tmp_path)
    store.put(KEY, tables=TABLES, notices=()).tables["one"].unlink()
    assert store.find(KEY) is None


def test_a_killed_import_leaves_the_last_good_state(tmp_path: Path) -> None:
    store = TidyStore(tmp_path)
    good = store.put(KEY, tables=TABLES, notices=())
    for key in (KEY, OTHER):
        with subprocess.Popen(
            [sys.executable, "-c", ENDLESS, str(tmp_path), key], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"written\n"
            process.kill()
    # The key that was there is as it was, the new one is not there at all
    assert store.find(KEY) == good
    assert pq.read_table(good.tables["one"]).equals(TABLES["one"])
    assert store.find(OTHER) is None
    left = list(store.folder.glob(".new-*"))
    assert len(left) in (1, 2)  # the second process may have swept up after the first
    store.put(OTHER, tables=TABLES, notices=())
    assert not list(store.folder.glob(".new-*"))


def test_the_work_of_a_living_process_is_not_swept_away(tmp_path: Path) -> None:
    mine = tmp_path / f".new-{os.getpid()}-x"
    mine.mkdir()
    sweep(tmp_path)
    assert mine.is_dir()


def test_a_store_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "tidy").write_text("")  # a file where the folder should be
    with pytest.raises(StoreError, match="cannot be written"):
        TidyStore(tmp_path).put(KEY, tables=TABLES, notices=())


def test_nothing_is_left_of_a_put_that_failed(tmp_path: Path) -> None:
    class Broken:
        """A table that the disk has no room for."""

    store = TidyStore(tmp_path)
    with pytest.raises(AttributeError):
        store.put(KEY, tables={"one": Broken()}, notices=())
    assert store.find(KEY) is None
    assert not list(store.folder.iterdir())


def test_a_table_that_was_cut_short_is_not_found(tmp_path: Path) -> None:
    put = TidyStore(tmp_path).put(KEY, tables=TABLES, notices=[])
    whole = put.tables["one"].read_bytes()
    for damaged in (whole[: len(whole) // 2], b"", b"PAR"):
        put.tables["one"].write_bytes(damaged)
        assert TidyStore(tmp_path).find(KEY) is None
    assert TidyStore(tmp_path).put(KEY, tables=TABLES, notices=[]) == put


@pytest.mark.parametrize("listing", ["[]", '{"tables": 3}', '{"tables": []}'])
def test_an_odd_listing_is_not_found(tmp_path: Path, listing: str) -> None:
    put = TidyStore(tmp_path).put(KEY, tables=TABLES, notices=[])
    (put.tables["one"].parent / "tables.json").write_text(listing, "utf-8")
    assert TidyStore(tmp_path).find(KEY) is None
