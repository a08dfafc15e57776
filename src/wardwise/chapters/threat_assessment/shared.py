"""Crimes that a theme and a published offence share: told, so that nobody adds the two."""

from __future__ import annotations

from wardwise.chapters.threat_assessment.findings import ThreatFindings
from wardwise.document.blocks import Align, Column, Paragraph, Table
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.section import Block
from wardwise.document.text import Text, say
from wardwise.document.words import in_words, percent, whole
from wardwise.figures.theme_overlap import INSIDE_PERCENT, Overlap


WORTH_A_ROW = 10.0
"""Share of a theme, or of an offence, from which what they share has a row. Unit: percent."""


def shared(found: ThreatFindings) -> tuple[Block, ...]:
    """How the two are kept from being counted twice, and how much of each is in the other."""
    return Paragraph(_said(found)), _table(found)


def _said(found: ThreatFindings) -> Text:
    inside = [one for one in found.overlaps if one.is_inside]
    names = {line.assessed.name for line in found.proposed}
    both = [one for one in found.overlaps if {one.theme, one.offence} <= names]
    told = say(
        "A theme and an offence may be the same crimes seen twice. No total here adds one to the "
        "other: totals are of offences, and a theme's count stands for itself. "
    )
    if inside:
        told = told + say(
            "{parts}: {least}% or more of each is inside, so that the two are never both "
            "proposed. ",
            parts=_parts(inside),
            least=f"{INSIDE_PERCENT:.0f}",
        )
    if not both:
        return told + "No two that are proposed share a crime."
    first = max(both, key=lambda one: one.of_offence.number)
    return told + say(
        "Of those proposed {n} crimes, most of all {theme} and {offence}: {share} of the offences "
        "of {offence_too} stand under the theme as well.",
        n="one pair shares" if len(both) == 1 else f"{in_words(len(both))} pairs share",
        theme=first.theme.lower(),
        offence=first.offence.lower(),
        share=percent(first.of_offence, 0),
        offence_too=first.offence.lower(),
    )


def _parts(inside: list[Overlap]) -> str:
    """``Robbery and homicide are parts of serious violence``."""
    by_theme: dict[str, list[str]] = {}
    for one in inside:
        by_theme.setdefault(one.theme, []).append(one.offence.lower())
    told = [
        f"{listed(names)} {'is a part' if len(names) == 1 else 'are parts'} of {theme.lower()}"
        for theme, names in by_theme.items()
    ]
    text = listed(told)
    return capital(text)


def _table(found: ThreatFindings) -> Table:
    rows = [one for one in found.overlaps if _is_worth_a_row(one, found.least)]
    return Table(
        name="threat-shared",
        caption="Crimes that stand under a theme and under a published offence",
        columns=(
            Column("Theme", Align.LEFT),
            Column("Offence", Align.LEFT),
            Column("Crimes in both"),
            Column("Of the theme, %"),
            Column("Of the offence, %"),
        ),
        rows=tuple(
            (
                one.theme,
                one.offence,
                whole(one.both),
                percent(one.of_theme, 0),
                percent(one.of_offence, 0),
            )
            for one in rows
        ),
        notes=(
            say(
                "All are counted in the police force's crime extract. Pairs that share under "
                "{share}% of either, or fewer than {least} crimes, are left out.",
                share=f"{WORTH_A_ROW:.0f}",
                least=in_words(found.least),
            ),
        ),
    )


def _is_worth_a_row(one: Overlap, least: int) -> bool:
    return (
        one.both.number >= least and max(one.of_theme.number, one.of_offence.number) >= WORTH_A_ROW
    )
