"""One map on its ground: fills, rulings, outlines, names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import shapely

from wardwise.document.pictures import Map
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.canvas import Canvas, Letters
from wardwise.render.pictures.look import ACCENT, INK, PAPER, Style
from wardwise.render.pictures.maps.classes import Shade, shades_of
from wardwise.render.pictures.maps.ground import Ground, path_of
from wardwise.render.pictures.maps.laid import SLIVER, OnGround, names_on, on_ground
from wardwise.render.pictures.maps.name import LEADING, Name
from wardwise.render.pictures.maps.numbers import SOME_NUMBERS
from wardwise.render.pictures.maps.outlines import (
    Layer,
    outlines,
    places_of,
    wards_over,
    within,
)
from wardwise.render.pictures.maps.ruling import rule
from wardwise.render.pictures.maps.worth import by_worth


SEAM: Style = {"stroke": PAPER, "stroke-width": 0.45, "stroke-linejoin": "round"}
OUTLINE: Style = {"fill": "none", "stroke": "#3d3d3d", "stroke-width": 0.8}
UNDER: Style = {"fill": "none", "stroke": PAPER, "stroke-width": 2.0}
FOCUS: Style = {"fill": "none", "stroke": ACCENT, "stroke-width": 2.2}
LEADER: Style = {"fill": "none", "stroke": INK, "stroke-width": 0.7}
LEADER_UNDER: Style = {"fill": "none", "stroke": PAPER, "stroke-width": 1.8}
GAP = 0.7  # pixels
VEIL: Style = {"fill": PAPER, "fill-opacity": 0.62, "fill-rule": "evenodd"}

OTHERS = "The other wards are too small here for a name; the table has them all."


@dataclass(frozen=True)
class Sheet:
    """A map with its outlines found and its classes sorted."""

    picture: Map
    boundaries: Boundaries
    shades: tuple[Shade, ...]
    named: Layer  # whose outlines are drawn over the fills
    worth: tuple[str, ...] = ()  # the named areas, those that have to be told apart first

    @classmethod
    def of(cls, picture: Map, boundaries: Boundaries) -> Sheet:
        """Read the picture against the boundaries."""
        codes = tuple(area.code for area in picture.areas)
        if picture.layer in ("district", "ward"):
            named = Layer(picture.layer, codes)
        else:
            over = wards_over(boundaries, picture.layer, codes)
            # A few neighbourhoods may hold no ward's middle: the wards in focus are drawn still
            focus = places_of(boundaries, picture.focus)
            more = focus.codes if focus.name == "ward" else ()
            named = Layer("ward", (*over, *(one for one in more if one not in over)))
        shades = shades_of(picture)
        if picture.focus:
            places = places_of(boundaries, picture.focus)
            seen = within(boundaries, picture.layer, codes, places)
            counted = (shade.only(seen) for shade in shades)
            shades = tuple(shade for shade in counted if shade.is_class or shade.count)
        worth = by_worth(picture, boundaries, named) if named.codes else ()
        return cls(picture, boundaries, shades, named, worth)

    @property
    def filled(self) -> Layer:
        """The areas that carry values."""
        return Layer(self.picture.layer, tuple(area.code for area in self.picture.areas))

    @property
    def focus(self) -> Layer:
        """The places that the map zooms to."""
        return places_of(self.boundaries, self.picture.focus)

    @property
    def with_names(self) -> tuple[Layer, ...]:
        """Whose names are printed: the wards, and a partnership's own areas with them."""
        held = (self.filled, self.named) if self.picture.layer == "own" else (self.named,)
        return tuple(layer for layer in held if layer.codes)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Of the focus with a margin, or else of everything."""
        rough = 10.0
        wards = outlines(self.boundaries, *self.named, rough)
        focus = (
            [*outlines(self.boundaries, *self.focus, rough).values()] if self.focus.codes else []
        )
        areas = outlines(self.boundaries, *self.filled, rough)
        shown = focus or [*areas.values(), *wards.values()]
        west, south, east, north = shapely.total_bounds(shown)
        margin = (0.14 if focus else 0.01) * max(east - west, north - south)
        return west - margin, south - margin, east + margin, north + margin


def draw_sheet(canvas: Canvas, sheet: Sheet, ground: Ground) -> tuple[Name, ...]:
    """The map itself; returns the names, so that numbers can be explained."""
    areas = on_ground(sheet.boundaries, sheet.filled, ground)
    wards = on_ground(sheet.boundaries, sheet.named, ground)
    _draw_fills(canvas, sheet, areas)
    if wards.shapes:
        for style in (UNDER, OUTLINE):
            canvas.add("path", {"d": wards.edges, **style, "pointer-events": "none"})
    _draw_focus(canvas, sheet, ground)
    _draw_outlined(canvas, sheet, areas)
    if sheet.picture.focus:
        at_edges = names_on(sheet.boundaries, sheet.with_names, ground, SLIVER)
        names = tuple(name for name in at_edges if not name.is_number)
    else:
        names = names_on(sheet.boundaries, sheet.with_names, ground, worth=sheet.worth)
    filled = set(sheet.filled.codes) if sheet.picture.layer == "own" else set()
    for name in names:
        draw_name(canvas, name, is_bold=name.is_number or name.code in filled)
    return names


def _draw_fills(canvas: Canvas, sheet: Sheet, areas: OnGround) -> None:
    tells = {area.code: area.tells for area in sheet.picture.areas}
    for shade in sheet.shades:
        codes = [code for code in shade.codes if areas.paths[code]]
        if sheet.picture.interactive:
            for code in codes:
                _draw_one(canvas, shade, (code, areas.paths[code]), tells[code])
        elif codes:
            steps = "".join(areas.paths[code] for code in codes)
            canvas.add("path", {"d": steps, "fill": shade.fill, **_edge(shade)})
        rule(canvas, [areas.shapes[code] for code in codes], shade.lines)


def _edge(shade: Shade) -> Style:
    # White and nearly white areas on white paper still need an edge
    return SEAM if shade.is_dark else {**SEAM, "stroke": "#c3ced8"}


def _draw_one(canvas: Canvas, shade: Shade, area: tuple[str, str], tells: str) -> None:
    code, steps = area
    style = {"d": steps, "fill": shade.fill, "class": "area", "data-code": code, **_edge(shade)}
    canvas.add("path", style, f"<title>{escape(tells, quote=False)}</title>")


def _draw_focus(canvas: Canvas, sheet: Sheet, ground: Ground) -> None:
    focus = list(on_ground(sheet.boundaries, sheet.focus, ground).shapes.values())
    if not focus:
        return
    box = ground.box
    whole = shapely.box(box.left, box.top, box.right, box.bottom)
    rest = shapely.difference(whole, shapely.union_all(focus))
    canvas.add("path", {"d": path_of([rest]), **VEIL, "pointer-events": "none"})
    canvas.add("path", {"d": path_of(focus), **FOCUS, "pointer-events": "none"})


def _draw_outlined(canvas: Canvas, sheet: Sheet, areas: OnGround) -> None:
    """One line round each piece of the areas outlined, none between them."""
    shapes = [areas.shapes[code] for code in sheet.picture.outlined if code in areas.shapes]
    if not shapes:
        return
    # areas made simpler one by one leave gaps of a fraction of a pixel
    whole = shapely.buffer(shapely.union_all(shapely.buffer(shapes, GAP)), -GAP)
    steps = path_of([whole])
    for style in ({**FOCUS, "stroke": PAPER, "stroke-width": 4.6}, {**FOCUS, "stroke": INK}):
        canvas.add("path", {"d": steps, **style, "pointer-events": "none"})


def draw_name(canvas: Canvas, name: Name, *, is_bold: bool) -> None:
    """A name in its place, with the line that leads from a number to its area."""
    x = name.box.middle[0]
    if name.leads_to:
        steps = f"M{x:.1f} {name.box.middle[1]:.1f}L{name.leads_to[0]:.1f} {name.leads_to[1]:.1f}"
        for style in (LEADER_UNDER, LEADER):
            canvas.add("path", {"d": steps, **style, "pointer-events": "none"})
    letters = Letters(size=name.size, anchor="middle", halo=True, bold=is_bold, fill=INK)
    for row, words in enumerate(name.lines):
        foot = name.box.top + name.size * (0.82 + LEADING * row)
        canvas.words(words, (x, foot), letters)


def numbered(names: Sequence[Name], full: Mapping[str, str], *, of: int) -> str:
    """What the numbers on the map stand for, in their order; ``of`` so many areas."""
    held = sorted((int(name.lines[0]), full[name.code]) for name in names if name.is_number)
    entries = [f"{n} {words}".replace(" ", "\u00a0") for n, words in held]
    told = "; ".join(entries)
    # Fewer are named than there are: place_names has left out those of least worth
    return f"{told}. {OTHERS}" if len(held) == SOME_NUMBERS and len(names) < of else told
