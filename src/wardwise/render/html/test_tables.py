"""What the template is told of a table."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.text import Strong, Text
from wardwise.render.html.tables import plain, shown_table


TABLE = Table(
    name="A name, with signs",
    caption="Made up",
    columns=(
        Column("Item", Align.LEFT),
        Column("What is asked", Align.LEFT),
        Column("Here", Align.LEFT, quiet=True),
        Column("Count"),
    ),
    rows=(
        (
            "a",
            "Levels and patterns of crime and disorder, or misuse",
            "met in part only",
            "7",
        ),
        ("b", "Changes", Text((Strong("not met"),)), "[x]"),
    ),
    groups=(1,),
)


def test_columns_ask_for_room_by_their_longest_cell() -> None:
    # 1 letter, 51 letters, 16 letters, and numbers
    assert [name for _, name in shown_table(TABLE).columns] == [
        "",
        "many-words",
        "words quiet",
        "number",
    ]


def test_rows_know_their_group_and_the_area_of_the_map_beside() -> None:
    rows = shown_table(TABLE, codes={"b": "E05000001"}).rows
    assert [row.classes for row in rows] == ["", "group"]
    assert [row.code for row in rows] == ["", "E05000001"]


def test_a_name_makes_an_anchor() -> None:
    assert shown_table(TABLE).anchor == "table-A-name-with-signs"


def test_symbols_are_explained_only_where_they_stand() -> None:
    assert shown_table(TABLE).symbols == ("[x] not known",)


def test_a_cell_is_read_as_a_person_reads_it() -> None:
    assert plain(Text((Strong("not"), " met"))) == "not met"
