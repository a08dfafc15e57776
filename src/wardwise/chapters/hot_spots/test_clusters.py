"""The section on clusters of late: one planted, none, and not known."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.builders import desk_with
from wardwise.chapters.hot_spots.clusters import CLUSTERS
from wardwise.chapters.hot_spots.clusters_words import claim
from wardwise.document.blocks import Paragraph, Table
from wardwise.document.pictures import Map
from wardwise.document.section import Section
from wardwise.figures.desk import Desk
from wardwise.figures.test_scanned import grid_desk, usual


def _section(desk: Desk) -> tuple[Any, Section]:
    found = CLUSTERS.analyse(desk)
    return found, CLUSTERS.write(found)


def _words(section: Section) -> str:
    return " ".join(str(block.text) for block in section.blocks if isinstance(block, Paragraph))


def test_a_planted_cluster_is_told_drawn_and_tabled() -> None:
    """As in ``test_scanned``: 108 in three squares since September, 3 × 36."""
    table = usual()
    table[[0, 1, 6], -4:] *= 3
    found, section = _section(grid_desk(table))
    assert "Since September 2024, 108 offences of " in _words(section)
    assert "three neighbourhoods of Eastgate" in _words(section)
    assert "One more cluster is beyond chance, in part of the same places" in _words(section)
    (drawn,) = (block for block in section.blocks if isinstance(block, Map))
    assert drawn.title == "Three of 36 neighbourhoods lie in a cluster of late"
    # all recorded crime and its one group are the same counts, so each square is in two clusters
    assert [area.value for area in drawn.areas].count(2.0) == 3
    (shown,) = (block for block in section.blocks if isinstance(block, Table))
    assert len(shown.rows) == 2
    (finding,) = CLUSTERS.key_findings(found)
    assert finding.claim.startswith("Since September 2024, 108 ")


def test_no_cluster_is_one_sentence() -> None:
    found, section = _section(grid_desk(usual()))
    assert _words(section).startswith("No part of Sampleton has lately had a larger share of")
    assert "none of two scans" in _words(section)
    assert len(section.blocks) == 2
    assert CLUSTERS.key_findings(found) == ()


def test_the_nearest_to_a_cluster_is_said_to_fall_short() -> None:
    """Squares 0, 1 and 6 have a few more in the last months, by no more than chance may give."""
    found, _ = _section(grid_desk(usual()))
    assert found.scanned.nearest is None
    table = usual()
    table[[0, 1, 6], -4:] *= 3
    told = CLUSTERS.analyse(grid_desk(table))
    scans = replace(told.scanned, clusters=(), beyond=0, looks=20, nearest=told.scanned.clusters[0])
    section = CLUSTERS.write(replace(told, scanned=scans))
    assert "The nearest to one: since September 2024, 108 offences" in _words(section)
    assert "With 20 scans, chance alone may well give one as strong (p 0.001 by itself)" in _words(
        section
    )


def test_the_usual_share_is_its_own_of_one_neighbourhood_and_theirs_of_several() -> None:
    table = usual()
    table[[0, 1, 6], -4:] *= 3
    found, _ = _section(grid_desk(table))
    several = found.scanned.clusters[0]
    alone = replace(several, areas=several.areas[:1])
    said = [str(claim(one, found.ward_names)) for one in (several, alone)]
    assert said[0].endswith("that their usual share would be.")
    assert said[1].endswith("that its usual share would be.")


def test_a_small_number_expected_is_not_rounded_until_the_ratio_is_another() -> None:
    table = usual()
    table[[0, 1, 6], -4:] *= 3
    found, _ = _section(grid_desk(table))
    one = found.scanned.clusters[0]
    few = replace(
        one,
        recorded=replace(one.recorded, value=18.0),
        expected=replace(one.expected, value=1.77),
        ratio=replace(one.ratio, value=18 / 1.77),
    )
    assert "10.2 times the 1.8 that" in str(claim(few, found.ward_names))
    assert f"times the {one.expected.number:.0f} that" in str(claim(one, found.ward_names))


def test_where_it_cannot_be_known_the_reason_is_said() -> None:
    _, section = _section(desk_with({"Burglary": [8] * 24}))
    assert "fewer than 20 neighbourhoods" in str(section.blocks[0])
