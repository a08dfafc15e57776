"""What stands behind a verdict: the second look, the cost, the design, the card, the power."""

from __future__ import annotations

from wardwise.chapters.evaluation.sizes import (
    fewer_or_more,
    is_beyond_chance,
    percent_range_of,
    range_of,
    size_of,
    subject_of,
)
from wardwise.chapters.evaluation.verdicts import area_of
from wardwise.document.initials import small
from wardwise.document.phrases import listed, why_not
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import between, day_in_words, decimal, rounded
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.nothing import NotKnown
from wardwise.domain.settings_of_initiatives import InitiativeSettings, Role
from wardwise.figures.initiative_card import Registered
from wardwise.figures.initiative_power import Power
from wardwise.figures.initiatives import Evaluated, Planned
from wardwise.measures.effect.called import Effect


def more_of(one: Evaluated) -> Text:
    """Next door, month by month, in pounds."""
    told = [*_beside(one), *_step(one), *_exact(one), *_cost(one)]
    return join(told)


def _beside(one: Evaluated) -> list[Text]:
    beside = one.effects.displacement
    if beside is None:
        return [say("Whether any of it moved next door was not watched.")]
    if beside.status != "known" or one.effects.called is Effect.MOVED:
        return []
    told = f"{{n}} {fewer_or_more(beside)}"
    said = f"Nothing shows that it moved next door: {told} in {{area}}"
    if beside.interval and is_beyond_chance(beside):
        said = f"Next door, in {{area}}, there were {told} than the control leads one to expect"
    return [
        say(
            f"{said} ({range_of(beside)}).",
            n=size_of(beside),
            area=area_of(one, Role.DISPLACEMENT).name,
        )
    ]


def _step(one: Evaluated) -> list[Text]:
    step = one.effects.step
    if step.status != "known":
        return []
    told = [say(_second_look(step), n=Number(rounded(abs(step.number), 1) + "%", step))]
    if one.effects.moved_together is False:
        told.append(
            say(
                "Before the start the area and its control did not move together, which weakens "
                "any comparison."
            )
        )
    return told


def _second_look(step: Figure) -> str:
    word = "lower" if step.number < 0 else "higher"
    ends = percent_range_of(step)
    if is_beyond_chance(step):
        return (
            f"A second look, month by month: the area's share of the offences is {{n}} {word} than "
            f"in all the months before the start ({ends})."
        )
    return (
        "A second look, month by month, shows no difference beyond chance: the area's share of "
        f"the offences stands {{n}} {word} than in all the months before the start ({ends})."
    )


def _exact(one: Evaluated) -> list[Text]:
    exact = one.effects.exact
    if exact is None or exact.status != "known":
        return []
    return [
        say(
            "Of so few, the area's two counts were set against each other exactly too: chance "
            "alone gives such a difference with probability {p}.",
            p=decimal(exact, 3),
        )
    ]


def _cost(one: Evaluated) -> list[Text]:
    cost = one.effects.cost
    if cost is None or one.effects.called is not Effect.REDUCED:
        return []
    if cost.status != "known":
        return [say("What each one prevented cost is not known: {why}.", why=why_not(cost))]
    spent = f", if what it cost was spent by {one.spans.after.last.label}"
    return [
        say(
            f"Each one prevented cost £{{n}} (£{between(cost).replace(' to ', ' to £')})"
            f"{spent if one.initiative.end is None else ''}.",
            n=Number(rounded(cost.number, 0), cost),
        )
    ]


def design_of(one: Evaluated) -> Text:
    """What was compared with what, and how much such a design can show."""
    control = area_of(one, Role.CONTROL).name
    return say(
        f"{one.spans.after.label} against {one.spans.before.label}, beside the control, "
        f"{{control}}. Level {one.design} of 5 on the Maryland scale.{_unweighed(one)}",
        control=control,
    )


def design_of_all(figure: Figure) -> Text:
    """What holds for every initiative, said once."""
    return say(
        "Each area is set beside a control that is brought to its level over all months held "
        "before the start, not only the year in the table; limits are widened for dispersion. On "
        "the Maryland scale that is level 3 of 5, before and after beside a control; 5 is a "
        f"randomised trial.{_blurred(figure)}"
    )


def _unweighed(one: Evaluated) -> str:
    """Harm was asked for, and cannot be had."""
    if not one.initiative.harm_weighted or one.effects.total.unit is Unit.HARM:
        return ""
    return " Not every offence of it has a weight of harm, so they are counted by number."


def _blurred(figure: Figure) -> str:
    """Open data place offences at points that several streets share."""
    if figure.sources != ("police_uk",):
        return ""
    return " Offences are placed at shared points, which blurs the edges of an area."


def card_of(registered: Registered | None, *, has_run: bool) -> Text:
    """Whether success was set down before the start."""
    if registered is None:
        return say(
            "Nobody set down before the start what would count as success."
            if has_run
            else "What will count as success has not been set down yet."
        )
    day = day_in_words(registered.locked_on)
    if not registered.in_time:
        return say(f"The card ({registered.short_hash}) was locked on {day}, after the start.")
    opening = f"The card ({registered.short_hash}) was locked on {day}, before the start"
    now = "what is judged" if has_run else "what is planned"
    if not registered.departs_in:
        return say(f"{opening}, and {now} is what was registered.")
    return say(f"{opening}; {now} departs from it in {listed(registered.departs_in)}.")


def power_words(initiative: InitiativeSettings, power: Power | NotKnown, *, has_run: bool) -> Text:
    """How long it takes to see what is hoped for."""
    if isinstance(power, NotKnown):
        return say("What could be seen cannot be reckoned: {why}.", why=power.reason)
    hoped = rounded(abs(initiative.expected_change_percent), 0)
    direction = "fall" if initiative.expected_change_percent < 0 else "rise"
    been = "have been" if has_run else "be"
    what = f"A {hoped}% {direction} in {subject_of(initiative)} here would"
    if power.months.status == "known":
        n = _months(power.months)
        months = "month" if n.text == "1" else "months"
        return say(f"{what} {been} visible in {{n}} {months}.", n=n)
    return say(
        f"{what} not {been} visible within five years{{least}}.",
        least=_least(power.least_percent, been),
    )


def planned_of(one: Planned) -> Text:
    """An initiative to come, or too young."""
    opening = say(
        "{name} ({what} in {area}, from {day}): ",
        name=one.initiative.name,
        what=subject_of(one.initiative),
        area=one.area.name,
        day=day_in_words(one.initiative.start),
    )
    why = [say("it cannot be judged: {why}.", why=one.why)] if one.has_begun else []
    power = power_words(one.initiative, one.power, has_run=False)
    card = card_of(one.registered, has_run=False)
    return opening + join([*why, power if why else _begun_small(power), card])


def _begun_small(text: Text) -> Text:
    """As after a colon."""
    first, *others = text.spans
    return Text((small(str(first)), *others))


def _months(figure: Figure) -> Number:
    return Number(rounded(figure.number, 0), figure)


def _least(figure: Figure, been: str) -> Text:
    if figure.status != "known" or figure.number > 100:
        return say(f"; in a year no fall would {been}")
    return say(
        f"; in a year only one of {{n}} or more would {been}",
        n=Number(rounded(figure.number, 0) + "%", figure),
    )
