"""Stage by stage: tests, assessments, care plans, treatment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wardwise.measures.estimate import Estimate
from wardwise.measures.people.proportion import proportion_percent


@dataclass(frozen=True)
class FunnelConversion:
    """How many reach each stage.

    Attributes
    ----------
    stages : tuple of str
        In order. Shape: stages.
    people : tuple of float
        Who reached each. Unit: people. Shape: stages.
    from_before : tuple of Estimate
        Of those at the stage before; for every stage but the first. Unit: percent.
    from_start : tuple of Estimate
        Of those at the first stage; for every stage but the first. Unit: percent.
    """

    stages: tuple[str, ...]
    people: tuple[float, ...]
    from_before: tuple[Estimate, ...]
    from_start: tuple[Estimate, ...]


def funnel_conversion_percent(
    *, stages: Sequence[str], people: Sequence[float], level: float = 0.95
) -> FunnelConversion:
    """Conversion from each stage to the next, and from the first to each.

    Parameters
    ----------
    stages : sequence of str
        Names in order. Shape: stages; 2 or more.
    people : sequence of float
        The same people followed from stage to stage: those who reached each. Unit: people.
        Shape: stages.
    level : float
        Of the intervals.

    Returns
    -------
    FunnelConversion
        Unit: percent.

    Raises
    ------
    ValueError
        If there are fewer than two stages, or a stage has more people than the one before: then
        they are not the same people, and there is no conversion.

    Notes
    -----
    Counts of a quarter are of events, not of people: those assessed in it were partly tested in
    the one before. The intervals take people as independent.

    References
    ----------
    See ``proportion_percent``.

    Examples
    --------
    >>> found = funnel_conversion_percent(
    ...     stages=["assessed", "required", "care plan"], people=[792, 636, 368]
    ... )
    >>> [round(share.value, 1) for share in (*found.from_before, found.from_start[-1])]
    [80.3, 57.9, 46.5]
    """
    if len(stages) != len(people) or len(stages) < 2:
        raise ValueError(f"{len(stages)} stages and {len(people)} counts: expected two or more.")
    for (stage, before), (next_stage, after) in pairwise(zip(stages, people, strict=True)):
        if after > before:
            raise ValueError(
                f"{after:,} at '{next_stage}' and only {before:,} at '{stage}' before it: these"
                " are not the same people, so there is no conversion."
            )
    return FunnelConversion(
        stages=tuple(stages),
        people=tuple(people),
        from_before=tuple(
            proportion_percent(part=after, whole=before, level=level)
            for before, after in pairwise(people)
        ),
        from_start=tuple(
            proportion_percent(part=after, whole=people[0], level=level) for after in people[1:]
        ),
    )
