"""Cards are read from beside the settings, and refused if anybody changed one."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from wardwise.domain.card import card_text, lock_card
from wardwise.domain.errors import CardChanged
from wardwise.sources.cards import read_cards


def kept(folder: Path, name: str, day: int) -> Path:
    card = lock_card(
        file="", initiative="Locks", locked_on=datetime.date(2025, 9, day), terms={"start": "x"}
    )
    (folder / "cards").mkdir(exist_ok=True)
    path = folder / "cards" / name
    path.write_text(card_text(card), "utf-8")
    return path


def test_no_folder_is_no_card(tmp_path: Path) -> None:
    assert read_cards(tmp_path) == ()


def test_the_earliest_locked_comes_first(tmp_path: Path) -> None:
    kept(tmp_path, "a.json", 20)
    kept(tmp_path, "b.json", 3)
    assert [card.file for card in read_cards(tmp_path)] == ["cards/b.json", "cards/a.json"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('"x"', '"y"'), "somebody has changed it"),
        (("2025-09-20", "2025-09-02"), "somebody has changed it"),
        (("2025-09-20", "soon"), "cannot be read as a card"),
        (('"terms"', '"words"'), "cannot be read as a card"),
        (("{", "["), "cannot be read as a card"),
    ],
)
def test_a_card_that_was_changed_is_refused(
    tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    path = kept(tmp_path, "a.json", 20)
    path.write_text(path.read_text("utf-8").replace(*change, 1), "utf-8")
    with pytest.raises(CardChanged, match=f"cards/a.json: .*{said}") as refused:
        read_cards(tmp_path)
    assert refused.value.exit_code == 25
