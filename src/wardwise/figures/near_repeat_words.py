"""Near repeats in words, the same wherever they are told."""

from __future__ import annotations

from wardwise.document.initials import small
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, percent
from wardwise.figures.near_repeats import ActionWindow, NearRepeat


MANY = 3.0


def after_one(one: NearRepeat) -> Text:
    """The action window, or that there is none."""
    if one.window:
        return say(
            "{names} close together in place are also closer in time than chance has it: {within}, "
            "{risk}.",
            names=_several(one),
            within=within(one.window),
            risk=risk(one.window),
        )
    return say(
        "For {name}, some bands of distance and time have more pairs than chance gives, but not "
        "from the nearest on: no window for action follows."
        if one.is_called
        else "For {name}, crimes near one another were no nearer in time than chance makes them.",
        name=small(one.offence),
    )


def within(window: ActionWindow) -> str:
    """``within 200 m and 7 days``."""
    return f"within {window.metres} m and {window.days} days"


def risk(window: ActionWindow) -> Text:
    """``40% more pairs``, or ``4.2 times as many pairs`` where it is threefold or more."""
    if window.times_chance.number >= MANY:
        return say("{n} times as many pairs", n=decimal(window.times_chance))
    return say("{n} more pairs", n=percent(window.percent_above, 0))


def _several(one: NearRepeat) -> str:
    """``Burglaries``, ``Offences of criminal damage and arson``."""
    name = one.offence
    if name.lower().endswith(("burglary", "robbery")) and " and " not in name:
        return f"{name[:-1]}ies"
    return f"Offences of {small(name)}"
