"""The case for and against a proposed priority: what a board will be asked about each."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.document.words import rounded
from wardwise.domain.nothing import NotKnown
from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats.confidence import Grade
from wardwise.threats.edges import Edge, edges
from wardwise.threats.evidence import Reading
from wardwise.threats.facts import Fact, facts, peers_told, which_year
from wardwise.threats.field import Field, Scored
from wardwise.threats.propose import Proposal
from wardwise.threats.reason import (
    Reason,
    count,
    first_of,
    percent_change,
    place,
    plain,
    rate,
    reason,
    share,
    signed_percent,
)
from wardwise.threats.scoring import RiskScore


UNITS = {
    "severity": "severity points each",
    "frequency": "a year",
    "volume": "for every 1,000 residents",
}
MEASURED = {"severity": "it weighs", "frequency": "there were", "volume": "there were"}
"""Factor of an edge → the unit of its line, and the verb of its measure."""

OPEN_PERCENT = 50.0
"""Share of draws under which a place is open."""


@dataclass(frozen=True)
class Case:
    """Facts for and against, the strongest first; both empty for one that is not proposed."""

    lifting: tuple[Fact, ...] = ()
    lowering: tuple[Fact, ...] = ()


def case_of(one: Scored, field: Field, proposal: Proposal) -> Case:
    """Never one-sided: whatever is proposed has something against it, if only its doubts."""
    if one.name not in proposal.names:
        return Case()
    return Case(speaks_for(one, field, proposal), speaks_against(one, field, proposal))


def speaks_for(one: Scored, field: Field, proposal: Proposal) -> tuple[Fact, ...]:
    """What lifts it: growth first, then by how far each lifts its score."""
    decision = proposal.decided.get(one.name)
    if decision is not None:
        words = "people decided so: " + decision.reason.rstrip(".")
        return (Fact("decision", 0.0, plain(words)),)
    lifting = [
        fact
        for fact in facts(one, field)
        if (fact.about != "trend" and fact.push > 0) or _moved(one, fact, Verdict.ROSE)
    ]
    led = _later(one, Verdict.ROSE) + sorted(lifting, key=_trend_first)
    return tuple(led) or (Fact("together", 0.0, _together(one, field)),)


def _later(one: Scored, verdict: Verdict) -> list[Fact]:
    """What records of a later year say: a reader who has seen them will ask."""
    change = one.evidence.later
    if one.evidence.later_verdict is not verdict or not isinstance(change, Reading):
        return []
    words = f"in police records of {one.evidence.later_year} it {verdict} by {{later}}"
    return [Fact("later", 0.0, reason(words, later=percent_change(change.value)))]


def _moved(one: Scored, fact: Fact, verdict: Verdict) -> bool:
    """A tested change counts for its own sake, though most others moved the same way."""
    return fact.about == "trend" and one.evidence.verdict is verdict


def _trend_first(fact: Fact) -> bool:
    return fact.about != "trend"


def _together(one: Scored, field: Field) -> Reason:
    """Nothing stands out, and the product does: few have both sides above the lowest."""
    equal = sum(other.level == one.level for other in field.counted) - 1
    assert isinstance(one.risk, RiskScore), "proposed by its score"
    assert not isinstance(one.rank, NotKnown), "proposed by its score"
    return reason(
        "no one factor lifts it: harm (scored {harm} of 4) and likelihood ({likelihood} of 4) "
        "together put it {rank}"
        + (f", level with {'another' if equal == 1 else 'others'}" if equal else ""),
        harm=rate(one.risk.harm),
        likelihood=rate(one.risk.likelihood),
        rank=place(one.rank),
    )


def speaks_against(one: Scored, field: Field, proposal: Proposal) -> tuple[Fact, ...]:
    """A fall first, then what lowers its score, then what makes the score doubtful."""
    if isinstance(one.risk, NotKnown):
        words = "nobody has counted it here, so that it has no score"
        return (Fact("uncounted", 0.0, plain(words)),)
    lowering = [
        fact for fact in facts(one, field) if fact.push < 0 or _moved(one, fact, Verdict.FELL)
    ]
    told = _later(one, Verdict.FELL) + sorted(lowering, key=_trend_first)
    told += _doubts(one, field, proposal)
    words = "no more than the limits of what the police record"
    return tuple(told) or (Fact("limits", 0.0, plain(words)),)


def _doubts(one: Scored, field: Field, proposal: Proposal) -> list[Fact]:
    found = {
        "low": _low_place(one, field),
        "line": _on_a_line(one, field, proposal),
        "unweighed": _unweighed(one),
        "confidence": _little_evidence(one),
        "level": _nothing_tested(one),
        "open": _open(one, field),
    }
    return [Fact(about, 0.0, doubt) for about, doubt in found.items() if doubt is not None]


def _low_place(one: Scored, field: Field) -> Reason | None:
    """A place in the lower half, where most candidates have one and it weighs nothing."""
    peers = one.evidence.peers
    if not isinstance(peers, Rank) or peers_told(peers) >= 0:
        return None
    found = next(fact for fact in facts(one, field) if fact.about == "peers")
    return found.clause if found.push == 0 else None


def _on_a_line(one: Scored, field: Field, proposal: Proposal) -> Reason | None:
    """That one band lower it would give way to the next."""
    rivals = [
        other.level
        for other in field.counted
        if other.name not in (*proposal.names, *proposal.passed_over, *proposal.decided)
    ]
    if one.name in proposal.decided or not rivals:
        return None
    for edge in edges(one, field):
        if edge.risk < max(rivals):
            return _line_words(edge)
    return None


def _line_words(edge: Edge) -> Reason:
    name, reading = edge.factor.name, edge.reading
    key = {"volume": "rate", "frequency": "volume"}.get(name, name)
    number = count if name == "frequency" else rate
    limits = {f"{key}_least": number(reading.lower), f"{key}_most": number(reading.upper)}
    line = rounded(edge.line, 0 if edge.line.is_integer() else 1)
    return reason(
        f"its place hangs on a line: from {line} {UNITS[name]} it counts as "
        f"{edge.wording}, and {MEASURED[name]} {{{key}}} ({{{key}_least}} to {{{key}_most}}); a "
        "step lower it would lose its place",
        **{key: number(reading.value)},
        **limits,
    )


def _unweighed(one: Scored) -> Reason | None:
    if not isinstance(one.scores["severity"].score, NotKnown):
        return None
    return plain("its harm rests on judgement alone, for want of a severity weight")


def _little_evidence(one: Scored) -> Reason | None:
    held = one.evidence.confidence
    if held.grade is Grade.A:
        return None
    return plain("; ".join(held.reasons))


def _nothing_tested(one: Scored) -> Reason | None:
    """No rise, and no place among similar partnerships that could be told from the middle."""
    change, peers = one.evidence.change, one.evidence.peers
    level = one.evidence.verdict is Verdict.NO_CLEAR_CHANGE and isinstance(change, Reading)
    middling = isinstance(peers, Rank) and peers_told(peers) == 0
    words, marks = [], {}
    if level and isinstance(change, Reading):
        words.append(f"no clear change over {which_year(one)} ({{change}})")
        marks["change"] = signed_percent(change.value)
    if middling and isinstance(peers, Rank):
        words.append("no clear place among similar partnerships")
    if not words:
        return None
    return reason("it shows " + " and ".join(words), **marks)


def _open(one: Scored, field: Field) -> Reason | None:
    if round(one.share.top_percent) >= OPEN_PERCENT:
        return None
    words = f"only {{top_percent}} of the trials have it {first_of(field.k)}"
    return reason(words, top_percent=share(one.share.top_percent))
