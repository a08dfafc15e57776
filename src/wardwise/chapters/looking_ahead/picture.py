"""The fan of all recorded crime."""

from __future__ import annotations

from wardwise.chapters.looking_ahead.findings import AheadFindings
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import Fan
from wardwise.document.sources import NAMES, counted_in
from wardwise.document.words import between, rounded, whole
from wardwise.domain.nothing import NotKnown
from wardwise.domain.offences import ALL_RECORDED_CRIME
from wardwise.domain.period import Period
from wardwise.measures.time.forecast import Direction, Forecast


TITLES = {
    Direction.RISE: "More are to be expected than in the last twelve months",
    Direction.FALL: "Fewer are to be expected than in the last twelve months",
    Direction.NOT_CLEAR: "Nothing shows whether the year ahead brings more or fewer than the last",
}


def fan_picture(found: AheadFindings) -> Fan | None:
    """Recorded months and those ahead; None where there is no forecast."""
    made = found.whole.outlook.forecast
    if isinstance(made, NotKnown):
        return None
    past = tuple(one.number if one.status == "known" else None for one in found.past)
    months = (*(one.period.first for one in found.past), *found.year.months)
    noun = counted_in(found.source)
    return Fan(
        name="fan-all",
        title=TITLES[made.direction],
        subtitle=f"{ALL_RECORDED_CRIME}: {noun} a month, recorded and expected; "
        f"{Period(months[0], months[-1]).label}",
        source=NAMES.get(found.source, found.source),
        alt=_alt(found, made),
        table=_table(found),
        months=months,
        past=past,
        ahead=tuple(one.value for one in made.months),
        narrow=tuple((one.lower_80, one.upper_80) for one in made.months),
        wide=tuple((one.lower, one.upper) for one in made.months),
        unit=f"{noun} a month",
    )


def _alt(found: AheadFindings, made: Forecast) -> str:
    first, last = made.months[0], made.months[-1]
    return (
        f"From {rounded(first.value, 0)} in {found.year.first.label}, within "
        f"{rounded(first.lower, 0)} to {rounded(first.upper, 0)}, to {rounded(last.value, 0)} in "
        f"{found.year.last.label}, within {rounded(last.lower, 0)} to {rounded(last.upper, 0)}."
    )


def _table(found: AheadFindings) -> Table:
    recorded = [(one.period.label, whole(one), "–") for one in found.past]
    ahead = [(one.period.label, whole(one), between(one)) for one in found.whole.outlook.months]
    return Table(
        name="fan-all-table",
        caption="All recorded crime month by month, recorded and expected",
        columns=(Column("Month", Align.LEFT), Column("Number"), Column("95% range")),
        rows=(*recorded, *ahead),
        source=NAMES.get(found.source, found.source),
        appendix=True,
    )
