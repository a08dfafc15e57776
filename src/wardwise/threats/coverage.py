"""How much of the volume and of the harm the adopted priorities account for, none counted twice."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown


@dataclass(frozen=True)
class CountedThreat:
    """A counted offence of the long list: what holds it, how many a year, what one weighs.

    ``severity`` is None where it has no weight.
    """

    name: str
    within: tuple[str, ...]
    volume: float
    severity: float | None


@dataclass(frozen=True)
class Coverage:
    """Shares in percent; ``volume`` and ``harm`` are the wholes that they are of."""

    volume_percent: float | NotKnown
    harm_percent: float | NotKnown
    volume: float
    harm: float
    no_weight: tuple[str, ...]


def coverage(*, threats: Sequence[CountedThreat], chosen: Collection[str]) -> Coverage:
    """Share of the counted crime, and of its harm, that the chosen account for.

    Parameters
    ----------
    threats : sequence of CountedThreat
        Every counted offence of the long list. Unit: offences a year, severity points.
    chosen : collection of str
        What was adopted; a wider group, or a theme, carries the offences that are within it.

    Returns
    -------
    Coverage
        Unit: percent of offences, percent of severity points.

    Notes
    -----
    An offence within another of the list is counted in the wider one only. A theme's crimes
    stand under offences too: it accounts for the offences that are within it, and for no part
    of others. Offences without a weight are in the volume and in no harm; they are named.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    >>> threats = [CountedThreat("Robbery", (), 100, 700), CountedThreat("Theft", (), 900, 30)]
    >>> found = coverage(threats=threats, chosen={"Robbery"})
    >>> found.volume_percent, round(found.harm_percent, 1)
    (10.0, 72.2)
    """
    listed = {one.name for one in threats}
    outer = [one for one in threats if not listed & set(one.within)]
    covered = [one for one in threats if set(chosen) & {one.name, *one.within}]
    names = {one.name for one in covered}
    counted = [one for one in covered if not names & set(one.within)]
    volume, harm = _sums(outer)
    return Coverage(
        volume_percent=_percent(_sums(counted)[0], volume, "no offence is counted"),
        harm_percent=_percent(_sums(counted)[1], harm, "no offence has a weight"),
        volume=volume,
        harm=harm,
        no_weight=tuple(one.name for one in outer if one.severity is None),
    )


def _sums(threats: Sequence[CountedThreat]) -> tuple[float, float]:
    weighed = (one.volume * one.severity for one in threats if one.severity is not None)
    return sum(one.volume for one in threats), sum(weighed)


def _percent(part: float, whole: float, reason: str) -> float | NotKnown:
    return 100 * part / whole if whole else NotKnown(reason)


def counted_threats(rows: Sequence[Mapping[str, object]]) -> tuple[CountedThreat, ...]:
    """The counted offences among the candidates of a ``threats.json``; themes are left out."""
    found = []
    for row in rows:
        volume, severity = row.get("volume"), row.get("severity")
        within = row.get("within")
        if row.get("kind") != "offence" or not isinstance(volume, Mapping):
            continue
        if volume.get("value") is None:
            continue
        weight = severity.get("value") if isinstance(severity, Mapping) else None
        found.append(
            CountedThreat(
                name=str(row["name"]),
                within=tuple(str(one) for one in within) if isinstance(within, list) else (),
                volume=float(str(volume["value"])),
                severity=None if weight is None else float(str(weight)),
            )
        )
    return tuple(found)
