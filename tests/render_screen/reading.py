"""Reading a drawn picture back: its elements, its words and where the words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from wardwise.render.pictures import Drawn
from wardwise.render.pictures.letters import width_of


SVG = "{http://www.w3.org/2000/svg}"
_SHIFT = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Words:
    """A text element with its edges on the sheet."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def tree(drawn: Drawn) -> ElementTree.Element:
    """The SVG as XML; not well-formed is an error."""
    return ElementTree.fromstring(drawn.svg)


def all_words(drawn: Drawn) -> list[Words]:
    """Every text element, moved as its groups say."""
    return list(_walk(tree(drawn), 0.0, 0.0))


def _walk(element: ElementTree.Element, dx: float, dy: float) -> Iterator[Words]:
    moved = re.fullmatch(r"translate\(([-\d.]+) ([-\d.]+)\)", element.get("transform", ""))
    if moved:
        dx, dy = dx + float(moved[1]), dy + float(moved[2])
    if element.tag == f"{SVG}text":
        yield _words(element, dx, dy)
    for child in element:
        yield from _walk(child, dx, dy)


def _words(element: ElementTree.Element, dx: float, dy: float) -> Words:
    text, size = element.text or "", float(element.get("font-size", 11))
    long = width_of(text, size=size, bold=element.get("font-weight") == "600")
    x, y = float(element.get("x", 0)) + dx, float(element.get("y", 0)) + dy
    before = long * _SHIFT[element.get("text-anchor", "start")]
    if "rotate" in element.get("transform", ""):
        return Words(text, x - 0.72 * size, y + before - long, x + 0.2 * size, y + before)
    return Words(text, x - before, y - 0.72 * size, x - before + long, y + 0.2 * size)
