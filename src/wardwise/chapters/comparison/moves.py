"""What moved here and what moved in the force, kept apart in words."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.comparison.findings import Standing
from wardwise.document.phrases import listed, verdict_of
from wardwise.document.text import Text, say
from wardwise.document.words import rounded, signed_percent
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict


MOVED = (Verdict.ROSE, Verdict.FELL)
NAMED = 4  # offences named in a sentence; the table has them all


PREDICATES = {
    Verdict.ROSE: "rose ({size})",
    Verdict.FELL: "fell ({size})",
    Verdict.NO_CLEAR_CHANGE: "showed no clear change ({size})",
    Verdict.NOT_COMPARABLE: "cannot be compared with the year before",
}


def change_words(change: Figure) -> Text:
    """``fell (−2.4%)``."""
    return say(PREDICATES[verdict_of(change)], size=signed_percent(change))


def parted(standings: Sequence[Standing]) -> tuple[str, ...]:
    """Sentences on the offences that no others are part of: together, alone, and elsewhere."""
    rows = [one for one in standings if one.offence and one.leaf and not one.households]
    told = [
        sentence
        for verdict in MOVED
        for sentence in _moved([one for one in rows if _ours(one) is verdict], verdict)
    ]
    if not told:
        told = ["No headline offence moved beyond chance here."]
    elsewhere = [
        f"{_name(one)} ({_force(one)})"
        for one in rows
        if _ours(one) is Verdict.NO_CLEAR_CHANGE and _force(one) in MOVED
    ]
    if len(elsewhere) > NAMED:
        told.append(
            f"For {rounded(len(elsewhere), 0)} others the force area moved and there was no clear "
            "change here: the force counts more offences, so that smaller changes show."
        )
    elif elsewhere:
        told.append(
            f"Moved in the force area, with no clear change here: {listed(elsewhere)}. The force "
            "counts more offences, so that smaller changes show."
        )
    return (" ".join(told),)


def _moved(rows: list[Standing], verdict: Verdict) -> list[str]:
    together = [_name(one) for one in rows if _force(one) is verdict]
    alone = [_name(one) for one in rows if _force(one) is not verdict]
    word = str(verdict).capitalize()
    return [
        f"{word} {where}: {listed(names)}."
        for names, where in (
            (together, "here as in the force area"),
            (alone, "here and not so in the force area"),
        )
        if names
    ]


def _ours(one: Standing) -> Verdict:
    return verdict_of(one.changes.ours)


def _force(one: Standing) -> Verdict:
    return verdict_of(one.changes.force)


def _name(one: Standing) -> str:
    return str(one.offence).lower()
