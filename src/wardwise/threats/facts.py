"""What can be said for or against a candidate: one fact from each kind of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.domain.verdict import Verdict
from wardwise.measures.compare.rank import Rank
from wardwise.threats.bands import HIGHEST
from wardwise.threats.evidence import Reading
from wardwise.threats.factors import factors
from wardwise.threats.field import Field, Scored
from wardwise.threats.reason import (
    Reason,
    count,
    percent_change,
    place,
    plain,
    rate,
    reason,
    share,
    signed_percent,
)


@dataclass(frozen=True)
class Fact:
    """A clause, and how hard it pushes: above 0 for the candidate, below 0 against."""

    about: str
    push: float
    clause: Reason


CONCENTRATED_PERCENT = 5.0
"""Half of it in so few of the places is worth saying."""


WORTH_SAYING = 0.15
"""Steps of score that judgement has to move a candidate by before it counts for or against."""


WHOLE_POINTS = 100
"""Severity from which a decimal says nothing: the weights are not known so finely."""


SERIOUS = 3
"""Judged score from which harm is called serious; the highest is called grave."""

HARMED = {
    "physical": "the body",
    "psychological": "the mind",
    "financial": "money and goods",
    "community": "the community",
    "environment": "streets and buildings",
}
"""Kind of harm → what it is done to."""


def facts(one: Scored, field: Field) -> list[Fact]:
    """Every fact that can be said of a candidate, the hardest push first."""
    found = [
        _volume(one, field),
        _severity(one, field),
        _trend(one, field),
        _forecast(one, field),
        _peers(one, field),
        _concern(one, field),
        _judged(one, field),
        _concentration(one),
    ]
    held = [fact for fact in found if fact is not None]
    return sorted(held, key=lambda fact: -abs(fact.push))


def _volume(one: Scored, field: Field) -> Fact | None:
    volume, per = one.evidence.volume, one.evidence.rate
    if not isinstance(volume, Reading) or not isinstance(per, Reading):
        return None
    push = field.push(one, "volume") + field.push(one, "frequency")
    at = field.place_by_volume(one)
    marks = {"volume": count(volume.value), "rate": rate(per.value)}
    numbers = "{volume} in the year, {rate} per 1,000 residents"
    return Fact("volume", push, reason(_much(at, push, volume.value) + numbers, **marks))


def _much(at: int, push: float, volume: float) -> str:
    if at == 1:
        return "no other candidate is recorded more often: "
    if push > 0 and at in (2, 3):
        return f"it is the {_nth(at)} largest of those counted: "
    if push > 0:
        return "there is much of it: "
    if push < 0 and volume < 52:
        return "it is rarer than one a week: "
    if push < 0 and volume < 365:
        return "it is rarer than one a day: "
    return "there is less of it than of most: " if push < 0 else "there were "


def _severity(one: Scored, field: Field) -> Fact | None:
    found = one.evidence.severity.get(field.scheme)
    if not isinstance(found, Reading):
        return None
    push, at = field.push(one, "severity"), field.place_by_severity(one)
    marks = {"severity": _points(found.value)}
    band = one.scores["severity"].wording
    return Fact("severity", push, reason(_grave(at, push, band), **marks))


def _points(severity: float) -> str:
    """Whole points in words; a small weight keeps its decimal."""
    return count(severity) if severity >= WHOLE_POINTS else rate(severity)


def _grave(at: int, push: float, band: str) -> str:
    points = "{severity} severity points"
    if at == 1:
        return f"courts punish nothing else that is counted here so hard: {points} each"
    if push > 0 and at in (2, 3):
        return f"it is the {_nth(at)} gravest of those counted: {points} each"
    if push > 0:
        return f"each one weighs {points}, more than most"
    weight = f"each one is {band} by the sentences that courts pass: {points}"
    return weight if push < 0 else f"each one weighs {points}"


def _trend(one: Scored, field: Field) -> Fact | None:
    change = one.evidence.change
    if not isinstance(change, Reading):
        return None
    push = field.push(one, "trend")
    match one.evidence.verdict:
        case Verdict.ROSE:
            push = max(0.0, push)
            words, change_text = "it rose by {change} over ", percent_change(change.value)
        case Verdict.FELL:
            push = min(0.0, push)
            words, change_text = "it fell by {change} over ", percent_change(change.value)
        case Verdict.NO_CLEAR_CHANGE:
            push = 0.0  # that others fell is no reason for what did not move
            words = "it shows no clear change over "
            change_text = signed_percent(change.value)
        case _:
            return None
    words += which_year(one) + (" ({change})" if "{change}" not in words else "")
    return Fact("trend", push, reason(words, change=change_text))


def which_year(one: Scored) -> str:
    """Named where records tell of a later one as well."""
    return "the published year" if isinstance(one.evidence.later, Reading) else "the year"


def _forecast(one: Scored, field: Field) -> Fact | None:
    found = one.evidence.forecast
    if not isinstance(found, Reading) or found.lower <= 0 <= found.upper:
        return None
    words = "more" if found.value > 0 else "less"
    return Fact(
        "forecast",
        field.push(one, "forecast"),
        reason(
            f"{words} of it is expected in the year ahead ({{forecast}})",
            forecast=signed_percent(found.value),
        ),
    )


def _peers(one: Scored, field: Field) -> Fact | None:
    peers = one.evidence.peers
    if not isinstance(peers, Rank):
        return None
    told = peers_told(peers)
    push = told * max(0.0, told * field.push(one, "peers"))
    marks = {"peers": f"{place(peers.position)} of {peers.of}"}
    span = ""
    if peers.upper > peers.lower:
        span = (
            ", {peers_best} or {peers_worst}"
            if peers.upper - peers.lower == 1
            else ", anywhere from {peers_best} to {peers_worst}"
        )
        marks |= {"peers_best": place(peers.lower), "peers_worst": place(peers.upper)}
    if peers.clearly_above == 0 and peers.clearly_below >= peers.of / 2:
        words = "most similar partnerships have clearly less of it ({peers}" + span + ")"
    elif peers.clearly_below == 0 and peers.clearly_above >= peers.of / 2:
        words = "most similar partnerships have clearly more of it ({peers}" + span + ")"
    elif told >= 0:
        words = "among similar partnerships it ranks {peers}" + span
    else:
        words = "among similar partnerships it ranks only {peers}" + span
    return Fact("peers", push, reason(words, **marks))


def peers_told(peers: Rank) -> int:
    """1 where every place it may hold is in the upper half, -1 in the lower, 0 in both."""
    middle = (peers.of + 1) / 2
    return int(peers.upper < middle) - int(peers.lower > middle)


def _concern(one: Scored, field: Field) -> Fact | None:
    found = one.evidence.public_concern
    if not isinstance(found, Reading):
        return None
    return Fact(
        "public_concern",
        field.push(one, "public_concern"),
        reason(
            "{public_concern} of residents name it as a big problem",
            public_concern=share(found.value),
        ),
    )


def _judged(one: Scored, field: Field) -> Fact | None:
    held = {
        factor.name: reading
        for factor in factors()
        if factor.is_judged and isinstance(reading := one.evidence.judged.get(factor.name), Reading)
    }
    if not held:
        return None
    because = next(iter(held.values())).method
    worst = max(reading.value for reading in held.values())
    harmed = [HARMED[name] for name, reading in held.items() if reading.value == worst]
    push = sum(field.push(one, name) for name in held)
    # a problem that does one kind of grave harm and no other is not called harmless for that
    counts = push >= WORTH_SAYING if worst >= SERIOUS else push <= -WORTH_SAYING
    words = f"by judgement it does {_degree(worst)} harm to {_listed(harmed)} ({because})"
    return Fact("judged", push if counts else 0.0, plain(words))


def _degree(worst: float) -> str:
    if worst >= HIGHEST:
        return "grave"
    return "serious" if worst >= SERIOUS else "no more than limited"


def _listed(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _concentration(one: Scored) -> Fact | None:
    """Shown beside the score: it says where to act, not how large the problem is."""
    found = one.evidence.concentration
    if not isinstance(found, Reading) or found.value > CONCENTRATED_PERCENT:
        return None
    words = "half of it falls in {concentration} of the neighbourhoods"
    return Fact("concentration", 0.0, reason(words, concentration=percent_change(found.value)))


def _nth(position: int) -> str:
    return ("", "", "second", "third")[position]
