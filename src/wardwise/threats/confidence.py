"""How well a problem is counted, in four grades made by a written rule."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wardwise.domain.nothing import NotKnown
from wardwise.reference.load import load_table


class Grade(StrEnum):
    """A is the best counted."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True)
class Confidence:
    """A grade, what it is for, and how much it widens each score that rests on evidence.

    ``spread`` is in steps of score.
    """

    grade: Grade
    reasons: tuple[str, ...]
    spread: float

    @property
    def wording(self) -> str:
        """The grade in words."""
        return str(_row(self.grade)["wording"])


FEW = 100
"""Offences a year under which a count says little of the year after."""

UNLOCATED_PERCENT = 5.0
"""Share of records without a place over which the partnership's own count is in doubt."""


UNANSWERED_PERCENT = 5.0
"""Share of records without an answer over which a flag is answered only in part."""


def confidence_grade(
    *,
    events: float | NotKnown,
    is_complete: bool = True,
    has_series_break: bool = False,
    unlocated_percent: float = 0.0,
    mostly_unreported: bool = False,
    by_flag: bool = False,
    unanswered_percent: float = 0.0,
) -> Confidence:
    """The confidence grade of a count, one grade lost for each fault.

    Parameters
    ----------
    events : float or NotKnown
        Offences or incidents in the year. Unit: events.
    is_complete : bool
        Whether the source holds the whole year (see the completeness of the evidence).
    has_series_break : bool
        Whether the way of counting changed between the years that are compared.
    unlocated_percent : float
        The force's records of the offence that have no place. Unit: percent.
    mostly_unreported : bool
        Whether surveys find that most of it is never reported to the police.
    by_flag : bool
        Whether it is counted by a flag that somebody has to set on the record.
    unanswered_percent : float
        Records in which that flag is not answered. Unit: percent.

    Returns
    -------
    Confidence
        Grade A without a fault, B with one, C with two, D with three or more. What is not
        counted at all is D.

    Notes
    -----
    A grade widens the range of a score and never lowers the score: hidden harm would else
    fall to the bottom because little is known of it.

    References
    ----------
    House rule, version 1, kept in the reference table ``threat_confidence``.

    Examples
    --------
    >>> confidence_grade(events=2500).grade, confidence_grade(events=40).grade
    (<Grade.A: 'A'>, <Grade.B: 'B'>)
    """
    if isinstance(events, NotKnown):
        return Confidence(Grade.D, (f"it is not counted: {events.reason}",), _spread(Grade.D))
    faults = {
        "the year is not complete in the source": not is_complete,
        "the way of counting changed between the years": has_series_break,
        f"{unlocated_percent:.0f}% of the force's records of it have no place": (
            unlocated_percent > UNLOCATED_PERCENT
        ),
        "most of it is never reported to the police": mostly_unreported,
        "it is counted by a flag, which is not set on every record that it is true of": by_flag,
        f"the flag is not answered in {unanswered_percent:.0f}% of records": (
            unanswered_percent > UNANSWERED_PERCENT
        ),
        f"there are fewer than {FEW} in the year": events < FEW,
    }
    found = tuple(fault for fault, is_so in faults.items() if is_so)
    grade = _grade(len(found))
    return Confidence(grade, found or ("no reservation",), _spread(grade))


def _grade(faults: int) -> Grade:
    rows = load_table("threat_confidence").rows
    return max(Grade(str(row["grade"])) for row in rows if faults >= int(str(row["faults"])))


def _spread(grade: Grade) -> float:
    return float(str(_row(grade)["spread"]))


def _row(grade: Grade) -> dict[str, object]:
    return dict(load_table("threat_confidence").by("grade")[(grade.value,)])
