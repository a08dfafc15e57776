"""The sentence that answers: no word of it goes further than the test."""

from __future__ import annotations

from wardwise.chapters.evaluation.sizes import (
    fewer_or_more,
    is_beyond_chance,
    kind_of,
    noun_of,
    range_of,
    size_of,
    subject_of,
)
from wardwise.document.initials import capital
from wardwise.document.phrases import why_not
from wardwise.document.text import Text, say
from wardwise.domain.area import Area
from wardwise.domain.settings_of_initiatives import Role
from wardwise.figures.initiatives import Effects, Evaluated
from wardwise.measures.effect.called import Effect


def verdict(one: Evaluated) -> Text:
    """What the initiative did, as far as it is known."""
    match one.effects.called:
        case None:
            return say(
                "{name} cannot be judged: {why}.",
                name=one.initiative.name,
                why=why_not(one.effects.total),
            )
        case Effect.REDUCED:
            return _reduced(one)
        case Effect.MOVED:
            return _moved(one)
        case Effect.RETURNED:
            return _returned(one)
        case _:
            return _returned(one) if _is_without_earlier(one.effects) else _not_shown(one)


def _is_without_earlier(effects: Effects) -> bool:
    """Whether a fall is not called one because the year before the choice is not known."""
    limits = effects.local.interval
    unknown = effects.since_earlier.status != "known"
    return effects.picked_high and unknown and limits is not None and limits.upper < 0


def area_of(one: Evaluated, role: Role) -> Area:
    """The area of a role."""
    return next(line.area for line in one.lines if line.role is role)


def _local(one: Evaluated, noun: str) -> Text:
    """How the area stands against its control."""
    local = one.effects.local
    return say(
        f"{{n}} {fewer_or_more(local)} {{noun}} in {{area}} than the control leads one to expect "
        f"({range_of(local)})",
        n=size_of(local),
        noun=noun,
        area=area_of(one, Role.AREA).name,
    )


def _reduced(one: Evaluated) -> Text:
    effects = one.effects
    opening = say(
        "{name} reduced {what}: {local}",
        name=one.initiative.name,
        what=subject_of(one.initiative),
        local=_local(one, kind_of(one)),
    )
    if effects.displacement is None:
        return opening + "."
    beside = say(
        f"; with {{beside}} next door, {{n}} fewer ({range_of(effects.total)}).",
        beside=area_of(one, Role.DISPLACEMENT).name,
        n=size_of(effects.total),
    )
    return opening + beside


def _moved(one: Evaluated) -> Text:
    beside = one.effects.displacement
    assert beside is not None
    return say(
        "{name} moved {what} rather than reduced it: {local}, and {m} more next door, in {beside} "
        f"({range_of(beside)}).",
        name=one.initiative.name,
        what=subject_of(one.initiative),
        local=_local(one, kind_of(one)),
        m=size_of(beside),
        beside=area_of(one, Role.DISPLACEMENT).name,
    )


def _returned(one: Evaluated) -> Text:
    opening = say(
        "No reduction is shown for {name}. There were {local}, but {choice}",
        name=one.initiative.name,
        local=_local(one, noun_of(one)),
        choice=_choice(one),
    )
    return opening + say(" ") + _without_choice(one)


def _choice(one: Evaluated) -> str:
    if one.initiative.chosen == "high":
        return "the area was chosen because it was high, and such a place falls back by itself."
    return "the area stood above its own usual level before the start, and would fall back anyway."


def _without_choice(one: Evaluated) -> Text:
    since, height = one.effects.since_earlier, one.effects.height
    if since.status != "known" or height.status != "known":
        return say(
            "How far is not known: {why}. An effect cannot be told from that fall.",
            why=why_not(since),
        )
    unusual = "itself unusual" if is_beyond_chance(height) else "not unusual beyond chance"
    chance = "" if is_beyond_chance(since) else ", no difference beyond chance"
    return say(
        f"The year before the start was {unusual}: {{height}} {fewer_or_more(height)} {{noun}} "
        "than the year before that, beside the control. Set against that earlier year the "
        "difference is {since} "
        f"{fewer_or_more(since)} ({range_of(since)}){chance}.",
        height=size_of(height),
        noun=noun_of(one),
        since=size_of(since),
    )


def _not_shown(one: Evaluated) -> Text:
    effects = one.effects
    opening = say(
        "No reduction is shown for {name}: {local}",
        name=one.initiative.name,
        local=_local(one, noun_of(one)),
    )
    local = effects.local.interval
    if effects.called is Effect.MORE or local is None:
        return opening + "."
    if local.lower <= 0 <= local.upper:
        return opening + ", a range that holds nought."
    if effects.exact is not None and effects.total.interval and effects.total.interval.upper < 0:
        return opening + ", but of so few that an exact test does not tell them from chance."
    return opening + say(
        f"; with what was recorded next door the range holds nought ({range_of(effects.total)})."
    )


HEADLINES = {
    Effect.REDUCED: "lower since the start than the control leads one to expect",
    Effect.MOVED: "lower in the area, higher next door",
    Effect.RETURNED: "high in the year of choosing, since then as before it",
    Effect.MORE: "higher since the start than the control leads one to expect",
    Effect.NOT_SHOWN: "no reduction shown",
}


def headline_of(one: Evaluated) -> str:
    """The picture's title: the finding in few words."""
    called = one.effects.called or Effect.NOT_SHOWN
    return f"{capital(subject_of(one.initiative))}: {HEADLINES[called]}"
