"""What was done to find the same person in files without a common number, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ReviewedPair:
    """Two records near the threshold, told by how alike they are and by nothing that they say."""

    pair: int
    match_weight: float  # log2 of the odds
    percent: float  # probability that they are one person
    accepted: bool
    levels: Mapping[str, str]  # what was compared → how alike


@dataclass(frozen=True)
class Linkage:
    """Counts of one linkage; units are rows, records, pairs and people."""

    files: tuple[str, ...]
    rows_compared: int
    records: int
    pairs_accepted: int
    pairs_expected_wrong: float
    pairs_expected_missed: float
    people: int
    people_in_several_files: int
    threshold_percent: float
    review: tuple[ReviewedPair, ...]
