"""Erasing a file takes its rows out of the engine's store; what was frozen stands."""

# ruff: noqa: F401, F811 - the fixtures of the rooms are taken in by name
from __future__ import annotations

import pyarrow.parquet as pq
import pytest
from django.utils import timezone

from tests.partner_folder import asked, crimes, read, written
from wardwise.store.lock import sharing
from wardwise.store.tidy import TidyStore
from wardwise_web.conftest import own_home, seats, sign_in
from wardwise_web.core.moves import MoveRefused
from wardwise_web.evidence.content import NotTaken
from wardwise_web.evidence.services import erase_file, hand_in
from wardwise_web.evidence.shelf import shelf, store_of
from wardwise_web.evidence.tests.files import upload


KEY = "a" * 64
TODAY = timezone.localdate()


@pytest.fixture
def handed(seats, tmp_path):
    """A file of crimes that a build has read into the store, by the engine's own reader."""
    from wardwise_web.evidence.services import declare_dataset
    from wardwise_web.evidence.tests.files import declaration

    written(tmp_path, "crimes.csv", crimes())
    imported = read(tmp_path, asked("recorded_crime", "crimes.csv", free_text=["free_text"]))
    by = seats.actor("analyst")
    dataset = declare_dataset(
        partnership=seats.partnership,
        agency=seats.agencies["police"],
        declaration=declaration(
            kind="recorded_crime", regime="part 3", marking="OFFICIAL-SENSITIVE"
        ),
        by=by,
    )
    content = (tmp_path / "partners" / "crimes.csv").read_bytes()
    made = hand_in(dataset=dataset, upload=upload("crimes.csv", content), received_on=TODAY, by=by)
    TidyStore(store_of(seats.partnership)).put(KEY, tables=imported.tables, notices=[])
    return made


def rows_held(seats):
    kept = TidyStore(store_of(seats.partnership)).find(KEY)
    return pq.read_table(kept.tables["partner_record"]).num_rows


def test_the_rows_go_with_the_bytes_and_the_certificate_says_so(seats, handed):
    before = rows_held(seats)
    assert before > 0
    erase_file(file=handed, because="The agreement has ended", by=seats.actor("analyst"))
    handed.refresh_from_db()
    assert rows_held(seats) == 0
    assert not (shelf(seats.partnership) / handed.path).exists()
    assert handed.certificate.startswith("Certificate of erasure")
    assert f"{before:,}  rows of partner_record" in handed.certificate
    assert "By           Asha Daley" in handed.certificate


def test_what_was_erased_is_not_taken_in_again(seats, handed, tmp_path):
    by = seats.actor("analyst")
    erase_file(file=handed, because="The agreement has ended", by=by)
    content = (tmp_path / "partners" / "crimes.csv").read_bytes()
    again = upload("crimes.csv", content)
    with pytest.raises(NotTaken, match=r"was erased on .* \(The agreement has ended\)"):
        hand_in(dataset=handed.dataset, upload=again, received_on=TODAY, by=by)
    other = hand_in(
        dataset=handed.dataset,
        upload=upload("crimes.csv", content + b"\n"),
        received_on=TODAY,
        by=by,
    )
    assert other.name == handed.name  # the name is free, the rows are not


def test_while_a_build_reads_nothing_is_erased(seats, handed):
    with (
        sharing(store_of(seats.partnership), "assess", by="somebody"),
        pytest.raises(MoveRefused, match="Nothing is erased"),
    ):
        erase_file(file=handed, because="Too late", by=seats.actor("analyst"))
    handed.refresh_from_db()
    assert handed.erased_at is None
    assert rows_held(seats) > 0
    assert (shelf(seats.partnership) / handed.path).exists()


def test_what_was_built_and_frozen_stands(seats, handed):
    store = store_of(seats.partnership)
    built = store.parent / "build-1" / "assessment.html"
    built.parent.mkdir(parents=True)
    built.write_text("As it was made", "utf-8")
    erase_file(file=handed, because="Asked for", by=seats.actor("analyst"))
    assert built.read_text("utf-8") == "As it was made"


def test_the_certificate_is_shown(sign_in, seats, handed):
    client = sign_in("analyst")
    address = f"/p/exampleshire/evidence/files/{handed.pk}/"
    assert client.get(f"{address}certificate/").status_code == 404
    page = client.post(f"{address}erase/", {"because": "Asked for"}, follow=True).content.decode()
    assert "Certificate of erasure" in page
    assert "rows of partner_record" in page
    assert sign_in("fire").get(f"{address}certificate/").status_code == 404
