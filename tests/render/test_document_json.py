"""Papers as plain data: what is read is what was written, type for type."""

from __future__ import annotations

import dataclasses
import json
from enum import Enum

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, Polygon, box

from wardwise.document.blocks import Column, Paragraph, Table
from wardwise.document.document_json import document_json, read_documents
from wardwise.document.pictures import Picture
from wardwise.document.plain_data import Reader, Writer, classes
from wardwise.document.section import Document, Section
from wardwise.document.text import Number, Text
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.boundaries import Boundaries
from wardwise.domain.errors import StoreError
from wardwise.domain.figure import Ask, Figure, Recipe, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Month, Period
from wardwise.render.outlines_json import outlines_json, read_outlines


words = st.text(max_size=12)
numbers = st.integers() | st.floats(allow_nan=False)
json_values = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
months = st.builds(Month, st.integers(1900, 2100), st.integers(1, 12))
periods = st.builds(Period.ending, months, months=st.integers(1, 40))
areas = st.builds(Area, words, words, st.sampled_from(AreaKind))
asks = st.builds(Ask, words, st.dictionaries(words, json_values, max_size=3))
recipes = st.recursive(
    st.builds(Recipe, words, st.dictionaries(words, asks | json_values, max_size=3)),
    lambda inner: st.builds(Recipe, words, st.dictionaries(words, inner, max_size=2)),
    max_leaves=3,
)
values = numbers | st.builds(NotKnown, words) | st.builds(Withheld, words)
intervals = st.builds(Interval, st.floats(allow_nan=False), st.just(float("inf")), numbers, words)
figures = st.builds(
    Figure,
    measure=words,
    offence=st.none() | words,
    area=areas,
    period=periods,
    value=values,
    unit=st.sampled_from(Unit),
    sources=st.lists(words, max_size=2).map(tuple),
    recipe=st.none() | recipes,
    interval=st.none() | intervals,
    marking=st.sampled_from(["OFFICIAL", "OFFICIAL-SENSITIVE"]),
)
texts = st.lists(words | st.builds(Number, words, figures), max_size=3).map(
    lambda spans: Text(tuple(spans))
)
sections = st.builds(
    Section, words, words, st.lists(st.builds(Paragraph, texts, st.booleans())).map(tuple)
)


def back(value: object) -> object:
    """Written, made text, read."""
    writer = Writer()
    plain = writer.plain(value)
    held = json.loads(json.dumps([writer.parts, plain], allow_nan=False))
    return Reader(held[0]).value(held[1])


def alike(one: object, other: object) -> bool:
    """Equal with the same types all the way down: 1, 1.0 and True are three things."""
    if type(one) is not type(other):
        return False
    if dataclasses.is_dataclass(one):
        return all(
            alike(getattr(one, each.name), getattr(other, each.name))
            for each in dataclasses.fields(one)
        )
    if isinstance(one, dict):
        return list(one) == list(other) and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return bool(one == other)


@given(figures)
def test_any_figure_comes_back_as_it_was(figure: Figure) -> None:
    assert back(figure) == figure
    assert alike(back(figure), figure)


@given(sections)
def test_any_section_comes_back_as_it_was(section: Section) -> None:
    assert back(section) == section
    assert alike(back(section), section)


def test_a_paper_with_every_kind_of_block_comes_back_as_it_was(paper: Document) -> None:
    written = document_json((paper,))
    read = read_documents(written)
    assert read == {"assessment": paper}
    assert alike(read["assessment"], paper)
    assert document_json(tuple(read.values())) == written


def test_every_picture_there_is_can_be_written() -> None:
    waiting, found = [Picture], set()
    while waiting:
        kind = waiting.pop()
        found.add(kind.__name__)
        waiting += kind.__subclasses__()
    ours = {name for name in found if not name.startswith("_")}
    # a stub of some test is none of ours
    defined = {name for name in ours if name in classes()}
    assert {"Map", "MapPair", "CoverMaps", "HourGrid", "Fan"} <= defined


def test_every_class_has_a_name_of_its_own_and_is_frozen() -> None:
    for kind in classes().values():
        if not issubclass(kind, Enum):
            assert kind.__dataclass_params__.frozen, kind.__name__


def test_a_figure_that_stands_in_three_places_is_written_once_and_read_as_one(paper) -> None:
    figure = next(figure for section in paper.walk() for figure in section.figures)
    three = (Number("1", figure), Number("2", figure), dataclasses.replace(figure))
    writer = Writer()
    plain = writer.plain(three)
    assert sum(part.get("is") == "Figure" for part in writer.parts) == 1
    read = Reader(writer.parts).value(plain)
    assert read == three
    assert read[0].figure is read[2]


def test_an_arrays_number_is_a_number() -> None:
    assert alike(back((np.float64(1.5), np.int64(3), np.bool_(True))), (1.5, 3, True))


def test_what_is_no_part_of_a_paper_is_refused() -> None:
    with pytest.raises(TypeError, match="a set, which has no plain form"):
        Writer().plain({1})


def test_a_row_of_the_wrong_length_is_refused_in_reading_as_in_making() -> None:
    writer = Writer()
    plain = writer.plain(Table("t", "", (Column("a"),), (("x",),)))
    plain["rows"] = [["x", "y"]]
    with pytest.raises(ValueError, match="a row of 2 cells"):
        Reader(writer.parts).value(plain)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "cut short"),
        ("[]", "cut short"),
        ('{"schema": 9}', "schema 9"),
        ('{"schema": 1, "parts": [{"is": "Pony"}], "papers": []}', "'Pony'"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(written: str, said: str) -> None:
    with pytest.raises(StoreError, match=said):
        read_documents(written)


def test_outlines_come_back_to_the_last_digit() -> None:
    geopandas = pytest.importorskip("geopandas")
    hole = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(1, 1), (2, 1), (2, 2)]])
    shapes = [MultiPolygon([hole, box(20.1, 20.2, 30.30000000001, 31)]), box(0, 0, 1 / 3, 1)]
    frame = geopandas.GeoDataFrame(
        {"code": ["E1", "E2"], "name": ["Ty’r Coed", "B"]}, geometry=shapes, crs="EPSG:27700"
    )
    made = Boundaries({"ward": frame}, vintage={"ward": "May 2024"}, credit="Whose")
    read = read_outlines(outlines_json(made))
    assert read.credit == "Whose"
    assert read.vintage == {"ward": "May 2024"}
    assert list(read.layers["ward"].columns) == list(frame.columns)
    assert [one.wkb for one in read.layers["ward"].geometry] == [one.wkb for one in shapes]
