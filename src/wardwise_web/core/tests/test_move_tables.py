"""Every table of moves is in the docs as it is in the code, and leads somewhere."""

from __future__ import annotations

from pathlib import Path

from wardwise_web.core.move_tables import states_page, tables_of_rooms


PAGE = Path(__file__).resolve().parents[4] / "docs" / "reference" / "states.md"


def test_the_page_of_states_is_fresh():
    assert PAGE.read_text("utf-8") == states_page(), "run `python -m wardwise_web write_docs`"


def test_every_table_is_found():
    assert {name for _, name, _ in tables_of_rooms()} >= {"CHAPTER_MOVES", "PAPER_MOVES"}


def test_every_state_of_a_table_can_be_reached_from_its_first():
    for room, name, moves in tables_of_rooms():
        first = next(iter(moves))[0]
        reached, waiting = {first}, [first]
        while waiting:
            now = waiting.pop()
            for start, to in moves:
                if start == now and to not in reached:
                    reached.add(to)
                    waiting.append(to)
        lost = {state for pair in moves for state in pair} - reached
        assert not lost, f"{room}.{name}: nothing leads to {lost}"
