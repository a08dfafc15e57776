"""The words on children: who came in first, how many reoffended, how often, what is kept apart."""

from __future__ import annotations

from wardwise.chapters.reoffending.children_table import children_table
from wardwise.chapters.reoffending.cohort_words import cohort_text
from wardwise.chapters.reoffending.findings import Children, YearOfChildren
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.bounded import points_limits, signed_points
from wardwise.document.phrases import changed, during, verdict_of
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.errors import CohortsDiffer
from wardwise.domain.verdict import Verdict
from wardwise.figures.cohorts import Followed


PROVED = (
    "Only offences that were proved within the time count. Fewer children brought to court leave a "
    "smaller cohort of those with more behind them, who reoffend more often: a rising share can go "
    "with falling crime."
)
WHO_THEY_ARE = (
    "Needs of the children (school, home, health, care), and what was done with them, from the "
    "youth justice service."
)
SAID = {
    Verdict.ROSE: "rose",
    Verdict.FELL: "fell",
    Verdict.NO_CLEAR_CHANGE: "showed no clear change",
}


def children_blocks(found: Children, area: Area) -> tuple[Block, ...]:
    """The answer, what is not put together, the years drawn and listed."""
    refused, more = _refused(found), [one for one in (_entrants(found), _frequency(found)) if one]
    drawn = [one for one in found.years if one.binary and one.binary.figure.status == "known"]
    return (
        Paragraph(_answer(found), lead=True),
        *([Paragraph(join(more))] if more else []),
        *([Note(NoteKind.CAUTION, refused)] if refused else []),
        *([_picture(found, drawn, area)] if len(drawn) > 1 else []),
        children_table(found, area),
        Note(NoteKind.ALTERNATIVE, say(PROVED)),
        Note(NoteKind.MISSING, say(WHO_THEY_ARE)),
    )


def _answer(found: Children) -> Text:
    return _binary(found) or say("How many children reoffended is not in the return.")


def _entrants(found: Children) -> Text | None:
    held = [one for one in found.years if one.entrants]
    if not held or held[-1].entrants is None or not held[-1].entrants.is_known:
        return None
    latest = held[-1]
    opening = say(
        "{n} children entered the youth justice system for the first time {period}",
        n=whole(held[-1].entrants.count),
        period=during(latest.span.whole),
    )
    if found.entrants_change is None or found.entrants_change.status != "known":
        return opening + "."
    return opening + say("; the number {changed}.", changed=changed(found.entrants_change))


def _binary(found: Children) -> Text | None:
    one = found.latest.binary
    if one is None:
        return None
    if one.figure.status != "known":
        return say("How many reoffended is not told: {why}.", why=_why(one))
    opening = say(
        "Of {cohort}, {share} reoffended ({range})",
        cohort=cohort_text(one),
        share=percent(one.figure),
        range=between(one.figure, 1, "%"),
    )
    if found.moved is None or found.moved.points.status != "known":
        return opening + "."
    return opening + say(
        "; against the cohort a year before the share {word} ({points} points, {limits}).",
        word=SAID.get(verdict_of(found.moved.points), "cannot be compared"),
        points=signed_points(found.moved.points),
        limits=points_limits(found.moved.points),
    )


def _frequency(found: Children) -> Text | None:
    one = found.latest.frequency
    if one is None or one.figure.status != "known":
        return None
    return say(
        "Of {cohort}, each committed {n} proved offences on average ({range}), those who committed "
        "none included.",
        cohort=cohort_text(one),
        n=decimal(one.figure, 2),
        range=between(one.figure, 2),
    )


def _why(one: Followed) -> str:
    return str(getattr(one.figure.value, "reason", "it is not known"))


def _refused(found: Children) -> Text | None:
    """Why there is no number of reoffences for each who reoffended, or that number."""
    if found.each is None:
        return None
    if isinstance(found.each, CohortsDiffer):
        return say(
            "The share and the average are not put together: they follow different children, so "
            "that one over the other is the reoffending of nobody. Both figures of one cohort "
            "would give how often those who reoffend do so."
        )
    if found.each.status != "known":
        return None
    return say(
        "Both are of the same children: those who reoffended did so {n} times on average.",
        n=decimal(found.each, 2),
    )


def _picture(found: Children, drawn: list[YearOfChildren], area: Area) -> Bars:
    figures = [(one, one.binary.figure) for one in drawn if one.binary]
    return Bars(
        name="children-reoffending",
        title=_title(found),
        subtitle=f"Children dealt with in {area.name} who reoffended, percent of each cohort, with "
        "95% intervals",
        source=source_line(found.source),
        alt=" ".join(
            f"{_entered(one)}: {percent(figure).text} ({between(figure, 1, '%')})."
            for one, figure in figures
        ),
        table=children_table(found, area),
        bars=tuple(
            bar_of(_entered(one), figure, ours=one is found.latest) for one, figure in figures
        ),
        unit="percent of the children in the cohort",
        dots=True,
    )


def _title(found: Children) -> str:
    moved = found.moved
    if moved and verdict_of(moved.points) in (Verdict.ROSE, Verdict.FELL):
        return f"The share of children who reoffend {SAID[verdict_of(moved.points)]}"
    return "No clear change in the share of children who reoffend"


def _entered(one: YearOfChildren) -> str:
    words = one.binary.words if one.binary else None
    return f"Entered {words.entered.label}" if words else one.span.whole.label
