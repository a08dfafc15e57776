"""threats.json: the long list of the threat assessment, for people who score it again.

It is a public contract, described in docs/reference/threats_json.md.
"""

from __future__ import annotations

import json
from collections.abc import Set

from wardwise.chapters.threat_assessment.findings import Line, ThreatFindings
from wardwise.domain.figure import Figure, Json
from wardwise.domain.nothing import NotKnown
from wardwise.render.figures_json import number_json
from wardwise.threats.bands import default_bands
from wardwise.threats.evidence import ONS_SEVERITY, Known
from wardwise.threats.factors import Factor, factors
from wardwise.threats.scoring import FactorScore, evidence_of, severity_scores


VERSION = 1
FIGURE_OF = {
    "severity": "severity",
    "frequency": "volume",
    "volume": "rate",
    "trend": "change",
    "forecast": "forecast",
    "peers": "rank",
}
"""Factor → name of the candidate's figure that it is scored from."""


def threats_json(found: ThreatFindings, *, run: str, printed: Set[str]) -> str:
    """The long list as text. A figure's id is given where the figure is ``printed``."""
    assessed = found.assessment
    whole: dict[str, Json] = {
        "version": VERSION,
        "run": run,
        "area_code": found.area.code,
        "area_name": found.area.name,
        "scheme": assessed.scheme,
        "k": assessed.k,
        "seed": assessed.seed,
        "draws": assessed.draws,
        "weights_vary_percent": assessed.weights_vary_percent,
        "factors": [_factor(one, assessed.weights[one.name]) for one in factors()],
        "candidates": [_candidate(line, printed) for line in found.lines],
    }
    return json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _factor(factor: Factor, weight: float) -> dict[str, Json]:
    return {
        "factor": factor.name,
        "title": factor.title,
        "side": factor.side.value,
        "asks": factor.asks,
        "weight": weight,
        "rests_on": "judgement" if factor.is_judged else "evidence",
        "scale": [
            {"score": band.score, "wording": band.wording}
            for band in default_bands().of(factor.name)
        ],
    }


def _candidate(line: Line, printed: Set[str]) -> dict[str, Json]:
    one, evidence = line.assessed, line.assessed.evidence
    return {
        "name": one.name,
        "kind": str(evidence.kind),
        "within": list(evidence.within),
        "counted": evidence.is_counted,
        "rank": _number(one.rank),
        "rank_lower": one.share.rank_lower or None,
        "rank_upper": one.share.rank_upper or None,
        "risk": None if isinstance(one.risk, NotKnown) else one.risk.value,
        "risk_lower": line.risk.interval.lower if line.risk.interval else None,
        "risk_upper": line.risk.interval.upper if line.risk.interval else None,
        "harm": None if isinstance(one.risk, NotKnown) else one.risk.harm,
        "likelihood": None if isinstance(one.risk, NotKnown) else one.risk.likelihood,
        "top_percent": one.share.top_percent,
        "tier": str(one.tier),
        "reason": str(one.reason),
        "rank_by_scheme": dict(one.rank_by_scheme),
        "severity_by_scheme": dict(severity_scores(evidence)),
        "volume": _reading(evidence.volume),
        "severity": _reading(evidence.severity.get(ONS_SEVERITY, NotKnown("it has no weight"))),
        "confidence": {
            "grade": str(evidence.confidence.grade),
            "reasons": list(evidence.confidence.reasons),
        },
        "capacity": evidence.capacity,
        "data_needed": evidence.data_needed,
        "held_by": evidence.held_by,
        "figures": {
            name: figure.figure_id
            for name, figure in _figures(line).items()
            if figure.figure_id in printed
        },
        "scores": [_score(line, factor, one.scores[factor.name], printed) for factor in factors()],
    }


def _figures(line: Line) -> dict[str, Figure]:
    own = {
        "risk": line.risk,
        "harm": line.harm,
        "likelihood": line.likelihood,
        "top_share": line.top_share,
    }
    return {**line.candidate.figures, **own}


def _score(line: Line, factor: Factor, scored: FactorScore, printed: Set[str]) -> dict[str, Json]:
    figure = line.candidate.figures.get(FIGURE_OF.get(factor.name, ""))
    rests_on = evidence_of(line.assessed.evidence, factor, scheme=ONS_SEVERITY)
    return {
        "factor": factor.name,
        "score": _number(scored.score),
        "lower": scored.lower,
        "upper": scored.upper,
        "wording": scored.wording,
        "evidence": _reading(rests_on),
        "figure_ids": [figure.figure_id] if figure and figure.figure_id in printed else [],
    }


def _number(value: float | NotKnown) -> float | int | None:
    return None if isinstance(value, NotKnown) else value


def _reading(known: Known) -> dict[str, Json]:
    if isinstance(known, NotKnown):
        return {"value": None, "lower": None, "upper": None, "unit": "", "reason": known.reason}
    return {
        "value": number_json(known.value),
        "lower": number_json(known.lower),
        "upper": number_json(known.upper),
        "unit": known.unit,
        "reason": None,
    }
