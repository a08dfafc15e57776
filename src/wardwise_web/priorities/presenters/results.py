"""What the panel's marks make, as the meeting sees it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wardwise.domain.nothing import NotKnown
from wardwise.threats.panel import PlacedThreat
from wardwise.threats.scoring import RiskScore
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.priorities.evidence_beside import score_without_panel
from wardwise_web.priorities.models import AgreedScore, Criterion, Mark, PolicyPull, Threat
from wardwise_web.priorities.presenters.marking import Beside, beside, findings_for
from wardwise_web.priorities.presenters.order import Order
from wardwise_web.priorities.selectors import first_marks, interests_of, open_marks, pulls_of
from wardwise_web.priorities.states import Side, Source


WIDE = 2  # steps apart from which the meeting is asked to talk about it


@dataclass(frozen=True)
class ResultLine:
    """A threat in the panel's order. Numbers are as printed; None is not known."""

    threat: Threat
    placed: PlacedThreat
    top_percent: float | None
    rank_lower: int
    rank_upper: int
    rank_without_concern: int | None
    spread: int
    unknown: int
    capacity: tuple[tuple[str, float | None], ...]
    pulls: tuple[PolicyPull, ...]
    to_agree: int

    @property
    def rank(self) -> int | None:
        """Its place."""
        return self.placed.rank if isinstance(self.placed.rank, int) else None

    @property
    def risk(self) -> RiskScore | None:
        """Its risk."""
        return self.placed.risk if isinstance(self.placed.risk, RiskScore) else None

    @property
    def build_rank(self) -> int | None:
        """Where the build's own evidence put it."""
        found = self.threat.evidence.get("rank")
        return int(found) if found is not None else None


def result_lines(order: Order) -> list[ResultLine]:
    """Every threat, the highest risk first, then those without a place."""
    firm = order.stability
    pulls: dict[int, list[PolicyPull]] = defaultdict(list)
    for one in pulls_of(order.scoring):
        pulls[one.threat_id].append(one)
    lines = [
        ResultLine(
            threat=threat,
            placed=order.places[n],
            top_percent=firm.top_percent[n],
            rank_lower=firm.rank_lower[n],
            rank_upper=firm.rank_upper[n],
            rank_without_concern=order.ranks_without_concern.get(threat.name),
            spread=max((_spread(order, threat, one) for one in order.risk_criteria), default=0),
            unknown=_unknown(order, threat),
            capacity=tuple(
                (one.title, order.panel_means.get((threat.pk, one.pk)))
                for one in order.criteria
                if one.side == Side.CAPACITY
            ),
            pulls=tuple(pulls[threat.pk]),
            to_agree=sum(
                (threat.pk, one.pk) in order.panel_means
                and one.source == Source.PANEL
                and (threat.pk, one.pk) not in order.agreed
                for one in order.criteria
            ),
        )
        for n, threat in enumerate(order.threats)
    ]
    return sorted(lines, key=lambda one: (one.rank is None, one.rank or 0, one.threat.name))


def _spread(order: Order, threat: Threat, criterion: Criterion) -> int:
    marks = _marks(order, threat, criterion)
    return int(max(marks) - min(marks)) if marks else 0


def _unknown(order: Order, threat: Threat) -> int:
    return sum(value is None for (_, about, _), value in order.marks.items() if about == threat.pk)


def _marks(order: Order, threat: Threat, criterion: Criterion) -> list[float]:
    found = (order.marks.get((who.pk, threat.pk, criterion.pk)) for who in order.scorers)
    return [value for value in found if value is not None]


@dataclass(frozen=True)
class Agreement:
    """How far the scorers agree on a factor, over all threats."""

    criterion: Criterion
    alpha: float | None
    reason: str


def agreements(order: Order) -> list[Agreement]:
    """Krippendorff's α by factor."""
    found = []
    for criterion in order.criteria:
        if criterion.source == Source.PANEL:
            alpha = order.alpha(criterion)
            known = not isinstance(alpha, NotKnown)
            found.append(
                Agreement(
                    criterion,
                    float(alpha) if known else None,  # type: ignore[arg-type]
                    "" if known else alpha.reason,  # type: ignore[union-attr]
                )
            )
    return found


@dataclass(frozen=True)
class Dot:
    """One mark in a picture: its letter, and where it stands."""

    letter: str
    x: int
    y: int


@dataclass(frozen=True)
class Voice:
    """What one agency's scorer gave for a factor."""

    letter: str
    agency: str
    value: int | None
    reason: str
    apart: bool
    was: int | None


@dataclass(frozen=True)
class FactorResult:
    """One factor of one threat, on the meeting's screen."""

    criterion: Criterion
    voices: tuple[Voice, ...]
    dots: tuple[Dot, ...]
    height: int
    mean: float | None
    spread: int
    agreed: AgreedScore | None
    beside: Beside | None
    given: float | None

    @property
    def is_wide(self) -> bool:
        """Whether the marks stand two steps or more apart."""
        return self.spread >= WIDE


def factor_results(order: Order, threat: Threat, reader: Actor) -> list[FactorResult]:
    """Factor by factor, the marks of all agencies side by side."""
    scoring = order.scoring
    rows = [one for one in open_marks(scoring) if one.threat_id == threat.pk]
    apart = {who for who, about in interests_of(scoring) if about == threat.pk}
    firsts = {
        (one.scorer_id, one.threat_id, one.criterion_id): one.value for one in first_marks(scoring)
    }
    findings = findings_for(scoring)
    made = []
    for criterion in order.criteria:
        ours = [one for one in rows if one.criterion_id == criterion.pk]
        voices = _voices(order, ours, apart, firsts)
        counted = [one.value for one in voices if one.value is not None and not one.apart]
        dots, height = dots_of(voices)
        made.append(
            FactorResult(
                criterion=criterion,
                voices=voices,
                dots=dots,
                height=height,
                mean=order.panel_means.get((threat.pk, criterion.pk))
                if criterion.source == Source.PANEL
                else None,
                spread=max(counted) - min(counted) if counted else 0,
                agreed=order.agreed.get((threat.pk, criterion.pk)),
                beside=beside(threat, criterion, findings, reader),
                given=None
                if criterion.source == Source.PANEL
                else score_without_panel(threat, criterion),
            )
        )
    return made


def _voices(
    order: Order,
    rows: Sequence[Mark],
    apart: set[int],
    firsts: Mapping[tuple[int, int, int], int | None],
) -> tuple[Voice, ...]:
    by_scorer = {one.scorer_id: one for one in rows}
    return tuple(
        Voice(
            letter=letter_of(n),
            agency=who.agency.name,
            value=mark.value,
            reason=mark.reason,
            apart=who.pk in apart,
            was=firsts.get((who.pk, mark.threat_id, mark.criterion_id))
            if mark.ballot > 1
            else None,
        )
        for n, who in enumerate(order.scorers)
        if (mark := by_scorer.get(who.pk)) is not None
    )


def letter_of(place: int) -> str:
    """A, B … Z, AA: the same letter for a scorer on every picture of a round.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    first, last = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)


def dots_of(voices: Sequence[Voice]) -> tuple[tuple[Dot, ...], int]:
    """Where each mark stands: 1 to 4 along, those alike above one another; and the height."""
    stacked: dict[int, int] = defaultdict(int)
    dots = []
    for one in voices:
        if one.value is None or one.apart:
            continue
        stacked[one.value] += 1
        dots.append((one.letter, 40 + 100 * (one.value - 1), stacked[one.value]))
    tallest = max(stacked.values(), default=1)
    height = 30 + 26 * tallest
    return tuple(Dot(letter, x, height - 20 - 26 * level + 10) for letter, x, level in dots), height
