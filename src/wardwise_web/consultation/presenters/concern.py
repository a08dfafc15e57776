"""The two orders in rows and sentences."""

from __future__ import annotations

from wardwise.domain.nothing import NotKnown
from wardwise_web.consultation.selectors.concern import Concern, Ranked, Rankings


RANK_HEADINGS = (
    "Threat",
    "Name it as a problem",
    "Replies",
    "Score",
    "Place with the weight",
    "Place with none",
    "What the weight does",
)


def rank_cells(one: Ranked) -> tuple[str, ...]:
    """One row of the page and of the export."""
    return (
        one.name,
        _share(one.concern),
        f"{one.concern.base:,}" if one.concern else "[x]",
        "[x]" if one.score is None else f"{one.score:g}",
        _place(one.rank),
        _place(one.rank_without),
        _moved(one),
    )


def ranking_words(found: Rankings) -> list[str]:
    """What the weight changes, in sentences."""
    moved = [one for one in found.threats if one.moves]
    told = f"Public concern weighs {found.weight:g}"
    told += (
        ", as in the build."
        if found.weight == found.run_weight
        else f"; in the build it weighs {found.run_weight:g}."
    )
    if found.weight == 0:
        return [told, "Both orders are the same: nothing rests on what residents say."]
    if not moved:
        return [told, "It changes no place."]
    most = max(moved, key=lambda one: abs(one.moves))
    way = "up" if most.moves > 0 else "down"
    changes = (
        f"It changes {len(moved)} of {len(found.threats)} places; the most for {most.name},"
        f" {abs(most.moves)} {way}."
    )
    return [told, changes]


def _share(concern: Concern | None) -> str:
    if concern is None:
        return "[x]"
    return f"{concern.value:.0f}% ({concern.lower:.0f} to {concern.upper:.0f})"


def _place(rank: int | NotKnown) -> str:
    return "[x]" if isinstance(rank, NotKnown) else str(rank)


def _moved(one: Ranked) -> str:
    if not one.moves:
        return "nothing"
    return f"{abs(one.moves)} {'up' if one.moves > 0 else 'down'}"
