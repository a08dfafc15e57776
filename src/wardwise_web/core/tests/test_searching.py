"""Search: every word, with the same letters on any database."""

from __future__ import annotations

import pytest

from wardwise_web.core.searching import has_words, words_around, words_of


# asked, text, whether it is found
WORDS = [
    ("canal", "The CANAL path", True),
    ("canal path", "path by the canal", True),
    ("canal road", "path by the canal", False),
    ("cafe", "The Café", True),
    ("CAFÉ", "the cafe", True),
    ("a", "a path", False),
    ("stra", "Straße", True),
]


@pytest.mark.parametrize(("asked", "text", "is_found"), WORDS)
def test_every_word_is_found_whatever_its_letters(asked, text, is_found):
    wanted = words_of(asked)
    assert (bool(wanted) and has_words(text, wanted)) is is_found


def test_the_words_around_are_cut_on_both_sides():
    text = f"{'before ' * 30}needle {'after ' * 30}"
    around = words_around(text, ("needle",))
    assert around.startswith("…")
    assert around.endswith("…")
    assert "needle" in around
    assert len(around) < 170
    assert set(around.strip("…").split()) == {"before", "needle", "after"}  # whole words
