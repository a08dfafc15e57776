"""What decided against a candidate: the factor that cost it most against the last one proposed."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.initials import small
from wardwise.domain.nothing import NotKnown
from wardwise.threats.factors import Side, factors
from wardwise.threats.field import Field, Scored
from wardwise.threats.reason import Reason, plain, rate, sentence
from wardwise.threats.scoring import FactorScore, RiskScore


BETTER = {Side.HARM: "greater", Side.LIKELIHOOD: "higher"}


@dataclass(frozen=True)
class Deciding:
    """One factor: what it cost, as a part of the rival's risk, and both scores in words."""

    title: str
    cost: float
    ours: str
    against: str


def deciding(one: Scored, rival: Scored, field: Field) -> list[Deciding]:
    """Every factor on which the rival scores higher, the costliest first.

    Where the rival's factor is not known, its mean on that side stands in for it: that is
    what its risk was worked out with.
    """
    found = [_deciding(one, rival, factor.name, field) for factor in factors()]
    held = [each for each in found if each is not None and each.cost > 0]
    return sorted(held, key=lambda each: -each.cost)


def _deciding(one: Scored, rival: Scored, name: str, field: Field) -> Deciding | None:
    ours, theirs = one.scores[name], rival.scores[name]
    if isinstance(ours.score, NotKnown) or isinstance(rival.risk, NotKnown):
        return None
    mean = _side_of(rival.risk, ours.side)
    is_known = not isinstance(theirs.score, NotKnown)
    score = mean if isinstance(theirs.score, NotKnown) else theirs.score
    known = [each.factor for each in one.scores.values() if _counts(each, ours.side)]
    weight = field.weights[name] / sum(field.weights[factor] for factor in known)
    title = next(factor.title for factor in factors() if factor.name == name)
    return Deciding(
        title=title,
        cost=weight * (score - ours.score) / mean,
        ours=_words(ours),
        against=f", against {_words(theirs)}"
        if is_known
        else f"; for {_named(rival)} it is not known (its {ours.side.value}: {rate(mean)} of 4)",
    )


def _counts(score: FactorScore, side: Side) -> bool:
    return score.side is side and not isinstance(score.score, NotKnown)


def _side_of(risk: RiskScore, side: Side) -> float:
    return risk.harm if side is Side.HARM else risk.likelihood


def _words(score: FactorScore) -> str:
    judged = next(factor.is_judged for factor in factors() if factor.name == score.factor)
    if judged and not isinstance(score.score, NotKnown):
        return f"{score.score:g} of 4"
    return score.wording


def _named(one: Scored) -> str:
    return small(one.name)


def decided_words(one: Scored, rival: Scored, field: Field, *, number: int) -> Reason:
    """``Frequency: weekly, against daily; its harm is the greater.``"""
    costs = deciding(one, rival, field)[:number]
    if not costs:
        return plain(f"No more than a hair's breadth parts it from {_named(rival)}.")
    told = "; then ".join(f"{small(each.title)}: {each.ours}{each.against}" for each in costs)
    return sentence(plain(f"{told}{_instead(one, rival)}"))


def _instead(one: Scored, rival: Scored) -> str:
    """The side on which it stands above the rival all the same."""
    if isinstance(one.risk, NotKnown) or isinstance(rival.risk, NotKnown):
        return ""
    for side, words in BETTER.items():
        if _side_of(one.risk, side) > _side_of(rival.risk, side) + 1e-9:
            return f"; its {side.value} is the {words}"
    return ""
