"""Two small files without a common number: who is linked, by which key, and what is kept."""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from wardwise.domain.errors import SettingsError
from wardwise.sources.partner_files.keys import Keys
from wardwise.sources.partner_files.linkage import Compared, Linkable, compared, linked_at
from wardwise.sources.partner_files.linkage_model import MEANING, scored_pairs
from wardwise.sources.partner_files.linkage_told import SAMPLE


KEYS = Keys(b"a made-up secret of the tests")
PEOPLE, BOTH = 400, 60
SYLLABLES = ("BRAM", "QUILL", "FEN", "GRIM", "HAZ", "INK", "JOL", "KET", "LUM", "MUD")


def people(n: int = PEOPLE) -> pd.DataFrame:
    """Made-up persons, no two with the same name and birth."""
    who = np.arange(n)
    return pd.DataFrame(
        {
            "surname": [
                SYLLABLES[k % 10] + SYLLABLES[k // 10 % 10] + SYLLABLES[k % 7] for k in who
            ],
            "forename": [SYLLABLES[k * 7 % 10] + "A" * (1 + k % 3) for k in who],
            "born_on": [f"{1950 + k * 13 % 50}-{1 + k % 12:02d}-{1 + k * 5 % 28:02d}" for k in who],
            "sex": np.where(who % 3 > 0, "M", "F"),
            "home_lsoa": [f"E0100{k * 11 % 40:04d}" for k in who],
        },
        dtype=object,
    )


def file(name: str, said: pd.DataFrame, own: list[str | None] | None = None) -> Linkable:
    said = said.reset_index(drop=True)
    keys = pa.array(own or [None] * len(said), pa.string())
    return Linkable(name, pa.table({"person_key": keys}), said)


def two_files() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Everybody but the last hundred; and 60 of them, who have moved, with that hundred."""
    everybody = people()
    moved = everybody.iloc[:BOTH].assign(home_lsoa="E01009999")
    # the second of them is mistyped: two letters exchanged
    moved.loc[1, "surname"] = "QUILLBARMQUILL"
    return everybody.iloc[:-100], pd.concat([moved, everybody.iloc[-100:]])


@pytest.fixture(scope="module")
def found() -> Compared:
    first, second = two_files()
    return compared([file("victims", first), file("suspects", second)])


def test_people_in_both_files_share_a_key_and_nobody_else_does(found: Compared) -> None:
    victims, suspects = linked_at(0.9, found, keys=KEYS).keys
    for n in range(BOTH):
        assert victims[n] == suspects[n]
    assert len(set(victims.to_pylist())) == PEOPLE - 100
    assert not set(victims.to_pylist()) & set(suspects.to_pylist()[BOTH:])


def test_a_threshold_that_none_reaches_links_none(found: Compared) -> None:
    victims, suspects = linked_at(1 - 1e-12, found, keys=KEYS).keys
    assert not set(victims.to_pylist()) & set(suspects.to_pylist())


def test_the_suppliers_own_numbers_are_kept_and_join_what_they_name() -> None:
    first, second = two_files()
    numbers: list[str | None] = [f"n{row:03d}" for row in range(len(first))]
    numbers[5] = "n004"  # the supplier says that the sixth is the fifth
    linked = linked_at(
        0.9, compared([file("victims", first, numbers), file("suspects", second)]), keys=KEYS
    )
    victims, suspects = linked.keys
    assert victims.to_pylist() == numbers
    assert suspects.to_pylist()[:BOTH] == numbers[:BOTH]


def test_the_order_of_the_rows_changes_no_key(found: Compared) -> None:
    first, second = two_files()
    turned = compared([file("victims", first.iloc[::-1]), file("suspects", second.iloc[::-1])])
    for one, other in zip(
        linked_at(0.9, found, keys=KEYS).keys, linked_at(0.9, turned, keys=KEYS).keys, strict=True
    ):
        assert one.to_pylist() == other.to_pylist()[::-1]


def test_what_is_kept_says_how_alike_and_never_what(found: Compared) -> None:
    linked = linked_at(0.9, found, keys=KEYS)
    (counts,) = linked.tables["partner_linkage"].to_pylist()
    assert counts["people_in_several_files"] == BOTH
    assert counts["people"] == PEOPLE
    assert counts["rows_compared"] == PEOPLE - 100 + BOTH + 100
    review = linked.tables["partner_linkage_review"].to_pylist()
    assert 0 < len(review) <= SAMPLE
    said = {str(value) for column in found.records for value in found.records[column]}
    for pair in review:
        assert pair["accepted"] == (pair["probability"] >= 0.9)
        for name, levels in MEANING.items():
            assert pair[name] in (*levels, "not given")
            assert pair[name] not in said


def test_the_same_records_give_the_same_pairs(found: Compared) -> None:
    pd.testing.assert_frame_equal(scored_pairs(found.records), found.pairs)


def test_a_row_that_says_too_little_keeps_what_it_has() -> None:
    first, second = two_files()
    first.loc[7, ["born_on", "home_lsoa"]] = None
    first.loc[8, "surname"] = None
    linked = linked_at(0.9, compared([file("victims", first), file("suspects", second)]), keys=KEYS)
    assert linked.keys[0].to_pylist()[7:9] == [None, None]


def test_one_file_or_too_few_alike_are_refused() -> None:
    first, second = two_files()
    with pytest.raises(SettingsError, match="1 files have 'linkage: true'"):
        compared([file("victims", first)])
    with pytest.raises(SettingsError, match="0 of their records"):
        compared([file("victims", first), file("suspects", second.iloc[BOTH:])])


def test_without_the_library_it_is_said_how_to_get_it(
    found: Compared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(SettingsError, match=r"wardwise\[linkage\]"):
        scored_pairs(found.records)
