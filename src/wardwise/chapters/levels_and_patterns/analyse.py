"""The sums: three years by offence group, tested changes, contributions, control charts."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns.findings import GroupLevel, LevelsFindings
from wardwise.chapters.levels_and_patterns.key_findings import key_findings
from wardwise.domain.figure import Figure
from wardwise.domain.offences import ANTI_SOCIAL_BEHAVIOUR
from wardwise.domain.period import Period
from wardwise.figures.baselining import baselining
from wardwise.figures.bridged import bridges
from wardwise.figures.changes import cautions, change_figure, groups_that_break
from wardwise.figures.contributions import contribution_figures
from wardwise.figures.control import control
from wardwise.figures.defined_groups import defined_groups
from wardwise.figures.desk import Desk
from wardwise.figures.held_part import too_little_held
from wardwise.figures.offences import offences_figure
from wardwise.figures.rates import rate_figure
from wardwise.figures.recording import recording_effects


def analyse(desk: Desk) -> LevelsFindings:
    """Every group of the source over the three years that end with the latest month."""
    crimes = [name for name in desk.offences if name != ANTI_SOCIAL_BEHAVIOUR]
    shares = contribution_figures(desk, offences=tuple(crimes))
    whole = _level(desk, None, None)
    groups = tuple(_level(desk, name, shares[name]) for name in crimes)
    has_disorder = ANTI_SOCIAL_BEHAVIOUR in desk.offences
    disorder = _level(desk, ANTI_SOCIAL_BEHAVIOUR, None) if has_disorder else None
    return LevelsFindings(
        area=desk.area,
        periods=desk.three_years,
        whole=whole,
        groups=groups,
        disorder=disorder,
        whole_chart=control(desk, area=desk.area, offence=None),
        charts=tuple(control(desk, area=desk.area, offence=name) for name in desk.offences),
        source=desk.source,
        breaks=tuple(dict.fromkeys(f"{m.label}: {what}" for m, _, what in desk.evidence.breaks)),
        cautions=_cautions(desk, crimes),
        broken_groups=groups_that_break(desk, period=desk.latest, before=desk.before),
        key_findings=key_findings(desk, whole, groups, disorder),
        incomplete=_incomplete(desk, whole),
        defined=defined_groups(desk),
        bridges=tuple(
            bridge for level in (whole, *groups) for bridge in bridges(desk, level.change)
        ),
        baselining=tuple(
            one for level in (whole, *groups) if (one := baselining(desk, level.offence))
        ),
        recording=tuple(
            effect
            for level in (whole, *groups)
            for effect in recording_effects(desk, level.change, desk.before)
        ),
    )


def _incomplete(desk: Desk, whole: GroupLevel) -> tuple[tuple[Period, str], ...]:
    """Years that are known, but from months of which the source holds too little."""
    judged = (
        (figure.period, desk.evidence.completeness.problem(figure.period))
        for figure in whole.years
        if figure.status == "known"
    )
    return tuple((period, problem) for period, problem in judged if problem)


def _cautions(desk: Desk, crimes: list[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What changed in counting between the two years, with the groups that it bears on."""
    found: dict[str, list[str]] = {}
    for name in crimes:
        for words in cautions(desk, period=desk.latest, before=desk.before, offence=name):
            found.setdefault(words, []).append(name)
    return tuple((words, tuple(names)) for words, names in found.items())


def _level(desk: Desk, offence: str | None, contribution: Figure | None) -> GroupLevel:
    first, before, latest = desk.three_years
    change = change_figure(desk, area=desk.area, period=latest, before=before, offence=offence)
    return GroupLevel(
        offence=offence,
        years=(
            offences_figure(desk, area=desk.area, period=first, offence=offence),
            offences_figure(desk, area=desk.area, period=before, offence=offence),
            offences_figure(
                desk,
                area=desk.area,
                period=latest,
                offence=offence,
                comparison=change.comparison,
            ),
        ),
        rate=rate_figure(desk, area=desk.area, period=latest, offence=offence),
        change=change,
        over_three_years=change_figure(
            desk, area=desk.area, period=latest, before=first, offence=offence
        ),
        contribution=contribution,
        held_only=too_little_held(desk, offence),
    )
