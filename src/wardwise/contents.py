"""The chapters of each paper in printed order: the only list of them."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns import CHAPTER as LEVELS
from wardwise.figures.chapter import Chapter


ASSESSMENT: tuple[Chapter, ...] = (LEVELS,)
