"""From evidence to scores, and from scores to risk: harm × likelihood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats.bands import HIGHEST, Bands, default_bands
from wardwise.threats.evidence import CandidateEvidence, Known, Reading
from wardwise.threats.factors import Factor, Side, factors


@dataclass(frozen=True)
class FactorScore:
    """One factor's score with its range. Unit: steps of score, 0 to 4.

    ``score`` is NotKnown where there is no evidence; the range is then the whole scale.
    """

    factor: str
    side: Side
    score: float | NotKnown
    lower: float
    upper: float
    wording: str


@dataclass(frozen=True)
class RiskScore:
    """Harm × likelihood. Unit: score; harm and likelihood 0 to 4, risk 0 to 16."""

    value: float
    harm: float
    likelihood: float
    method: str = "weighted mean of harm × weighted mean of likelihood"


def risk_score(
    *,
    harm: Mapping[str, float | None],
    likelihood: Mapping[str, float | None],
    weights: Mapping[str, float],
) -> RiskScore:
    """The risk that a problem stands for: how bad it is times how much of it there is.

    Parameters
    ----------
    harm, likelihood : mapping
        Factor → score of 0 to 4, None where it is not known.
    weights : mapping
        Factor → weight, 0 or more.

    Returns
    -------
    RiskScore
        Unit: score, 0 to 16.

    Raises
    ------
    ValueError
        If nothing with a weight is known on a side: there is then no risk to print.

    Notes
    -----
    Each side is the mean of its known scores by weight; a factor that is not known is left out
    of the middle value and takes the whole scale in the range (see ``rank_stability``), so that
    no number stands in for a missing fact. Capacity is not a factor: what a partnership can do
    about a problem does not make the problem larger or smaller. Confidence is not one either.

    References
    ----------
    House rule, version 1: the shape is that of published police prioritisation matrices
    (harm by likelihood, organisational position beside); scale and weights are our own.

    Examples
    --------
    >>> risk = risk_score(
    ...     harm={"severity": 4, "physical": 2},
    ...     likelihood={"volume": 2, "trend": None},
    ...     weights={"severity": 1, "physical": 1, "volume": 1, "trend": 1},
    ... )
    >>> risk.harm, risk.likelihood, risk.value
    (3.0, 2.0, 6.0)
    """
    harm_mean = _weighted_mean(harm, weights=weights)
    likelihood_mean = _weighted_mean(likelihood, weights=weights)
    return RiskScore(value=harm_mean * likelihood_mean, harm=harm_mean, likelihood=likelihood_mean)


def factor_scores(
    *, candidate: CandidateEvidence, bands: Bands, scheme: str
) -> dict[str, FactorScore]:
    """Every factor's score for one candidate.

    Parameters
    ----------
    candidate : CandidateEvidence
        What is known of it.
    bands : Bands
        What evidence makes which score.
    scheme : str
        The harm index whose severity is scored.

    Returns
    -------
    dict
        Factor → FactorScore, in printed order. Unit: steps of score, 0 to 4.

    Notes
    -----
    The score is that of the band that holds the value; a change that the test does not call
    clear counts as no change, and a place that could be in either half as the middle. The
    range runs from the score of the lower limit to that of the upper, widened by half a step
    because a band is a rounding, and by the confidence grade. Where there was no offence in
    the year every factor of likelihood is 0, without a range.

    References
    ----------
    Reference tables ``threat_band`` and ``threat_factor``.

    Examples
    --------
    See ``test_threats.py``.
    """
    return {
        factor.name: _score(candidate, factor, bands=bands, scheme=scheme) for factor in factors()
    }


def severity_scores(candidate: CandidateEvidence) -> dict[str, int | None]:
    """Scheme → the score of its severity, None where it has no weight by that scheme."""
    return {
        scheme: default_bands().band("severity", found.value).score
        if isinstance(found, Reading)
        else None
        for scheme, found in candidate.severity.items()
    }


def _score(
    candidate: CandidateEvidence, factor: Factor, *, bands: Bands, scheme: str
) -> FactorScore:
    if factor.side is Side.LIKELIHOOD and candidate.is_nil:
        return FactorScore(factor.name, factor.side, 0.0, 0.0, 0.0, "none in the year")
    found = evidence_of(candidate, factor, scheme=scheme)
    if isinstance(found, NotKnown):
        wording = f"not known: {found.reason}"
        return FactorScore(factor.name, factor.side, found, 0.0, float(HIGHEST), wording)
    if factor.is_judged:
        wording = found.method
        return FactorScore(factor.name, factor.side, found.value, found.lower, found.upper, wording)
    return _banded(factor, found, bands=bands, spread=factor.spread + candidate.confidence.spread)


def _banded(factor: Factor, found: Reading, *, bands: Bands, spread: float) -> FactorScore:
    band = bands.band(factor.name, found.value)
    lowest = bands.band(factor.name, found.lower).score - spread
    highest = bands.band(factor.name, found.upper).score + spread
    return FactorScore(
        factor=factor.name,
        side=factor.side,
        score=float(band.score),
        lower=max(0.0, lowest),
        upper=min(float(HIGHEST), highest),
        wording=band.wording,
    )


def evidence_of(candidate: CandidateEvidence, factor: Factor, *, scheme: str) -> Known:
    """The piece of evidence that a factor is scored from."""
    if factor.is_judged:
        missing = NotKnown(f"nobody has judged its {factor.title.lower()}")
        return candidate.judged.get(factor.name, missing)
    match factor.name:
        case "severity":
            missing = NotKnown(f"it has no weight by {scheme}")
            return candidate.severity.get(scheme, missing)
        case "frequency":
            return candidate.volume
        case "volume":
            return candidate.rate
        case "trend":
            return _clear_change(candidate.change, candidate.verdict)
        case "forecast":
            return _clear_change(candidate.forecast, None)
        case "peers":
            return _share_below(candidate.peers)
        case _:
            return candidate.public_concern


def _clear_change(change: Known, verdict: Verdict | None) -> Known:
    """No change where the test allows no word for one; the range stays as it is."""
    if isinstance(change, NotKnown):
        return change
    if verdict is Verdict.NOT_COMPARABLE:
        return NotKnown("the two years cannot be compared")
    spans_nought = change.lower <= 0 <= change.upper
    is_clear = not spans_nought if verdict is None else verdict is not Verdict.NO_CLEAR_CHANGE
    if is_clear:
        return change
    lower, upper = min(0.0, change.lower), max(0.0, change.upper)
    return Reading(0.0, lower, upper, change.unit, change.method)


def _share_below(peers: Rank | NotKnown) -> Known:
    """Share of the group that stands below, half of ours counted. Unit: percent.

    A place that may as well be in either half is no place: it counts as the middle.
    """
    if isinstance(peers, NotKnown):
        return peers
    lower, upper = _percent_below(peers.upper, peers.of), _percent_below(peers.lower, peers.of)
    is_clear = not lower <= 50 <= upper
    value = _percent_below(peers.position, peers.of) if is_clear else 50.0
    return Reading(value, lower, upper, "percent of the group below", peers.method)


def _percent_below(position: int, of: int) -> float:
    return 100 * (of - position + 0.5) / of


def _weighted_mean(scores: Mapping[str, float | None], *, weights: Mapping[str, float]) -> float:
    known = {name: score for name, score in scores.items() if score is not None}
    total = sum(weights[name] for name in known)
    if total <= 0:
        raise ValueError("nothing that has a weight is known on this side, so there is no risk.")
    return sum(weights[name] * score for name, score in known.items()) / total
