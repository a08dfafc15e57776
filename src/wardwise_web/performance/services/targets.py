"""Targets: worked out from their baseline, refused where they tell nothing, with their luck."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from wardwise.domain.nothing import is_known
from wardwise.domain.period import Period
from wardwise.measures.targets.luck_of_count import luck_of_count
from wardwise.measures.targets.luck_of_share import luck_of_share
from wardwise.measures.targets.luck_within_limits import luck_within_limits
from wardwise_web.assessments.findings import Findings
from wardwise_web.core.audit.services import record
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.performance.choices import Aim, Better, Kind
from wardwise_web.performance.from_build import findings_in_use
from wardwise_web.performance.models import Target
from wardwise_web.performance.periods import first_day, month_of
from wardwise_web.performance.rules import TargetRefused, check_baseline, check_target, check_year
from wardwise_web.performance.selectors import series_of
from wardwise_web.performance.series import Point, Series, charted_series, value_of
from wardwise_web.performance.terms import TargetTerms
from wardwise_web.plan.models import Indicator
from wardwise_web.plan.rules import author_of


@dataclass(frozen=True)
class Worked:
    """A target before it is set: what it comes to, and how likely luck alone meets it."""

    asked: float | None
    stretch: float | None
    baseline: float | None
    baseline_first: date | None
    profile: tuple[float, ...]
    luck: float | None
    luck_how: str


def work_out(*, indicator: Indicator, terms: TargetTerms) -> Worked:
    """What the terms come to; refused where a target would tell nothing."""
    check_year(terms.starts, on=timezone.localdate())
    series = check_target(series_of(indicator, _findings(indicator)), terms)
    if terms.aim == Aim.NONE:
        return Worked(None, None, None, None, (), None, "")
    if terms.aim == Aim.PEERS:
        return Worked(float(terms.value or 0), None, None, None, (), None, "")
    baseline = _baseline(terms)
    points = series.between(baseline)
    came_to = value_of(points, series.definition)
    if len(points) * series.definition.months < 12 or not is_known(came_to):
        raise TargetRefused(f"The baseline, {baseline.label}, is not whole: take another year.")
    check_baseline(series, baseline, _yearly_count(series, points))
    was = float(came_to)  # type: ignore[arg-type]
    asked, stretch = _asked(terms, was)
    luck, how = _luck(series, points, asked, baseline)
    profile = terms.profile or _own_profile(series, points)
    return Worked(asked, stretch, was, first_day(baseline.first), profile, luck, how)


def set_target(*, indicator: Indicator, terms: TargetTerms, by: Actor) -> Target:
    """Set it, with the luck that it was set with; an earlier one of that year stays beside."""
    check_can(by, Verb.APPROVE, indicator.as_thing())
    worked = work_out(indicator=indicator, terms=terms)
    definition = indicator.definitions.last()
    if definition is None:
        raise TargetRefused("The indicator has no definition yet.")
    with transaction.atomic():
        made = Target.objects.create(
            indicator=indicator,
            definition=definition,
            starts=terms.starts,
            aim=terms.aim,
            value=terms.value,
            agreed_by=terms.agreed_by,
            because=terms.because,
            set_by_id=author_of(by),
            **{**vars(worked), "profile": list(worked.profile)},
        )
        details = {"aim": terms.aim, "asked": worked.asked, "luck": worked.luck}
        record("target.set", by=by, thing=indicator.as_thing(), details=details)
    return made


def _findings(indicator: Indicator) -> Findings | None:
    in_use = findings_in_use(indicator.partnership)
    return in_use[1] if in_use else None


def _baseline(terms: TargetTerms) -> Period:
    """The year that is named, or the one before the target's."""
    start = month_of(terms.baseline_first) if terms.baseline_first else month_of(terms.starts)
    first = start if terms.baseline_first else start.plus(-12)
    return Period(first, first.plus(11))


def _yearly_count(series: Series, points: tuple[Point, ...]) -> float | None:
    """Events counted in the baseline; None where it is no count of events."""
    if series.definition.kind == Kind.VALUE:
        return None
    return sum(one.numerator or 0 for one in points)


def _asked(terms: TargetTerms, was: float) -> tuple[float, float | None]:
    value = float(terms.value) if terms.value is not None else was
    if terms.aim == Aim.PERCENT:
        return was * (1 + value / 100), None
    if terms.aim == Aim.MAINTAIN:
        return was, None
    stretch = float(terms.stretch) if terms.stretch is not None else None
    return value, stretch if terms.aim == Aim.STRETCH else None


def _luck(
    series: Series, points: tuple[Point, ...], asked: float, baseline: Period
) -> tuple[float | None, str]:
    """The chance of meeting it though nothing changes, by what the indicator counts."""
    definition = series.definition
    lower = definition.better == Better.LOWER
    events = sum(one.numerator or 0 for one in points)
    base = sum(one.denominator or 0 for one in points)
    if definition.kind == Kind.COUNT:
        days = Period(baseline.first.plus(12), baseline.last.plus(12)).days / baseline.days
        met = luck_of_count(
            baseline=events,
            target=max(0.0, asked),
            lower_is_better=lower,
            exposure_ratio=days,
            phi=series.phi,
        )
        return met, f"another year at the same rate, dispersion {series.phi:.2f}"
    if definition.kind == Kind.RATE:
        met = luck_of_count(
            baseline=events,
            target=max(0.0, asked * base / definition.per),
            lower_is_better=lower,
            phi=series.phi,
        )
        return met, f"another year at the same rate, dispersion {series.phi:.2f}"
    if definition.kind == Kind.SHARE:
        met = luck_of_share(
            baseline=(events, base),
            target_percent=min(100.0, max(0.0, 100 * asked / definition.per)),
            cases=round(base),
            lower_is_better=lower,
        )
        return met, f"another {base:,.0f} cases with the same true share"
    return _luck_of_value(series, len(points), asked, lower)


def _luck_of_value(
    series: Series, points: int, asked: float, lower: bool
) -> tuple[float | None, str]:
    found = charted_series(series)
    limits = found.current if found else None
    if limits is None or not limits.upper > limits.mean:
        return None, "not known: there are no limits yet"
    met = luck_within_limits(
        mean=limits.mean, upper=limits.upper, target=asked, points=points, lower_is_better=lower
    )
    return met, "its usual up and down by the control chart"


def _own_profile(series: Series, points: tuple[Point, ...]) -> tuple[float, ...]:
    """The baseline's own months for a count, so that the season is allowed for; else even steps."""
    total = sum(one.numerator or 0 for one in points)
    steps = len(points)
    if series.definition.kind != Kind.COUNT or not total:
        return tuple(round(100 * (n + 1) / steps, 4) for n in range(steps))
    so_far, found = 0.0, []
    for one in points:
        so_far += one.numerator or 0
        found.append(round(100 * so_far / total, 4))
    return (*found[:-1], 100.0)
