"""The chapter's pictures: rates in order, offences against the middle, changes, months."""

from __future__ import annotations

from dataclasses import dataclass

from wardwise.chapters.comparison.findings import ComparisonFindings, Peer, Published, Standing
from wardwise.chapters.comparison.key_findings import FEW, drawn, standing_out
from wardwise.chapters.comparison.places import anywhere, is_high, is_low
from wardwise.chapters.comparison.tables import every_offence_table, peer_table
from wardwise.document.bars import bar_of
from wardwise.document.phrases import verdict_of
from wardwise.document.pictures import Bars
from wardwise.document.sources import source_line
from wardwise.document.words import between, decimal, in_words, ordinal, rounded, signed_percent
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.ranks import RankFound
from wardwise.measures.compare.rank import Rank


@dataclass(frozen=True)
class Beside:
    """The partnerships that ours is drawn beside, in order of their rates.

    ``middle`` is the rate that is marked across the picture, ``marked`` what it is.
    """

    name: str
    group: str
    peers: tuple[Peer, ...]
    rank: RankFound
    middle: Figure
    marked: str

    @property
    def reference(self) -> tuple[float, str] | None:
        """Where the mark stands and its word; None where the rate is not known."""
        if self.middle.status != "known":
            return None
        return self.middle.number, f"{self.marked}: {decimal(self.middle).text}"


def similar_picture(found: ComparisonFindings, published: Published) -> Bars:
    """All recorded crime, ours among the most similar, the middle marked."""
    beside = Beside(
        name="comparison-similar",
        group="the most similar partnerships",
        peers=published.similar,
        rank=published.whole.among_similar,
        middle=published.whole.similar,
        marked="middle of the others",
    )
    return _rates(found, published, beside)


def force_picture(found: ComparisonFindings, published: Published) -> Bars:
    """All recorded crime, ours among the partnerships of the force, the force area marked."""
    beside = Beside(
        name="comparison-force",
        group=f"the partnerships of {found.force.name}",
        peers=published.in_force,
        rank=published.whole.in_force,
        middle=published.whole.force,
        marked="force area",
    )
    return _rates(found, published, beside)


def _rates(found: ComparisonFindings, published: Published, beside: Beside) -> Bars:
    source = source_line("ons_csp_tables", published.period)
    return Bars(
        name=beside.name,
        title=_rank_title(found, beside.rank, beside.group),
        subtitle=f"All recorded crime per 1,000 residents with 95% intervals, {beside.group}; "
        f"{published.period.label}",
        source=source,
        alt=_rates_alt(found, beside),
        table=peer_table(
            beside.peers,
            name=f"{beside.name}-table",
            caption=f"All recorded crime in {beside.group}, {published.period.label}",
            source=source,
        ),
        bars=tuple(bar_of(one.area.name, one.rate, ours=one.ours) for one in beside.peers),
        unit="offences per 1,000 residents",
        dots=True,
        reference=beside.reference,
    )


def _rank_title(found: ComparisonFindings, rank: RankFound, group: str) -> str:
    place = rank.rank
    if not isinstance(place, Rank):
        return f"The rate in {found.area.name} beside {group}"
    told = "clearly" if place.lower == place.upper else anywhere(place)
    which = "highest" if place.position == 1 else f"{ordinal(place.position)} highest"
    if place.position == place.of:
        which = "lowest"
    return f"{found.area.name} has the {which} rate of {place.of}, {told}"


def _rates_alt(found: ComparisonFindings, beside: Beside) -> str:
    known = [one for one in beside.peers if one.rate.status == "known"]
    if not known:
        return "No rate is known."
    ours = next((one for one in known if one.ours), None)
    told = (
        f"From {decimal(known[0].rate).text} in {known[0].area.name} to "
        f"{decimal(known[-1].rate).text} in {known[-1].area.name}; {beside.marked} "
        f"{decimal(beside.middle).text}."
    )
    if ours is None:
        return told
    return f"{told} {found.area.name}: {decimal(ours.rate).text} ({between(ours.rate, 1)})."


def above_picture(found: ComparisonFindings, published: Published) -> Bars:
    """Every headline offence by how far our rate lies from the middle of the similar."""
    rows = sorted(drawn(published.standings), key=lambda one: -one.above.number)
    few = [one.offence for one in published.standings if one.offence and one not in rows]
    source = source_line("ons_csp_tables", published.period)
    left = sorted({name for name in few if name} - {one.offence for one in rows})
    return Bars(
        name="comparison-above",
        title=_above_title(found, published),
        subtitle=f"Rate in {found.area.name} above or below the middle of the most similar "
        f"partnerships, percent, with 95% intervals; {published.period.label}"
        + (f". Under {FEW} offences, not drawn: {', '.join(left)}" if left else ""),
        source=source,
        alt=_above_alt(found, rows),
        table=every_offence_table(found, published),
        bars=tuple(
            bar_of(str(one.offence), one.above, ours=is_high(one) or is_low(one)) for one in rows
        ),
        unit="percent above or below; in bold, wholly in the upper or the lower half of the order",
        dots=True,
        reference=(0.0, "middle of the most similar"),
    )


def _above_title(found: ComparisonFindings, published: Published) -> str:
    high = standing_out(published.standings, high=True)
    low = standing_out(published.standings, high=False)
    told = [
        f"clearly {side} it for {str(rows[0].offence).lower()}{_and_more(len(rows) - 1)}"
        for side, rows in (("above", high), ("below", low))
        if rows
    ]
    if not told:
        return "No headline offence stands clear of the middle of similar partnerships"
    return f"Against the middle of similar partnerships, {found.area.name} is {', '.join(told)}"


def _and_more(others: int) -> str:
    return f" and {in_words(others)} more" if others else ""


def _above_alt(found: ComparisonFindings, rows: list[Standing]) -> str:
    if not rows:
        return f"No offence in {found.area.name} was recorded {FEW} times or more."
    first, last = rows[0], rows[-1]
    return (
        f"From {signed_percent(first.above, 0).text} for {first.offence} to "
        f"{signed_percent(last.above, 0).text} for {last.offence}, against the middle rate of the "
        f"most similar partnerships; {len(rows)} offences."
    )


def change_picture(found: ComparisonFindings, published: Published) -> Bars:
    """Change of all recorded crime, ours among the most similar, the country marked."""
    peers = sorted(published.similar, key=lambda one: -_size(one.change))
    country = published.whole.changes.country
    known = country.status == "known"
    return Bars(
        name="comparison-change",
        title=_change_title(found, published),
        subtitle="Change in all recorded crime on the year before, percent, with 95% intervals; "
        f"most similar partnerships, {published.period.label}",
        source=source_line("ons_csp_tables", published.period),
        alt=_change_alt(found, peers),
        table=peer_table(
            tuple(peers),
            name="comparison-change-table",
            caption=f"Change in all recorded crime, {published.period.label}",
            source=source_line("ons_csp_tables", published.period),
        ),
        bars=tuple(bar_of(one.area.name, one.change, ours=one.ours) for one in peers),
        unit="percent",
        dots=True,
        reference=(country.number, f"England and Wales: {signed_percent(country).text}")
        if known
        else None,
    )


def _size(figure: Figure) -> float:
    return figure.number if figure.status == "known" else 0.0


def _change_title(found: ComparisonFindings, published: Published) -> str:
    others = [verdict_of(one.change) for one in published.similar if not one.ours]
    ours = verdict_of(published.whole.changes.ours)
    told = {
        Verdict.ROSE: "rose",
        Verdict.FELL: "fell",
        Verdict.NO_CLEAR_CHANGE: "showed no clear change",
        Verdict.NOT_COMPARABLE: "cannot be compared",
    }[ours]
    return (
        f"Recorded crime in {found.area.name} {told}; it {Verdict.ROSE} in "
        f"{_many(others.count(Verdict.ROSE))} and {Verdict.FELL} in "
        f"{_many(others.count(Verdict.FELL))} of {rounded(len(others), 0)} similar partnerships"
    )


def _many(n: int) -> str:
    return rounded(n, 0) if n else "none"


def _change_alt(found: ComparisonFindings, peers: list[Peer]) -> str:
    known = [one for one in peers if one.change.status == "known"]
    if not known:
        return "No change is known."
    ours = next((one for one in known if one.ours), None)
    told = (
        f"From {signed_percent(known[0].change).text} in {known[0].area.name} to "
        f"{signed_percent(known[-1].change).text} in {known[-1].area.name}."
    )
    return f"{told} {found.area.name}: {signed_percent(ours.change).text}." if ours else told
