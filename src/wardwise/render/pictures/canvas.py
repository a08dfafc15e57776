"""A sheet of SVG: elements in the order they are drawn, no ids, no clock, no chance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from wardwise.document.pictures import Picture
from wardwise.render.apostrophes import curly
from wardwise.render.fonts import SVG_FAMILY
from wardwise.render.pictures.drawn import Drawn
from wardwise.render.pictures.look import BODY, INK, PAPER, Style


Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet, in pixels from the top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.top + self.height

    @property
    def middle(self) -> Point:
        """The centre."""
        return self.left + self.width / 2, self.top + self.height / 2

    def grown(self, margin: float) -> Box:
        """The same with a margin on every side."""
        return Box(
            self.left - margin, self.top - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def within(self, other: Box) -> bool:
        """Whether it lies wholly inside the other."""
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def meets(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Letters:
    """How words are set. ``halo`` is a white edge that keeps them legible over a map."""

    size: float = BODY
    bold: bool = False
    fill: str = INK
    anchor: str = "start"
    halo: bool = False
    turned: bool = False  # read from below

    def style(self, at: Point) -> dict[str, str | float]:
        """As SVG attributes; what the sheet sets already is left out."""
        style: dict[str, str | float] = {"x": at[0], "y": at[1]}
        if self.size != BODY:
            style["font-size"] = self.size
        if self.bold:
            style["font-weight"] = 600
        if self.fill != INK:
            style["fill"] = self.fill
        if self.anchor != "start":
            style["text-anchor"] = self.anchor
        if self.halo:
            style |= {"stroke": PAPER, "stroke-width": 2.6, "paint-order": "stroke"}
        if self.turned:
            style["transform"] = f"rotate(-90 {number(at[0])} {number(at[1])})"
        return style


PLAIN = Letters()


def number(value: float) -> str:
    """Two decimals at most, and never a negative nought."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@dataclass
class Canvas:
    """What is being drawn."""

    width: float
    height: float
    parts: list[str] = field(default_factory=list)

    def add(self, tag: str, style: Style, inside: str = "") -> None:
        """Any element. ``inside`` is SVG already; words go through ``words``."""
        written = " ".join(
            f'{name}="{escape(value) if isinstance(value, str) else number(value)}"'
            for name, value in style.items()
        )
        self.parts.append(f"<{tag} {written}>{inside}</{tag}>" if inside else f"<{tag} {written}/>")

    def line(self, start: Point, end: Point, style: Style) -> None:
        """A straight stroke."""
        self.add("line", {"x1": start[0], "y1": start[1], "x2": end[0], "y2": end[1], **style})

    def rect(self, box: Box, style: Style) -> None:
        """A filled or outlined rectangle."""
        at = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
        self.add("rect", {**at, **style})

    def dot(self, at: Point, radius: float, style: Style) -> None:
        """A filled circle."""
        self.add("circle", {"cx": at[0], "cy": at[1], "r": radius, **style})

    def path(self, points: Iterable[Point], style: Style, *, closed: bool = False) -> None:
        """Straight strokes from point to point."""
        steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
        self.add("path", {"d": f"M{steps}" + ("Z" if closed else ""), **style})

    def words(self, text: str, at: Point, letters: Letters = PLAIN) -> None:
        """One line of words; ``at`` is the foot of the first, middle or last letter."""
        self.add("text", letters.style(at), escape(curly(text), quote=False))

    def put(self, other: Canvas, corner: Point) -> None:
        """Everything on another sheet, moved."""
        place = f"translate({number(corner[0])} {number(corner[1])})"
        self.parts.extend((f'<g transform="{place}">', *other.parts, "</g>"))

    def drawn(self, picture: Picture, *, interactive: bool = False) -> Drawn:
        """The finished sheet, with the finding as its name and the alt text as its meaning."""
        role = "group" if interactive else "img"
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="{role}" '
            f'viewBox="0 0 {number(self.width)} {number(self.height)}" '
            f'width="{number(self.width)}" height="{number(self.height)}" '
            f'font-family="{SVG_FAMILY}" font-size="{number(BODY)}" fill="{INK}">'
            f"<title>{escape(picture.title, quote=False)}</title>"
            f"<desc>{escape(picture.alt, quote=False)}</desc>"
        )
        # Paper of its own: a page in a dark theme must not swallow the words
        paper = f'<rect width="100%" height="100%" fill="{PAPER}"/>'
        svg = "\n".join((head, paper, *self.parts, "</svg>"))
        return Drawn(svg, round(self.width, 2), round(self.height, 2))
