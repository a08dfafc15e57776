"""What a paper needs of a drawn picture, whoever drew it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wardwise.document.pictures import Picture


class Drawing(Protocol):
    """A drawn picture: SVG without its title, subtitle and source, which papers set as text."""

    @property
    def svg(self) -> str:
        """The drawing itself."""

    @property
    def width(self) -> float:
        """Unit: CSS pixels."""

    @property
    def height(self) -> float:
        """Unit: CSS pixels."""

    def png(self, scale: float = 2.0) -> bytes:
        """The same in points of colour, for formats that take no SVG."""


Draw = Callable[[Picture], Drawing]
