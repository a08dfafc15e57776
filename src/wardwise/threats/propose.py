"""Which candidates are proposed, which are watched, and where people decided otherwise."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from wardwise.domain.errors import SettingsError
from wardwise.domain.verdict import Verdict
from wardwise.threats.evidence import CandidateEvidence
from wardwise.threats.field import Scored
from wardwise.threats.scoring import RiskScore


class Tier(StrEnum):
    """What is proposed to be done with a candidate."""

    PRIORITY = "priority"
    WATCH = "watch"
    ORDINARY = "business as usual"
    NOT_KNOWN = "not known: needs data"


WATCH_PERCENT = 25.0
"""Share of draws among the first k from which a candidate is watched."""


class Override(Protocol):
    """People decided otherwise than the score. ``settings.priorities.overrides`` holds these."""

    @property
    def candidate(self) -> str:
        """Name of the candidate."""

    @property
    def propose(self) -> bool:
        """Whether it is to be proposed."""

    @property
    def reason(self) -> str:
        """Why; printed."""


@dataclass(frozen=True)
class Proposal:
    """Names in the order they are proposed; who was passed over for a relative; decisions."""

    names: tuple[str, ...]
    passed_over: Mapping[str, str]
    decided: Mapping[str, Override]


def are_relatives(one: CandidateEvidence, other: CandidateEvidence) -> bool:
    """Whether one of the two is part of the other."""
    return other.name in one.within or one.name in other.within


def propose(*, scored: Sequence[Scored], k: int, overrides: Sequence[Override]) -> Proposal:
    """The k candidates with the highest risk, decisions first, none beside its own part.

    Parameters
    ----------
    scored : sequence of Scored
        Every candidate.
    k : int
        Number of priorities; decisions may make it more.
    overrides : sequence of Override
        What people decided: these come before the scores.

    Returns
    -------
    Proposal
        Those decided for come first, in the order of the settings; then by risk. Where two
        risks are equal, the one that more of the draws have among the first comes first.

    Raises
    ------
    SettingsError
        If a decision names a candidate that is not on the list, or names one twice.

    References
    ----------
    House rule, version 1.

    Examples
    --------
    See ``test_threats.py``.
    """
    decided = _decided(scored, overrides)
    by_name = {one.name: one for one in scored}
    chosen = [by_name[name] for name, decision in decided.items() if decision.propose]
    passed_over: dict[str, str] = {}
    for one in sorted(scored, key=_order):
        if not isinstance(one.risk, RiskScore) or one.name in decided:
            continue
        relative = next((c for c in chosen if are_relatives(one.evidence, c.evidence)), None)
        if relative is not None:
            passed_over[one.name] = relative.name
        elif len(chosen) < k and one.value > 0:
            chosen.append(one)
    return Proposal(tuple(one.name for one in chosen), passed_over, decided)


def _order(one: Scored) -> tuple[float, float, str]:
    return (-one.level, -one.share.top_percent, one.name)


def tier_of(one: Scored, proposal: Proposal) -> Tier:
    """What becomes of a candidate."""
    if one.name in proposal.names:
        return Tier.PRIORITY
    if not isinstance(one.risk, RiskScore):
        return Tier.NOT_KNOWN
    return Tier.WATCH if why_watched(one, proposal) else Tier.ORDINARY


def why_watched(one: Scored, proposal: Proposal) -> str:
    """Why a candidate that is not proposed is watched, empty if it is not."""
    if one.name in proposal.decided:
        return "people decided against its score"
    if one.evidence.verdict is Verdict.ROSE:
        return "it rose beyond chance"
    if one.share.top_percent >= WATCH_PERCENT:
        return "other weights could bring it in"
    return ""


def _decided(scored: Sequence[Scored], overrides: Sequence[Override]) -> dict[str, Override]:
    names = [one.name for one in scored]
    decided: dict[str, Override] = {}
    for number, override in enumerate(overrides, start=1):
        where = f"priorities.overrides[{number}].candidate"
        if override.candidate not in names:
            near = difflib.get_close_matches(override.candidate, names, n=1, cutoff=0.6)
            nearest = f" Did you mean '{near[0]}'?" if near else ""
            raise SettingsError(
                f"{where}: found '{override.candidate}', expected one of the {len(names)}"
                f" candidates.{nearest} Correct the name."
            )
        if override.candidate in decided:
            raise SettingsError(
                f"{where}: '{override.candidate}' is decided twice, expected once. Remove one."
            )
        decided[override.candidate] = override
    return decided
