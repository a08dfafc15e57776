"""Definitions of groups of crime: whose, of which edition, from when, of which codes and flags."""

from __future__ import annotations

import datetime

from wardwise.chapters.methods_and_glossary.findings import MethodsFindings
from wardwise.document.blocks import Align, Cell, Column, Paragraph, Table
from wardwise.document.phrases import listed
from wardwise.document.section import Section
from wardwise.document.text import Text, say
from wardwise.domain.definition import Definition, DefinitionHeld, DefinitionPart


def definitions_section(found: MethodsFindings) -> tuple[Section, ...]:
    """Nothing where no extract is held that codes and flags could be read from."""
    if not found.definitions:
        return ()
    held = found.definitions
    return (
        Section(
            "Definitions of groups of crime",
            "methods-definitions",
            (Paragraph(_said(held)), _editions(held), _parts(held), _sources(held)),
        ),
    )


def _said(held: tuple[DefinitionHeld, ...]) -> Text:
    own = [one.definition.title.lower() for one in held if one.file]
    text = say(
        "A crime is in a group if it is in any of its parts: if its code is one of the part's and "
        "it has one of the part's flags, where the part names codes, flags or both. A crime in two "
        "parts counts once. The edition in force is applied to every month that is held; a part "
        "with days of its own holds for these alone. "
    )
    if not own:
        return text + (
            "All of these ship with the product; a partnership can put its own in their place."
        )
    return text + say("The partnership's own stands for {own}.", own=listed(own))


def _editions(held: tuple[DefinitionHeld, ...]) -> Table:
    return Table(
        name="definitions",
        caption="Definitions in use, and whose they are",
        columns=(
            Column("Definition", Align.LEFT),
            Column("Owner", Align.LEFT),
            Column("Version", Align.LEFT),
            Column("From", Align.LEFT),
            Column("To", Align.LEFT),
            Column("Codes"),
            Column("Flags"),
            Column("From the file", Align.LEFT, quiet=True),
        ),
        rows=tuple(_edition(one) for one in held),
    )


def _edition(one: DefinitionHeld) -> tuple[Cell, ...]:
    found = one.definition
    return (
        found.title,
        found.owner,
        found.version,
        _day(found.begins),
        _day(found.ends),
        str(len({code for part in found.parts for code in part.codes})),
        str(len({flag for part in found.parts for flag in part.flags})),
        one.file or "as it ships",
    )


def _parts(held: tuple[DefinitionHeld, ...]) -> Table:
    return Table(
        name="definition-parts",
        caption="Codes and flags of each part of a definition",
        columns=(
            Column("Definition", Align.LEFT),
            Column("Part", Align.LEFT),
            Column("Home Office codes", Align.LEFT),
            Column("And a flag for", Align.LEFT),
            Column("From", Align.LEFT),
            Column("To", Align.LEFT),
        ),
        rows=tuple(_part(one.definition, part) for one in held for part in one.definition.parts),
        appendix=True,
    )


def _part(found: Definition, part: DefinitionPart) -> tuple[Cell, ...]:
    flags = listed([flag.replace("_", " ") for flag in part.flags], last="or")
    return (
        found.title.partition(":")[0],
        part.name,
        ", ".join(part.codes) or "any",
        flags if part.flags else "–",
        _day(part.begins or found.begins),
        _day(part.ends or found.ends),
    )


def _sources(held: tuple[DefinitionHeld, ...]) -> Table:
    return Table(
        name="definition-sources",
        caption="Where each definition comes from, and what is to be known of it",
        columns=(
            Column("Definition", Align.LEFT),
            Column("Source", Align.LEFT),
            Column("Note", Align.LEFT),
        ),
        rows=tuple(
            (
                one.definition.title.partition(":")[0],
                one.definition.source,
                _in_words(one.definition.note),
            )
            for one in held
        ),
        appendix=True,
    )


def _in_words(note: str) -> str:
    """Our mark for what has no source, said."""
    return note.replace("[M] From", "From").replace("[M]", "(from memory)")


def _day(day: datetime.date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "–"
