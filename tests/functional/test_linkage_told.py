"""What the evidence chapter tells of a linkage, and that each of its numbers is made again."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

from tests.partner_extract import partner_tables
from tests.tidy_force import desk_of, stored, tidy_tables
from wardwise.chapters.evidence_and_trust import CHAPTER
from wardwise.document.blocks import Paragraph, Table
from wardwise.document.section import Section
from wardwise.domain.figure import Figure
from wardwise.domain.recipe_json import parse_recipe, recipe_json
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables
from wardwise.sources.partner_files.linkage_told import linkage_tables


PAIRS = pd.DataFrame(
    {
        "unique_id_l": [0, 1, 2, 3],
        "unique_id_r": [4, 5, 6, 7],
        "match_probability": [0.99, 0.95, 0.6, 0.02],
        "match_weight": [6.6, 4.2, 0.6, -5.6],
        "gamma_surname": [3, 3, 2, 0],
        "gamma_forename": [3, 3, 3, 1],
        "gamma_born_on": [5, 4, -1, 5],
        "gamma_sex": [1, 1, 1, 0],
        "gamma_home_lsoa": [1, 0, -1, 1],
    }
)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    linked = linkage_tables(
        files=["a.csv", "b.csv"],
        file=np.array([0, 0, 0, 0, 1, 1, 1, 1]),
        record=np.arange(8),
        # the first two of each file are one person with the first two of the other
        person=np.array([0, 1, 2, 3, 0, 1, 4, 5]),
        pairs=PAIRS,
        threshold=0.9,
    )
    found = tidy_tables() | partner_tables() | dict(linked)
    return stored(tmp_path_factory.mktemp("linked"), found)


@pytest.fixture(scope="module")
def section(tables: Tables) -> Section:
    whole = CHAPTER.write(CHAPTER.analyse(desk_of(tables)))
    return next(one for one in whole.sections if one.anchor == "evidence-linked")


def test_the_answer_counts_people_and_links_that_are_likely_wrong(section: Section) -> None:
    lead = section.blocks[0]
    assert isinstance(lead, Paragraph)
    text = str(lead.text)
    # of 8 rows six people, two of them in both files; 0.01 + 0.05 are likely wrong: 0.1
    assert "8 rows are of 6 people, of whom 2 are in more than one file" in text
    assert "a probability of 90% or more" in text
    assert "2 pairs, of which about 0.1 are likely to be two people" in text
    # 0.6 + 0.02 are likely missed: 0.6
    assert "about 0.6 are likely to be one" in text


def test_the_pairs_are_told_by_how_alike_they_are(section: Section) -> None:
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert table.appendix
    assert [str(cell) for cell in table.rows[1]][3:] == [
        "yes",
        "the same",
        "the same",
        "one letter apart",
        "the same",
        "another neighbourhood",
    ]
    assert str(table.rows[2][6]) == "not given"


def test_every_number_is_made_again(section: Section, tables: Tables) -> None:
    worked = 0
    for figure in _figures(section):
        assert figure.recipe is not None
        recipe = parse_recipe(json.loads(json.dumps(recipe_json(figure.recipe))))
        assert recompute(recipe, tables) == pytest.approx(figure.number), figure
        worked += 1
    assert worked == 7 + 2 * len(PAIRS)


def _figures(section: Section) -> Iterator[Figure]:
    seen: set[str] = set()
    for block in section.blocks:
        if isinstance(block, Paragraph):
            found = block.text.figures
        elif isinstance(block, Table):
            found = block.figures
        else:
            continue
        for figure in found:
            if figure.figure_id not in seen:
                seen.add(figure.figure_id)
                yield figure
