"""The words, map and tables on vulnerable neighbourhoods and flagged wards."""

from __future__ import annotations

from wardwise.chapters.high_impact_areas.findings import HighImpactFindings
from wardwise.chapters.high_impact_areas.vulnerable_map import vulnerable_map
from wardwise.document.blocks import Align, Cell, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import decimal, rounded, whole
from wardwise.domain.nothing import NotKnown
from wardwise.figures.flagged_wards import FlaggedWards, WardLine
from wardwise.figures.vulnerability import Vulnerability


SHOWN = 6
METHOD = (
    "The index is the weighted mean of six indices, each 100 for the partnership's average: "
    "burglary and criminal damage (it means those of dwellings, which published data do not tell "
    "apart; the force's extract would), deprivation of income, employment and education (English "
    "indices 2025) and residents aged 15 to 24 (mid-2020)."
)


def vulnerable_blocks(findings: HighImpactFindings) -> tuple[Block, ...]:
    """The answer, the map, and how far it hangs on each part."""
    found = findings.vulnerable
    if isinstance(found, NotKnown):
        return (Note(NoteKind.MISSING, say(f"No vulnerable localities index: {found.reason}.")),)
    return (
        Paragraph(_answer(findings, found), lead=True),
        *((vulnerable_map(findings, found),) if isinstance(findings.gradient, NotKnown) else ()),
        _parts_table(findings, found),
        Note(NoteKind.METHOD, say(METHOD)),
    )


def _answer(findings: HighImpactFindings, found: Vulnerability) -> Text:
    most = max((figure for _, figure in found.places), key=lambda figure: figure.number)
    top = say("the highest is {most}, in {name}", most=whole(most), name=most.area.name)
    if not found.above:
        return say(
            "No neighbourhood of {place} has a vulnerable localities index above {limit}, twice "
            "the average: {top}."
            if found.threshold == 200
            else "No neighbourhood of {place} has a vulnerable localities index above {limit}: "
            "{top}.",
            place=findings.area.name,
            limit=rounded(found.threshold, 0),
            top=top,
        )
    return say(
        "{n} of {place}'s {of} neighbourhoods "
        + ("has" if len(found.above) == 1 else "have")
        + " a vulnerable localities index above {limit}: {top}.",
        n=whole(found.how_many),
        place=findings.area.name,
        of=rounded(len(found.places), 0),
        limit=rounded(found.threshold, 0),
        top=top,
    )


def _parts_table(findings: HighImpactFindings, found: Vulnerability) -> Table:
    limit = rounded(found.threshold, 0)
    return Table(
        name="vulnerable-parts",
        sheet="Vulnerable localities, parts",
        caption=f"What the neighbourhoods above {limit} hang on",
        columns=(
            Column("Without", Align.LEFT),
            Column("Its weight"),
            Column(f"Stay above {limit}"),
            Column(f"Others come above {limit}"),
        ),
        rows=tuple(
            (capital(part.name), rounded(part.weight, 1), whole(part.remain), whole(part.join))
            for part in found.parts
        ),
        source=source_line(findings.source, findings.period),
    )


def flagged_blocks(findings: HighImpactFindings) -> tuple[Block, ...]:
    """Wards by their flags."""
    found = findings.flagged
    if isinstance(found, NotKnown):
        return (Note(NoteKind.MISSING, say(f"No flags of wards: {found.reason}.")),)
    if not found.wards:
        return ()
    return (Paragraph(_flagged(found)), _flag_table(findings, found))


def _flagged(found: FlaggedWards) -> Text:
    most = found.wards[0].weight.number
    top = [line for line in found.wards if line.weight.number == most]
    names = listed([line.ward.name for line in top[:4]] + (["others"] if len(top) > 4 else []))
    return say(
        "A ward is flagged for each measure of which its rate is in the top {part} of wards. "
        "{names} " + ("has" if len(top) == 1 else "have") + " most, {n} of {of}.",
        part=f"{found.top_percent:g}%",
        names=names,
        n=decimal(found.wards[0].weight, _places(found)),
        of=rounded(sum(weight for _, weight in found.flags), _places(found)),
    )


def _places(found: FlaggedWards) -> int:
    return 0 if all(float(weight).is_integer() for _, weight in found.flags) else 1


def _shown(found: FlaggedWards) -> tuple[WardLine, ...]:
    """The most flagged, and never some of several wards that have as many."""
    if len(found.wards) <= SHOWN:
        return found.wards
    next_one = found.wards[SHOWN].weight.number
    above = tuple(line for line in found.wards[:SHOWN] if line.weight.number > next_one)
    return above or found.wards


def _with_fewer(found: FlaggedWards, shown: int) -> tuple[Text, ...]:
    """The flagged wards that the table leaves out, by name."""
    left = found.wards[shown:]
    if not left:
        return ()
    alike = left[0].weight.number == left[-1].weight.number
    return (
        say(
            "With {most}{fewer}: {names}.",
            most=decimal(left[0].weight, _places(found)),
            fewer="" if alike else " or fewer",
            names=listed(sorted(line.ward.name for line in left)),
        ),
    )


def _flag_table(findings: HighImpactFindings, found: FlaggedWards) -> Table:
    told = ", ".join(f"{name} {weight:g}" for name, weight in found.flags)
    missing = f" Not judged: {listed(found.not_judged)}." if found.not_judged else ""

    shown = _shown(found)

    def row(line: WardLine) -> tuple[Cell, ...]:
        return (
            line.ward.name,
            decimal(line.weight, _places(found)),
            capital(", ".join(line.flags)),
        )

    return Table(
        name="ward-flags",
        sheet="Ward flags",
        caption="Wards with most flags",
        columns=(
            Column("Ward", Align.LEFT),
            Column("Flags"),
            Column("For", Align.LEFT),
        ),
        rows=tuple(row(line) for line in shown),
        notes=(
            *_with_fewer(found, len(shown)),
            say(f"Weights: {told}.{missing} A flag says where a ward stands, not by how much."),
        ),
        source=source_line(findings.source, findings.period),
    )
