"""Which candidates change places when harm is weighed by another index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise.threats.field import Scored
from wardwise.threats.propose import propose
from wardwise.threats.scoring import RiskScore


@dataclass(frozen=True)
class PlaceChange:
    """A candidate's rank by the leading harm index and by another.

    ``enters`` and ``leaves`` say whether the other index would bring it among the k proposed,
    or put it out.
    """

    candidate: str
    scheme: str
    rank: int
    rank_by_scheme: int
    enters: bool
    leaves: bool


def ranks_of(scored: Sequence[Scored]) -> dict[str, int]:
    """Name → rank, of those that have one."""
    return {one.name: one.rank for one in scored if isinstance(one.rank, int)}


def place_changes(
    by_scheme: Mapping[str, Sequence[Scored]], *, leading: str, k: int
) -> tuple[PlaceChange, ...]:
    """Every candidate whose rank moves by another index, those that enter or leave first."""
    first = ranks_of(by_scheme[leading])
    chosen = _chosen(by_scheme[leading], k)
    changes = [
        PlaceChange(
            candidate=name,
            scheme=scheme,
            rank=first[name],
            rank_by_scheme=rank,
            enters=name in names and name not in chosen,
            leaves=name in chosen and name not in names,
        )
        for scheme, scored in by_scheme.items()
        if scheme != leading
        for names in (_chosen(scored, k),)
        for name, rank in ranks_of(scored).items()
        if name in first and rank != first[name]
    ]
    return tuple(sorted(changes, key=_order))


def _chosen(scored: Sequence[Scored], k: int) -> tuple[str, ...]:
    """Who would be proposed by the scores alone."""
    held = [one for one in scored if isinstance(one.risk, RiskScore)]
    return propose(scored=held, k=k, overrides=()).names


def _order(change: PlaceChange) -> tuple[bool, int, int, str]:
    moved = abs(change.rank - change.rank_by_scheme)
    return (not (change.enters or change.leaves), -moved, change.rank, change.scheme)
