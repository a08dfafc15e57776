"""What replies say to one question: weighted and unweighted side by side, or withheld."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wardwise.domain.nothing import Withheld
from wardwise.domain.survey import FEWEST_PLAIN, FEWEST_SHOWN
from wardwise.measures.estimate import Estimate
from wardwise.measures.survey.effective_replies import effective_replies
from wardwise.measures.survey.preferences import Preferred, preferences
from wardwise.measures.survey.weighted_share import weighted_share_percent


@dataclass(frozen=True)
class QuestionShares:
    """Answers to one question.

    Attributes
    ----------
    base : int
        Replies that answer it. Unit: replies.
    effective : float
        As many replies of one weight would tell as much. Unit: replies.
    is_small : bool
        Whether the base is below 100: shown, with a warning.
    plain, weighted : tuple of Estimate
        The part of the base that chose each option. Unit: percent. Shape: options.
    """

    base: int
    effective: float
    is_small: bool
    plain: tuple[Estimate, ...]
    weighted: tuple[Estimate, ...]


@dataclass(frozen=True)
class QuestionOrder:
    """The same for a question that asks for an order."""

    base: int
    effective: float
    is_small: bool
    plain: tuple[Preferred, ...]
    weighted: tuple[Preferred, ...]


def question_shares(
    *, chosen: Sequence[Sequence[int]], options: int, weights: Sequence[float], level: float = 0.95
) -> QuestionShares | Withheld:
    """The part of the replies that chose each option, as counted and as weighted.

    Parameters
    ----------
    chosen : sequence of sequences of int
        Positions of the options that each reply chose; empty where it did not answer.
        Shape: replies × those chosen.
    options : int
        How many there are.
    weights : sequence of float
        Of each reply. Shape: replies.
    level : float
        Of the intervals.

    Returns
    -------
    QuestionShares or Withheld
        Withheld where fewer than 30 replies answer it.

    Raises
    ------
    ValueError
        If there are not as many weights as replies.

    Notes
    -----
    Where several options can be chosen each has the whole base, so that they do not add to 100.

    References
    ----------
    ``weighted_share_percent``; bases by house rule: below 30 not shown, below 100 flagged.

    Examples
    --------
    >>> found = question_shares(chosen=[[0]] * 60 + [[1]] * 40, options=2, weights=[1] * 100)
    >>> found.base, found.plain[0].value
    (100, 60.0)
    >>> question_shares(chosen=[[0]] * 29, options=2, weights=[1] * 29)
    Withheld(reason='fewer than 30 replies')
    """
    kept = _base(chosen, weights)
    if isinstance(kept, Withheld):
        return kept
    said, each = kept
    marks = [[n in one for one in said] for n in range(options)]
    return QuestionShares(
        base=len(said),
        effective=effective_replies(weights=each),
        is_small=len(said) < FEWEST_PLAIN,
        plain=tuple(
            weighted_share_percent(weights=[1.0] * len(said), marks=one, level=level)
            for one in marks
        ),
        weighted=tuple(
            weighted_share_percent(weights=each, marks=one, level=level) for one in marks
        ),
    )


def question_order(
    *, orders: Sequence[Sequence[int]], options: int, weights: Sequence[float], level: float = 0.95
) -> QuestionOrder | Withheld:
    """Borda points and first choices of each option, as counted and as weighted.

    Parameters
    ----------
    orders : sequence of sequences of int
        The options that each reply put in order; empty where it did not answer.
    options : int
        How many there are.
    weights : sequence of float
        Of each reply. Shape: replies.
    level : float
        Of the intervals.

    Returns
    -------
    QuestionOrder or Withheld
        Withheld where fewer than 30 replies answer it.

    Raises
    ------
    ValueError
        If there are not as many weights as replies, or an order is none.

    References
    ----------
    ``preferences``; bases by house rule: below 30 not shown, below 100 flagged.

    Examples
    --------
    >>> found = question_order(orders=[[0, 1]] * 60 + [[1, 0]] * 40, options=2, weights=[1] * 100)
    >>> found.plain[0].points.value, found.plain[0].first.value
    (0.6, 60.0)
    """
    kept = _base(orders, weights)
    if isinstance(kept, Withheld):
        return kept
    said, each = kept
    ones = [1.0] * len(said)
    return QuestionOrder(
        base=len(said),
        effective=effective_replies(weights=each),
        is_small=len(said) < FEWEST_PLAIN,
        plain=preferences(orders=said, options=options, weights=ones, level=level),
        weighted=preferences(orders=said, options=options, weights=each, level=level),
    )


def _base(
    said: Sequence[Sequence[int]], weights: Sequence[float]
) -> tuple[list[Sequence[int]], list[float]] | Withheld:
    """Those who answer, with their weights."""
    if len(said) != len(weights):
        raise ValueError(f"{len(weights)} weights and {len(said)} replies.")
    kept = [(one, float(weight)) for one, weight in zip(said, weights, strict=True) if one]
    if len(kept) < FEWEST_SHOWN:
        return Withheld(f"fewer than {FEWEST_SHOWN} replies")
    return [one for one, _ in kept], [weight for _, weight in kept]
