"""What performance refuses: targets that luck meets, directions nobody agreed, own signatures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from wardwise.domain.period import Period
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.performance.choices import WITH_VALUE, Aim, Better, Kind
from wardwise_web.performance.models import Definition
from wardwise_web.performance.periods import month_of, period_from, starts_period
from wardwise_web.performance.series import Series
from wardwise_web.performance.terms import DefinitionTerms, Read, TargetTerms


FEWEST = 30
"""A year's count below which no target is set on it: luck would meet or miss it."""
TOO_LARGE = Decimal(10) ** 12
"""From here on a reading has more digits than its column keeps."""
OLDEST_YEARS = 30
"""How far back a reading may lie: a year typed wrong would open a gap of centuries."""
FURTHEST_YEARS = 5
"""How far ahead or back a target's year may begin."""


class TargetRefused(Exception):
    """A target that would tell nothing: one sentence for who wants to set it."""


def faults_of_definition(terms: DefinitionTerms) -> dict[str, str]:
    """What a card needs by its kind."""
    faults = {}
    if terms.kind in (Kind.RATE, Kind.SHARE) and not terms.denominator:
        faults["denominator"] = "Enter what it is counted on"
    if terms.kind in (Kind.COUNT, Kind.VALUE) and terms.denominator:
        faults["denominator"] = "A count or a value has no denominator: leave it empty"
    if terms.is_recording_driven and terms.better != Better.NEITHER and not terms.direction_because:
        faults["direction_because"] = "Say who agreed the direction, and why: more may be good"
    if terms.per < 1:
        faults["per"] = "Enter 1 or more"
    return faults


def faults_of_reading(read: Read, definition: Definition, *, on: date) -> dict[str, str]:
    """What a reading needs by its definition."""
    faults = _faults_of_period(read, definition, on=on)
    if max(read.numerator or 0, read.denominator or 0) >= TOO_LARGE:
        faults["numerator"] = "Enter a smaller number, or choose a larger unit"
    if not starts_period(read.first, definition):
        faults["first"] = "A quarter starts in January, April, July or October"
    if read.state != "known":
        if not read.reason:
            faults["reason"] = "Say why there is no number"
        if read.numerator is not None:
            faults["numerator"] = "Leave the number empty, or mark it as known"
        return faults
    if read.numerator is None:
        faults["numerator"] = "Enter the number, or mark it as not known"
        return faults
    ratio = definition.kind in (Kind.RATE, Kind.SHARE)
    if ratio and (read.denominator is None or read.denominator <= 0):
        faults["denominator"] = f"Enter {definition.denominator.lower()}, above nought"
    elif not ratio and read.denominator is not None:
        faults["denominator"] = "This indicator has no denominator: leave it empty"
    elif definition.kind == Kind.SHARE and read.denominator and read.numerator > read.denominator:
        faults["numerator"] = "A share cannot have more than its cases"
    if read.numerator < 0 and definition.kind != Kind.VALUE:
        faults["numerator"] = "A count is nought or more"
    if definition.kind == Kind.COUNT and read.numerator != read.numerator.to_integral_value():
        faults["numerator"] = "A count is a whole number"
    return faults


def _faults_of_period(read: Read, definition: Definition, *, on: date) -> dict[str, str]:
    """Nothing is known of a period that is not over; a year typed wrong opens no long gap."""
    if period_from(read.first, definition).last >= month_of(on):
        return {"first": "That period is not over yet"}
    if read.first.year < on.year - OLDEST_YEARS:
        return {"first": f"Enter a period of the last {OLDEST_YEARS} years"}
    return {}


def check_signer(definition: Definition, by: Actor) -> None:
    """Whoever wrote a card does not sign it."""
    if by.person_id == definition.written_by_id:
        raise MoveRefused("Somebody who did not write it has to sign it.")
    if definition.signed_by_id is not None:
        raise MoveRefused("That version is signed already.")


def check_target(series: Series | None, terms: TargetTerms) -> Series:
    """The refusals, before anything is worked out."""
    if series is None:
        raise TargetRefused("The indicator has no definition yet.")
    definition = series.definition
    if terms.aim == Aim.NONE:
        return series
    if definition.is_recording_driven and (
        definition.better == Better.NEITHER or not definition.direction_because
    ):
        raise TargetRefused(
            "It moves with recording: more reports may be good. Agree a direction and its reason"
            " on the definition before a target is set."
        )
    if definition.better == Better.NEITHER:
        raise TargetRefused("Which way is better is not agreed: agree it on the definition.")
    if terms.aim in WITH_VALUE and terms.value is None:
        raise TargetRefused("Enter the value of the target.")
    if terms.aim == Aim.STRETCH and terms.stretch is None:
        raise TargetRefused("Enter the stretch beyond the base target.")
    _check_reach(definition, terms)
    return series


def check_year(starts: date, *, on: date) -> None:
    """A target's year begins with a month, and near the present."""
    if starts.day != 1:
        raise TargetRefused("Enter the first day of a month: a target's year begins with one.")
    if abs(starts.year - on.year) > FURTHEST_YEARS:
        raise TargetRefused(f"Enter a year at most {FURTHEST_YEARS} years from now.")


def _check_reach(definition: Definition, terms: TargetTerms) -> None:
    """Numbers that can be met: none below nought, no share above all, a stretch that is further."""
    if terms.value is None or terms.aim not in (Aim.ABSOLUTE, Aim.RATE, Aim.STRETCH):
        return
    several = [terms.value, *([terms.stretch] if terms.aim == Aim.STRETCH else [])]
    known = [one for one in several if one is not None]
    if definition.kind != Kind.VALUE and min(known) < 0:
        raise TargetRefused("A count, a rate or a share cannot be below nought.")
    if definition.kind == Kind.SHARE and max(known) > definition.per:
        raise TargetRefused(f"A share cannot be above {definition.per:,}.")
    if len(known) == 2 and (known[1] < known[0]) != (definition.better == Better.LOWER):
        raise TargetRefused("The stretch has to lie beyond the base target.")


def check_baseline(series: Series, baseline: Period, yearly_count: float | None) -> None:
    """A baseline on this side of every break, with enough counted to tell a change from luck."""
    broken = series.breaks_between(baseline.first, baseline.last.plus(12))
    if broken:
        raise TargetRefused(
            f"The definition broke in {broken[0].month:%B %Y}: take a baseline after it."
        )
    if yearly_count is not None and yearly_count < FEWEST:
        raise TargetRefused(
            f"Only {yearly_count:.0f} a year are expected: under {FEWEST}, luck decides whether a"
            " target is met. Watch it without a target."
        )
