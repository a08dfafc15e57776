"""The adopted priorities, for the year's paper: in its summary, and with the reasons in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils import timezone

from wardwise.document.phrases import listed
from wardwise.document.words import in_words, ordinal
from wardwise.threats.departures import TIERS
from wardwise_web.assessments.models import Chapter
from wardwise_web.assessments.said_by_rooms import Said
from wardwise_web.assessments.selectors.papers import words_stand_since
from wardwise_web.core.jinja import day
from wardwise_web.core.permissions.markings import LOWEST
from wardwise_web.priorities.models import Round
from wardwise_web.priorities.presenters.tiers import TierLine, chosen, tier_lines
from wardwise_web.priorities.selectors import statuses_of
from wardwise_web.priorities.states import RoundState


SUMMARY, THREATS = "summary", "threats"
STANDS = dict(
    zip(
        TIERS, ("is a priority", "is in focus", "is monitored", "is business as usual"), strict=True
    )
)
WHENCE = "From the record of the adopted priorities"


def said(chapter: Chapter) -> Iterator[Said]:
    """Nothing before they are adopted, and nothing in a paper whose words stood by then.

    The names are for everybody once the board has decided on them; the reasons carry the
    marking of the scores that they speak of.
    """
    if chapter.anchor not in (SUMMARY, THREATS):
        return
    scoring = Round.objects.filter(cycle=chapter.cycle_id, state=RoundState.CLOSED).first()
    if scoring is None:
        return
    adopted_at = statuses_of(scoring).filter(state=RoundState.CLOSED).latest("at").at
    stands_since = words_stand_since(chapter.cycle)
    if stands_since is not None and stands_since < adopted_at:
        return
    on, lines = day(timezone.localdate(adopted_at)), tier_lines(scoring)
    if chapter.anchor == SUMMARY:
        yield Said("adopted", in_the_summary(on, lines), LOWEST, WHENCE)
    else:
        yield Said("adopted", with_reasons(on, lines), scoring.marking, WHENCE)


def in_the_summary(on: str, lines: Sequence[TierLine]) -> str:
    """Which they are, in a sentence, and how they stand beside what is proposed below."""
    return (
        f"**Priorities adopted on {on}:** {listed(chosen(lines))}. What is called proposed comes"
        " from the evidence and its settings."
    )


def with_reasons(on: str, lines: Sequence[TierLine]) -> str:
    """Each with its place by the partners' scores, and every departure from their order."""
    names, focus = chosen(lines), chosen(lines, TIERS[1])
    count = "one priority" if len(names) == 1 else f"{in_words(len(names))} priorities"
    opening = (
        f"**On {on} the partnership adopted {count},** on the scores that its agencies gave and"
        " agreed. What the evidence and its settings propose is told below."
    )
    parts = [opening, _numbered([line for line in lines if line.threat.name in names])]
    if focus:
        parts.append(f"In focus beside {'it' if len(names) == 1 else 'them'}: {listed(focus)}.")
    if elsewhere := [line for line in lines if line.departs and line.threat.name not in names]:
        parts += ["Against the order of the scores:", "\n".join(map(_put_elsewhere, elsewhere))]
    return "\n\n".join(parts)


def _numbered(lines: Sequence[TierLine]) -> str:
    return "\n".join(f"{n}. {_adopted(line)}" for n, line in enumerate(lines, 1))


def _adopted(line: TierLine) -> str:
    return f"**{line.threat.name}**, {_place(line)}{_because(line)}"


def _put_elsewhere(line: TierLine) -> str:
    tier = line.placement.tier if line.placement else ""
    return f"- **{line.threat.name}**, {_place(line)}, {STANDS[tier]}{_because(line)}"


def _place(line: TierLine) -> str:
    place = "without a place" if line.rank is None else ordinal(line.rank)
    return f"{place} by the scores"


def _because(line: TierLine) -> str:
    """What somebody wrote, as it was written, on one line."""
    if line.placement is None or line.placement.by_score or not line.placement.reason:
        return "."
    return f": {' '.join(line.placement.reason.split())}"
