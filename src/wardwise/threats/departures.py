"""Where what people adopted departs from the order of the scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


TIERS = ("priority", "focus", "monitor", "business as usual")
"""What can be decided of a threat, the most first."""


def tiers_by_score(
    *, ranks: Mapping[str, int | None], adopted: Mapping[str, str]
) -> dict[str, set[str]]:
    """Each threat's tiers if the same numbers in each tier were filled in the order of rank.

    Parameters
    ----------
    ranks : mapping
        Threat → rank, 1 the highest; those that tie share the better one. None where there is no
        risk.
    adopted : mapping
        Threat → one of ``TIERS``.

    Returns
    -------
    dict
        Threat → the tiers that its place allows: more than one where it ties across a border.
        One without a rank has the two lowest.

    Raises
    ------
    ValueError
        If a tier is not one of the four.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    >>> tiers_by_score(
    ...     ranks={"Robbery": 1, "Fire": 2, "Fraud": None},
    ...     adopted={"Robbery": "monitor", "Fire": "priority", "Fraud": "monitor"},
    ... )["Robbery"]
    {'priority'}
    """
    strange = set(adopted.values()) - set(TIERS)
    if strange:
        raise ValueError(f"found tier '{min(strange)}', expected one of {', '.join(TIERS)}.")
    ranked = [name for name in adopted if ranks.get(name) is not None]
    slots = sorted((adopted[name] for name in ranked), key=TIERS.index)
    found = {name: set(TIERS[-2:]) for name in adopted}
    for name in ranked:
        place = ranks[name]
        better = sum((ranks[other] or 0) < (place or 0) for other in ranked)
        level = sum(ranks[other] == place for other in ranked)
        found[name] = set(slots[better : better + level])
    return found


def departures(*, ranks: Mapping[str, int | None], adopted: Mapping[str, str]) -> tuple[str, ...]:
    """The threats whose adopted tier is not one that their place among the scores allows.

    Parameters
    ----------
    ranks, adopted : mapping
        As in ``tiers_by_score``.

    Returns
    -------
    tuple of str
        Names, in the order of ``adopted``. Each needs a reason in writing.

    References
    ----------
    ``tiers_by_score``.

    Examples
    --------
    >>> departures(
    ...     ranks={"Robbery": 1, "Fire": 2}, adopted={"Robbery": "monitor", "Fire": "priority"}
    ... )
    ('Robbery', 'Fire')
    """
    allowed = tiers_by_score(ranks=ranks, adopted=adopted)
    return tuple(name for name, tier in adopted.items() if tier not in allowed[name])


def order_of_tiers(names: Sequence[str], tiers: Mapping[str, str]) -> tuple[str, ...]:
    """The names with the highest tier first, otherwise as they came."""
    return tuple(sorted(names, key=lambda name: TIERS.index(tiers[name])))
