"""Pictures in the page: drawn for a desk and for a phone, with their table a click away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from wardwise.document.pictures import Map, Picture
from wardwise.domain.boundaries import Boundaries
from wardwise.render.html.spans import anchor_of
from wardwise.render.html.tables import ShownTable, shown_table
from wardwise.render.pictures import Drawn
from wardwise.render.source_line import set_source


DESK_MM, PHONE_MM = 160.0, 84.0  # the first as on paper, so that both share the work


class Draw(Protocol):
    """Whatever draws a picture: ``wardwise.render.pictures.draw``, or one that remembers."""

    def __call__(
        self, picture: Picture, *, boundaries: Boundaries | None, width_mm: float
    ) -> Drawn:
        """Draw it."""


@dataclass(frozen=True)
class ShownPicture:
    """A picture ready for the template."""

    anchor: str
    title: str
    subtitle: str
    source: str
    desk: Markup
    phone: Markup
    table: ShownTable | None


@dataclass(frozen=True)
class Studio:
    """Draws the pictures of one page."""

    draw: Draw
    boundaries: Boundaries | None

    def shown(self, picture: Picture) -> ShownPicture:
        """One picture, drawn twice: a phone shows the narrow one, so that words stay legible."""
        anchor = f"picture-{anchor_of(picture.name)}"
        codes = {area.name: area.code for area in picture.areas} if isinstance(picture, Map) else {}
        table = picture.table
        return ShownPicture(
            anchor=anchor,
            title=picture.title,
            subtitle=picture.subtitle,
            source=set_source(picture.source),
            desk=self._inline(picture, DESK_MM),
            phone=self._inline(picture, PHONE_MM),
            table=shown_table(table, anchor=f"numbers-{anchor}", codes=codes) if table else None,
        )

    def several(self, pictures: Sequence[Picture]) -> list[ShownPicture]:
        """Maps that one list chooses between."""
        return [self.shown(picture) for picture in pictures]

    def _inline(self, picture: Picture, width_mm: float) -> Markup:
        svg = self.draw(picture, boundaries=self.boundaries, width_mm=width_mm).svg
        # Inside HTML the namespace is known, and nothing in the file then names a host
        return Markup(svg.replace(' xmlns="http://www.w3.org/2000/svg"', "", 1))
