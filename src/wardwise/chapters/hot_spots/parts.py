"""The chapter's further sections: each is a part with sums and words of its own."""

from __future__ import annotations

from wardwise.chapters.hot_spots.by_residents import BY_RESIDENTS
from wardwise.chapters.hot_spots.clusters import CLUSTERS
from wardwise.chapters.hot_spots.part import Part
from wardwise.chapters.hot_spots.write_density import DENSITY


PARTS: tuple[Part, ...] = (DENSITY, CLUSTERS, BY_RESIDENTS)
"""In printed order, after the sections on Gi* and on how well last year's map foretold."""
