"""The sums: attendances beside police violence, admissions and calls by quarter."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.other_services.findings import Emergency, OtherServices, Police
from wardwise.chapters.other_services.fires import fires_found
from wardwise.chapters.other_services.key_findings import key_findings
from wardwise.domain.nothing import NotKnown
from wardwise.domain.period import Period
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.extract_desk import extract_desk
from wardwise.figures.incidents import incident_groups
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_flags import flag_line
from wardwise.figures.people_groups import Groups
from wardwise.figures.people_hours import hours
from wardwise.figures.people_selected import codes_of, select
from wardwise.figures.service_months import YEAR
from wardwise.figures.services import Service, service


BY = ("premises", "weapon", "category", "age band", "sex")
INJURY, VIOLENCE = "Violence with injury", "Violence and sexual offences"
QUARTERLY = {
    "hospital_admissions": ("Admissions for assault", ("X85-Y09",)),
    "hospital_domestic_abuse": ("Admissions for domestic abuse", ()),
    "ambulance_calls": (
        "Ambulance calls to assaults",
        ("Assault or sexual assault", "Stabbing or shooting"),
    ),
}
"""Dataset → what is counted of it, and the kinds of its rows that are; none named is every one."""


def analyse(desk: Desk) -> OtherServices:
    """Each part by itself: a partnership may hold one file and not the other."""
    told = (
        service(desk, dataset, name=name, plural=f"{name[:1].lower()}{name[1:]}", kinds=kinds)
        for dataset, (name, kinds) in QUARTERLY.items()
    )
    found = OtherServices(
        area=desk.area,
        emergency=_emergency(desk),
        quarterly=tuple(one for one in told if isinstance(one, Service)),
        fires=fires_found(desk),
        key_findings=(),
    )
    return replace(found, key_findings=key_findings(found))


def _emergency(desk: Desk) -> Emergency | None:
    found = service(
        desk,
        "ed_assaults",
        name="Assaults seen at the emergency department",
        plural="assaults seen at the emergency department",
    )
    if isinstance(found, NotKnown):
        return None
    made = {by: incident_groups(found.selected, by) for by in BY}
    return Emergency(
        service=found,
        groups={by: one for by, one in made.items() if isinstance(one, Groups)},
        drink=flag_line(found.selected, "Had drunk before", "alcohol"),
        hours=hours(found.selected),
        police=_police(desk, found.compared),
    )


def _police(desk: Desk, period: Period) -> Police | None:
    """Violence with injury by the force's extract, or else the open count of all violence."""
    found = select(desk, name=INJURY, offences=(INJURY,), codes=codes_of(desk, INJURY))
    if not isinstance(found, NotKnown) and found.held.period.first <= period.earlier(YEAR).first:
        on = extract_desk(desk, found.other(period=period), group=None, unlocated=True)
        if not isinstance(on, NotKnown):
            return _recorded(on, INJURY, "offences of violence with injury", period)
    if VIOLENCE not in desk.offences:
        return None
    return _recorded(desk, VIOLENCE, "violent and sexual offences", period)


def _recorded(desk: Desk, name: str, plural: str, period: Period) -> Police | None:
    before = period.earlier(YEAR)
    count = offences_figure(desk, area=desk.area, period=period, offence=name)
    if count.status != "known":
        return None
    change = change_figure(desk, area=desk.area, period=period, before=before, offence=name)
    return Police(plural, count, change)
