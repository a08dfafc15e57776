"""A rate that moved because its denominator did, in words."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import Tests
from wardwise.document.bounded import points_limits, signed_points
from wardwise.document.phrases import during, verdict_of
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.figures.returned_moves import Moved


def alarm_words(found: Tests) -> Text | None:
    """A rate that moved because its denominator did, in words; None where it did not."""
    moves = [one for one in (found.moved, found.since) if one and one.warns]
    if not moves:
        return None
    return join([_alarm(moves[0]), *([_longer(moves[1])] if len(moves) > 1 else [])])


def _alarm(moved: Moved) -> Text:
    before, after = moved.before, moved.after
    return say(
        "The share of tests that were positive {word}, from {then} to {now} ({points} points, "
        "{limits}): {few} of {tests} were positive {period}, {some} of {all} {earlier}. {made}",
        word=str(verdict_of(moved.points)),
        then=percent(before.share),
        now=percent(after.share),
        points=signed_points(moved.points),
        limits=points_limits(moved.points),
        few=whole(after.part.count),
        tests=whole(after.whole.count),
        period=during(after.span.whole),
        some=whole(before.part.count),
        all=whole(before.whole.count),
        earlier=during(before.span.whole),
        made=_made(moved),
    )


def _made(moved: Moved) -> str:
    """What the denominator made of it: all, and more, where the count moved the other way."""
    fewer = moved.after.whole.number < moved.before.whole.number
    tests = "fewer tests were" if fewer else "more tests were"
    if moved.by_denominator.number >= 100:
        return (
            f"It moved because {tests} made: the number of positive tests did not go the same way."
        )
    return f"Most of that is because {tests} made, and not a change in how many were positive."


def _longer(moved: Moved) -> Text:
    before, after = moved.before, moved.after
    return say(
        "Over all the years held: {then} of {tests} {earlier}, {now} of {fewer} in the latest, "
        "which is {some} positive tests and {many}.",
        then=percent(before.share, 0),
        tests=whole(before.whole.count),
        earlier=during(before.span.whole),
        now=percent(after.share, 0),
        fewer=whole(after.whole.count),
        some=whole(before.part.count),
        many=whole(after.part.count),
    )
