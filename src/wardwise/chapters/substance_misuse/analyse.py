"""The sums: the funnel of drug tests, treatment by substance, flags, drug offences."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.substance_misuse.findings import (
    DrugOffences,
    Flagged,
    SubstanceFindings,
    Tests,
)
from wardwise.chapters.substance_misuse.key_findings import key_findings
from wardwise.chapters.substance_misuse.treatment import treatment
from wardwise.domain.nothing import NotKnown
from wardwise.figures.changes import change_figure
from wardwise.figures.desk import Desk
from wardwise.figures.duties_held import substance_flags
from wardwise.figures.funnels import funnel
from wardwise.figures.offences import offences_figure
from wardwise.figures.people_found import crimes_figure
from wardwise.figures.people_selected import CRIMES, select_every
from wardwise.figures.return_spans import Named
from wardwise.figures.returned import Returned, returned
from wardwise.figures.returned_moves import moved
from wardwise.figures.returned_shares import ratio


DRUGS = ("Drugs", "Drug offences")
POSITIVE, TESTS = Named("positive"), Named("tests")


def analyse(desk: Desk) -> SubstanceFindings:
    """Each part by itself: a partnership may hold one return and not the other."""
    tested, treated = returned(desk, "drug_tests"), returned(desk, "treatment")
    found = SubstanceFindings(
        area=desk.area,
        tests=_tests(tested) if tested else None,
        treatment=treatment(treated) if treated else None,
        flagged=_flagged(desk),
        offences=_offences(desk),
        unknown=tuple(word for one in (tested, treated) if one for word in one.held.unknown),
        key_findings=(),
    )
    return replace(found, key_findings=key_findings(found))


def _tests(found: Returned) -> Tests | None:
    stages = funnel(found)
    if stages is None:
        return None
    years = [year for year in found.years(POSITIVE) if year in found.years(TESTS)]
    shares = [ratio(found, POSITIVE, TESTS, year) for year in years]
    latest = shares[-1] if shares else None
    return Tests(
        source=found.source,
        funnel=stages,
        years=tuple(shares),
        moved=moved(found, shares[-2], latest) if latest and len(shares) > 1 else None,
        since=moved(found, shares[0], latest) if latest and len(shares) > 2 else None,
    )


def _flagged(desk: Desk) -> Flagged | None:
    every = select_every(desk)
    if isinstance(every, NotKnown):
        return None
    held = substance_flags(desk)
    return Flagged(CRIMES, crimes_figure(every), held) if held else None


def _offences(desk: Desk) -> DrugOffences | None:
    name = next((name for name in DRUGS if name in desk.offences), None)
    if name is None:
        return None
    return DrugOffences(
        name,
        offences_figure(desk, area=desk.area, period=desk.latest, offence=name),
        change_figure(desk, area=desk.area, period=desk.latest, before=desk.before, offence=name),
    )
