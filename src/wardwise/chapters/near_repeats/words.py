"""Sentences on near repeats: where and how long, and never more than the test allows."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.chapters.near_repeats.findings import NearRepeatFindings
from wardwise.document.initials import small
from wardwise.document.phrases import listed
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.figures.near_repeat_words import after_one, risk, within
from wardwise.figures.near_repeats import ActionWindow, NearRepeat


def answer(found: NearRepeatFindings) -> Text:
    """The action window of each offence that has one, in words."""
    told = found.with_window
    if not told:
        return _no_nearer(found)
    first, *rest = told
    parts = [after_one(first)]
    if rest:
        others = [
            say(
                "{name} {within} ({risk})",
                name=small(one.offence),
                within=within(_window(one)),
                risk=risk(_window(one)),
            )
            for one in rest
        ]
        parts.append(say("The same holds for {others}.", others=join(others, ", and for ")))
    return join(parts)


def rest_words(found: NearRepeatFindings) -> Text | None:
    """The offences of which nothing is called, or nothing that gives a window."""
    parts = []
    if found.not_called and found.with_window:
        parts.append(_no_nearer(found))
    if found.called_elsewhere:
        parts.append(
            say(
                "For {names}, some bands have more pairs than chance gives, framed below, but not "
                "from the nearest on: no window for action follows.",
                names=_names(found.called_elsewhere),
            )
        )
    if found.too_few:
        parts.append(
            say("Too few to tell: {names}.", names=listed([small(one) for one in found.too_few]))
        )
    return join(parts) if parts else None


def _no_nearer(found: NearRepeatFindings) -> Text:
    if not found.not_called:
        return say("No offence is above chance from the nearest crimes on.")
    return say(
        "For {names}, crimes near one another were no nearer in time than chance makes them.",
        names=_names(found.not_called),
    )


def action(found: NearRepeatFindings) -> Text | None:
    """What the window is for."""
    if not found.with_window:
        return None
    window = _window(found.with_window[0])
    return say(
        "Of {name} there were {pairs} pairs so near, where chance would have made {chance}. "
        "If neighbours are to be visited or written to, these are the days and the distance.",
        name=small(found.with_window[0].offence),
        pairs=whole(window.pairs),
        chance=whole(window.by_chance),
    )


def method(found: NearRepeatFindings) -> Text:
    """What was counted, what was left out, and what chance is here."""
    shares = sorted((one.of_all for one in found.offences), key=lambda share: share.number)
    return say(
        "Used, of the police force's extract, are offences with an exact point and a span of a "
        "week at most, each on its middle day: {used}; the others are left out. Chance deals the "
        "dates out anew over the same places, 999 times; what is called above chance is so at 5% "
        "with all cells and offences looked at allowed for.",
        used=say("{share} of {name}", share=percent(shares[0]), name=small(str(shares[0].offence)))
        if len(shares) == 1
        else say(
            "from {least} ({first}) to {most} ({last}) of each",
            least=percent(shares[0]),
            first=small(str(shares[0].offence)),
            most=percent(shares[-1]),
            last=small(str(shares[-1].offence)),
        ),
    )


def caution() -> Text:
    """What else makes near pairs."""
    return say(
        "A pair is two crimes, whoever did them, the same address again among them. Bursts for "
        "another reason, such as an event, make near pairs as well: in made-up data with bursts "
        "alone, about half of the runs give such a window (docs/reference/detection.md)."
    )


def _window(one: NearRepeat) -> ActionWindow:
    if one.window is None:
        raise AssertionError("asked of an offence without a window")
    return one.window


def _names(some: Sequence[NearRepeat]) -> str:
    """A name may hold an 'and' of its own."""
    return ", and for ".join(small(one.offence) for one in some)
