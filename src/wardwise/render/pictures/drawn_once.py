"""One drawing of a picture for every paper that shows it."""

from __future__ import annotations

from wardwise.document.pictures import Picture
from wardwise.domain.boundaries import Boundaries
from wardwise.render.pictures.draw import draw
from wardwise.render.pictures.drawn import Drawn


PAPER = 160.0  # width of a picture on paper, in millimetres


class DrawnOnce:
    """A drawer that remembers: five papers show the same picture."""

    def __init__(self, boundaries: Boundaries) -> None:
        self.boundaries = boundaries
        self.drawn: dict[tuple[str, float], Drawn] = {}

    def __call__(
        self, picture: Picture, *, boundaries: Boundaries | None = None, width_mm: float = PAPER
    ) -> Drawn:
        """The picture at that width, drawn the first time that it is asked for."""
        key = (picture.name, width_mm)
        if key not in self.drawn:
            self.drawn[key] = draw(
                picture, boundaries=boundaries or self.boundaries, width_mm=width_mm
            )
        return self.drawn[key]

    @property
    def for_paper(self) -> dict[str, Drawn]:
        """What is drawn so far at the width of paper, by name."""
        return {name: drawn for (name, width), drawn in self.drawn.items() if width == PAPER}
