"""Residents by group as the build in use prints them: by age, sex, ethnic group and ward."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wardwise_web.assessments.findings import NoFinishedRun, Printed, findings_of
from wardwise_web.consultation.models import Property
from wardwise_web.core.jinja import months
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.people.models import Partnership


AGE, SEX, GROUP, WARD = "people_of_age", "people_of_sex", "people_of_group", "residents"
PRINTED = (AGE, SEX, GROUP, WARD)
SEXES = {"female", "male"}
AGED = "aged "


@dataclass(frozen=True)
class Resident:
    """A group of a property with its residents, and the figure that says so; None if none does."""

    group: str
    residents: int | None
    figure_id: str


@dataclass(frozen=True)
class FromBuild:
    """What the build in use says of a property's groups."""

    run: str
    month: str  # "" where no residents are printed
    groups: tuple[Resident, ...]

    @property
    def source(self) -> str:
        """Where the numbers come from, as a margin says it."""
        named = ", ".join(one.figure_id for one in self.groups if one.figure_id)
        return f"Run {self.run}, residents of all ages, {months(self.month)}: {named}"[:300]

    @property
    def missing(self) -> tuple[str, ...]:
        """Groups of which the build says nothing."""
        return tuple(one.group for one in self.groups if one.residents is None)


def residents_of_build(
    about: Property, *, partnership: Partnership, actor: Actor
) -> FromBuild | None:
    """The property's groups by the build's names; None without a build, or if it knows none."""
    cycle = partnership.cycles.select_related("build").first()
    if cycle is None or cycle.build is None:
        return None
    try:
        findings = findings_of(cycle.build.folder)
    except NoFinishedRun:
        return None
    figures = [one for one in findings.cleared(actor.clearance).values() if one.status == "known"]
    names = [group.name for group in about.groups.all()]
    found = _named(names, figures, own=partnership.area_code)
    month = next((one.period_start for one in figures if one.measure in PRINTED), "")
    made = FromBuild(findings.run, month, found)
    return made if len(made.missing) < len(names) else None


def _named(names: Sequence[str], figures: Iterable[Printed], *, own: str) -> tuple[Resident, ...]:
    held: dict[str, Printed] = {}
    whole: Printed | None = None
    for one in figures:
        if one.measure == WARD and one.area_code == own:
            whole = one
        elif one.measure == WARD:
            held.setdefault(one.area_name.casefold(), one)
        elif one.measure in (AGE, SEX, GROUP) and one.area_code == own:
            held.setdefault(one.detail.casefold().removeprefix(AGED), one)
    found = [_resident(name, held.get(name.casefold().removeprefix(AGED))) for name in names]
    return tuple(_other_sex(found, whole) if _are_sexes(names) else found)


def _resident(name: str, figure: Printed | None) -> Resident:
    if figure is None or figure.value is None:
        return Resident(name, None, "")
    return Resident(name, round(figure.value), figure.figure_id)


def _are_sexes(names: Sequence[str]) -> bool:
    return {name.casefold() for name in names} == SEXES


def _other_sex(found: list[Resident], whole: Printed | None) -> list[Resident]:
    """The census counts two sexes and the build prints one: the other is everybody else."""
    known = [one for one in found if one.residents is not None]
    if len(known) != 1 or whole is None or whole.value is None:
        return found
    rest = round(whole.value) - (known[0].residents or 0)
    both = f"{whole.figure_id} less {known[0].figure_id}"
    return [one if one.residents is not None else Resident(one.group, rest, both) for one in found]
