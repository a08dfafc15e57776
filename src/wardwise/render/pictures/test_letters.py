"""Widths of words and where lines break."""

from __future__ import annotations

import pytest

from wardwise.render.pictures.letters import balanced, width_of, wrapped


def test_width_grows_with_size_and_weight() -> None:
    # Figures of one width: 497 thousandths of the size in the regular cut
    assert width_of("00", size=10) == pytest.approx(2 * 0.497 * 10)
    assert width_of("Luton", size=10, bold=True) > width_of("Luton", size=10)


def test_an_unknown_character_is_taken_for_a_wide_one() -> None:
    assert width_of("\ue000", size=10) == width_of("m", size=10)


def test_lines_break_at_spaces() -> None:
    lines = wrapped("Violence and sexual offences", size=11, room=80)
    assert " ".join(lines) == "Violence and sexual offences"
    assert all(width_of(line, size=11) <= 80 for line in lines)
    assert wrapped("", size=11, room=5) == [""]


def test_lines_of_a_name_are_of_even_width() -> None:
    assert balanced("Brierley Hill & Wordsley South", lines=2, size=9) == [
        "Brierley Hill &",
        "Wordsley South",
    ]
    assert balanced("Sedgley", lines=3, size=9) == ["Sedgley"]


def test_a_word_wider_than_the_line_is_parted() -> None:
    lines = wrapped("Neighbourhood", size=11, room=40)
    assert "".join(line.rstrip("-") for line in lines) == "Neighbourhood"
    assert all(width_of(line, size=11) <= 40 for line in lines)
    assert wrapped("Luton", size=11, room=5) == ["Luton"]  # five letters are never parted
