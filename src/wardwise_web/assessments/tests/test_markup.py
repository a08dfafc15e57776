"""Blocks of a paper as the pages show them."""

from __future__ import annotations

from wardwise.document.blocks import Align, Column, Table
from wardwise_web.assessments.presenters.markup import Marker


def test_a_column_without_a_name_has_no_empty_heading_and_a_table_is_no_landmark():
    table = Table(
        name="groups",
        caption="The largest groups",
        columns=(Column("Group", Align.LEFT), Column("")),
        rows=(("16 to 24", "up"),),
    )
    made = Marker().table(table)
    assert made.count('<th scope="col"') == 1
    assert "></th>" not in made
    assert 'role="region"' not in made  # two of one name could not be told apart
