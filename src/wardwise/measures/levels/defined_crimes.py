"""Which crimes a definition holds: codes and flags, each crime once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from wardwise.domain.definition import Definition, DefinitionPart
from wardwise.measures.people.vulnerability_share import (
    Vulnerability,
    vulnerability_share_percent,
)


Marks = NDArray[np.bool_]


def defined_crimes(
    *,
    definition: Definition,
    codes: Sequence[str | None],
    flags: Mapping[str, Sequence[bool]],
    days: Sequence[str],
    level: float = 0.95,
) -> Vulnerability:
    """Crimes that a definition holds, by part, each counted once; and how its parts overlap.

    Parameters
    ----------
    definition : Definition
        Parts of codes and flags, each with the days for which it holds.
    codes : sequence of str or None
        Home Office offence code of each crime; None where not known. Shape: crimes.
    flags : mapping of str to sequence of bool
        For each flag that the supplier fills, whether each crime has it. Shape of each: crimes.
    days : sequence of str
        Day on which each crime was recorded, YYYY-MM-DD. Shape: crimes.
    level : float
        Of the interval of the share.

    Returns
    -------
    Vulnerability
        ``flagged`` are the crimes that the definition holds; ``by_flag`` is by part and adds
        to more where parts overlap; ``share`` is of all crimes. Unit: crimes, percent.

    Raises
    ------
    ValueError
        If a flag is needed that the supplier does not fill, or a crime was recorded outside the
        days of the definition.

    Notes
    -----
    A crime is in a part if its code is one of the part's and it has one of the part's flags,
    where the part names codes, flags or both; it is in the definition if it is in any part.

    References
    ----------
    The definition's own ``source``. The size of a union, as in ``vulnerability_share_percent``.

    Examples
    --------
    >>> from wardwise.reference.definitions import load_definition
    >>> found = defined_crimes(
    ...     definition=load_definition("serious_acquisitive_crime"),
    ...     codes=["28E", "45", "46", None],
    ...     flags={},
    ...     days=["2024-01-05"] * 4,
    ... )
    >>> found.flagged, found.by_flag["Residential burglary"], found.by_flag["Theft from a vehicle"]
    (2, 1, 1)
    """
    _check(definition, flags, days)
    when = np.asarray(days, dtype="datetime64[D]")
    code = np.asarray(["" if one is None else one.strip().upper() for one in codes])
    marks = {part.name: _in_part(part, code, flags, when) for part in definition.parts}
    return vulnerability_share_percent(flags=marks, level=level)


def _in_part(
    part: DefinitionPart,
    code: NDArray[np.str_],
    flags: Mapping[str, Sequence[bool]],
    when: NDArray[np.datetime64],
) -> Marks:
    marks = np.ones(len(code), dtype=np.bool_)
    if part.codes:
        marks &= np.isin(code, part.codes)
    if part.flags:
        marks &= np.any([np.asarray(flags[flag], dtype=np.bool_) for flag in part.flags], axis=0)
    if part.begins:
        marks &= when >= np.datetime64(part.begins)
    if part.ends:
        marks &= when <= np.datetime64(part.ends)
    return marks


def _check(
    definition: Definition, flags: Mapping[str, Sequence[bool]], days: Sequence[str]
) -> None:
    needed = {flag for part in definition.parts for flag in part.flags}
    missing = sorted(needed - set(flags))
    if missing:
        raise ValueError(
            f"'{definition.title}' needs flags that the supplier does not fill:"
            f" {', '.join(missing)}."
        )
    first, last = min(days, default=""), max(days, default="")
    if first and first < definition.begins.isoformat():
        raise ValueError(f"'{definition.title}' begins on {definition.begins}: found {first}.")
    if definition.ends and last > definition.ends.isoformat():
        raise ValueError(f"'{definition.title}' ended on {definition.ends}: found {last}.")
