"""Erasure: no row of the person is left in the store, the sums hold, and it is remembered."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from tests.partner_folder import SECRET, VICTIM_HEADER, asked, crimes, read, victim, written
from wardwise.domain.erasure import REASONS, token_of
from wardwise.domain.errors import AssessmentError, StoreError
from wardwise.pipeline.erase import Eraser, certificate_text, erase_old_originals
from wardwise.pipeline.erase_command import Asked, erase
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.originals import keep_encrypted
from wardwise.store.erased import Register
from wardwise.store.erasing import without_erased
from wardwise.store.tidy import TidyStore


AT = datetime.datetime(2026, 11, 20, 9, 30, tzinfo=datetime.UTC)
KEYS = Keys(SECRET)
ONE = "a" * 64


def key_of(number: str) -> str:
    (key,) = KEYS.of("person", pa.array([number])).to_pylist()
    return str(key)


@pytest.fixture
def imported(tmp_path: Path) -> Imported:
    """Twelve crimes; N1 is the victim of crimes 1 and 2, N2 of crime 3, once with a bad age."""
    written(tmp_path, "crimes.csv", crimes())
    rows = [
        victim(1),
        victim(1, REF="40/2/24"),
        victim(2, REF="40/3/24"),
        victim(1, REF="40/4/24", AGE="x"),
    ]
    written(tmp_path, "victims.csv", [VICTIM_HEADER, *rows])
    crime_file = asked("recorded_crime", "crimes.csv", free_text=["free_text"])
    return read(tmp_path, crime_file, asked("victims", "victims.csv"))


@pytest.fixture
def store(tmp_path: Path, imported: Imported) -> Path:
    root = tmp_path / "store"
    tidy = TidyStore(root)
    tidy.put(ONE, tables=imported.tables, notices=["Told."])
    tidy.put("b" * 64, tables={"lsoa": pa.table({"lsoa_code": ["E01"]})}, notices=())
    tidy.put("c" * 64, tables={"evidence": pa.table({"evidence": [b"x"]})}, notices=())
    tidy.put("d" * 64, tables={"file_read": imported.tables["file_read"]}, notices=())
    return root


def tables(root: Path) -> dict[str, pa.Table]:
    kept = TidyStore(root).find(ONE)
    assert kept is not None
    assert kept.notices == ("Told.",)
    return {name: pq.read_table(path) for name, path in kept.tables.items()}


def line(found: dict[str, pa.Table], path: str) -> dict[str, object]:
    (row,) = [row for row in found["partner_file"].to_pylist() if row["path"] == path]
    return dict(row)


def test_every_row_of_the_person_goes_and_nobody_elses(store: Path) -> None:
    before = tables(store)
    certificate = Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    found = tables(store)
    assert found["partner_person"]["person_key"].to_pylist() == [key_of("N2")]
    # three of the four victims' rows are N1's; the age 'x' was a fault of the row that went
    assert certificate.rows == {"partner_person": 3, "partner_fault": 1}
    assert before["partner_fault"].num_rows - found["partner_fault"].num_rows == 1
    # no crime is lost: twelve were recorded, and twelve are counted
    assert found["partner_record"].num_rows == 12
    # what was written about crimes 1, 2 and 4 is emptied
    assert certificate.free_texts == 3
    assert found["partner_record"]["free_text"].null_count == 3


def test_rows_in_remain_used_and_set_aside(store: Path) -> None:
    Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    found = tables(store)
    victims = line(found, "victims.csv")
    aside = [row for row in found["set_aside"].to_pylist() if row["file"] == "victims.csv"]
    assert aside == [
        {
            "source": "partner:victims",
            "file": "victims.csv",
            "reason": REASONS["person"],
            "rows": 3,
        }
    ]
    # 4 rows in = 1 used + 3 set aside
    assert (victims["rows_in"], victims["rows_used"]) == (4, 1)
    read_line = [row for row in found["file_read"].to_pylist() if row["path"] == "victims.csv"]
    assert [row["rows_used"] for row in read_line] == [1]


def test_what_rests_on_the_rows_is_made_again_and_the_rest_is_left(store: Path) -> None:
    certificate = Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    tidy = TidyStore(store)
    assert certificate.made_again == 2
    assert [tidy.find(letter * 64) is not None for letter in "bcd"] == [True, False, False]
    assert not [path for path in store.iterdir() if path.name.startswith(".")]


def test_the_key_is_nowhere_in_the_store_any_more(store: Path) -> None:
    key = key_of("N1")
    Eraser(store, "A. Analyst", AT).person(key)
    for path in store.rglob("*"):
        if not path.is_file():
            continue
        assert key.encode() not in path.read_bytes(), path.name
        if path.suffix == ".parquet":
            assert key not in repr(pq.read_table(path).to_pylist()), path.name


def test_a_re_import_leaves_the_rows_out_in_the_same_way(store: Path, imported: Imported) -> None:
    Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    again, taken = without_erased(imported.tables, Register(store))
    assert taken.by_table["partner_person"] == 3
    for name, table in tables(store).items():
        assert again[name].to_pylist() == table.to_pylist(), name


def test_erasing_again_finds_nothing_and_is_certified_too(store: Path) -> None:
    eraser = Eraser(store, "A. Analyst", AT)
    eraser.person(key_of("N1"))
    assert eraser.person(key_of("N1")).rows == {}
    assert len(Register(store).entries) == 1


def test_somebody_who_is_in_no_file_is_remembered_all_the_same(store: Path) -> None:
    certificate = Eraser(store, "A. Analyst", AT).person(key_of("N99"))
    assert certificate.rows == {}
    assert set(Register(store).tokens("person")) == {token_of(key_of("N99"))}
    assert TidyStore(store).find("c" * 64) is not None  # nothing had to be made again


def test_a_file_goes_with_every_row_and_its_line_stays(store: Path) -> None:
    sha256 = str(line(tables(store), "crimes.csv")["sha256"])
    certificate = Eraser(store, "A. Analyst", AT).dataset("recorded_crime", sha256)
    found = tables(store)
    assert found["partner_record"].num_rows == 0
    assert found["partner_person"].num_rows == 4
    assert certificate.rows["partner_record"] == 12
    crime_line = line(found, "crimes.csv")
    assert (crime_line["rows_in"], crime_line["rows_used"]) == (12, 0)
    reasons = {row["reason"]: row["rows"] for row in found["set_aside"].to_pylist()}
    assert reasons[REASONS["dataset"]] == 12
    assert "recorded_crime" in Register(store).notices[0]


def test_the_encrypted_copy_of_the_file_goes_too(store: Path, tmp_path: Path) -> None:
    found = line(tables(store), "victims.csv")
    kept = keep_encrypted(
        tmp_path / "partners" / "victims.csv",
        sha256=str(found["sha256"]),
        retain_until=datetime.date(2030, 3, 31),
        secret=SECRET,
        root=store,
    )
    certificate = Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    assert certificate.originals == 1
    assert not kept.exists()


def test_what_is_past_its_date_goes(store: Path) -> None:
    later = Eraser(store, "A. Analyst", datetime.datetime(2030, 4, 1, tzinfo=datetime.UTC))
    assert Eraser(store, "A. Analyst", AT).expired() == ()
    assert [one.rows.get("partner_record", 0) for one in later.expired()] == [12, 0]
    assert tables(store)["partner_person"].num_rows == 0


def test_a_run_deletes_old_originals_and_tells(store: Path, tmp_path: Path) -> None:
    kept = keep_encrypted(
        tmp_path / "partners" / "victims.csv",
        sha256="f" * 64,
        retain_until=datetime.date(2020, 3, 31),
        secret=SECRET,
        root=store,
    )
    (told,) = erase_old_originals(store)
    assert told.startswith("1 encrypted originals were past their date")
    assert not kept.exists()
    assert erase_old_originals(store) == ()


def test_the_certificate_names_no_person(store: Path) -> None:
    certificate = Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    (path,) = [path for path in (store / "erasures").iterdir() if path.name != "erased.json"]
    told = path.read_text("utf-8") + certificate_text(certificate)
    assert key_of("N1") not in told
    assert token_of(key_of("N1")) not in told
    assert "N1" not in told
    assert json.loads(path.read_text("utf-8"))["by"] == "A. Analyst"
    assert "2026-11-20T09:30:00+00:00" in told


def test_the_command_goes_from_a_number_and_the_secret_to_the_key(
    store: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text(SECRET.decode(), "utf-8")
    settings = {
        "partnership": {"code": "E06999991", "name": "Sampleton", "force": "Sampleshire"},
        "evidence": {"recorded_crime": "area_counts"},
        "people": {"secret_file": "secret"},
        "partner_files": [
            json.loads(asked("victims", "victims.csv").model_dump_json(exclude_none=True))
        ],
    }
    (tmp_path / "sample.yaml").write_text(json.dumps(settings), "utf-8")
    told = erase(
        Asked(store=store, by="A. Analyst", settings=tmp_path / "sample.yaml", person=" n1 ")
    )
    assert "3  rows of partner_person" in told
    assert tables(store)["partner_person"]["person_key"].to_pylist() == [key_of("N2")]
    # another secret would not know the person again: who reads the list is told so
    assert Register(store).entries[0].fingerprint == KEYS.fingerprint


@pytest.mark.parametrize(
    "wrong", [{"key": "N1"}, {"dataset": "victims", "file": "12"}, {"person": "N1"}]
)
def test_what_cannot_be_is_refused_and_nothing_is_erased(
    store: Path, wrong: dict[str, str]
) -> None:
    with pytest.raises(AssessmentError) as refused:
        erase(Asked(store=store, by="A. Analyst", **wrong))  # type: ignore[arg-type]
    assert "N1" not in str(refused.value)
    assert tables(store)["partner_person"].num_rows == 4


def test_a_damaged_list_stops_everything(store: Path) -> None:
    (store / "erasures").mkdir()
    (store / "erasures" / "erased.json").write_text("[")
    with pytest.raises(StoreError, match="would come back"):
        Eraser(store, "A. Analyst", AT).person(key_of("N1"))
    assert pc.all(pc.is_valid(tables(store)["partner_person"]["person_key"])).as_py()
