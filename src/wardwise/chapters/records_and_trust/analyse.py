"""From the account of the files to what can be said of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from wardwise.chapters.records_and_trust.findings import (
    FileLine,
    MissingLine,
    OffenceLine,
    RecordsFound,
)
from wardwise.chapters.records_and_trust.words import answer
from wardwise.figures.people_selected import CRIMES
from wardwise.figures.record_files import (
    aside_figure,
    fault_figure,
    offence_figures,
    rows_figures,
)
from wardwise.figures.records_desk import RecordsDesk
from wardwise.measures.people.peak_group import peak_group


def analyse(desk: RecordsDesk) -> RecordsFound:
    """Files in the order of the settings, offences by how many."""
    counts = _offences(desk)
    found = RecordsFound(
        area=desk.area,
        period=desk.period,
        source=desk.source_line(CRIMES),
        crimes=desk.people.crimes,
        files=tuple(FileLine(file, *rows_figures(desk, file)) for file in desk.held.files),
        aside=tuple((one, aside_figure(desk, one)) for one in desk.held.aside),
        faults=tuple((one, fault_figure(desk, one)) for one in desk.held.faults),
        offences=tuple(OffenceLine(name, *offence_figures(desk, name)) for name in counts),
        most=peak_group(groups=list(counts), people=list(counts.values()), level=desk.level).may_be,
        missing=_missing(desk),
        flags=desk.people.flags,
        notes=desk.settings.document.notes,
    )
    return replace(found, brief=(answer(found),))


def _offences(desk: RecordsDesk) -> dict[str, int]:
    crimes = desk.held.recorded.crimes
    codes = crimes.offence[desk.selected.crimes]
    counts = np.bincount(codes[codes >= 0], minlength=len(crimes.offences)).tolist()
    order = sorted(range(len(counts)), key=lambda n: (-counts[n], crimes.offences[n]))
    return {crimes.offences[n]: counts[n] for n in order if counts[n]}


def _missing(desk: RecordsDesk) -> tuple[MissingLine, ...]:
    return tuple(
        MissingLine(role, by, groups.missing)
        for role, found in desk.people.roles.items()
        for by, groups in found.groups.items()
        if by in ("age band", "sex", "ethnicity")
    )
