"""The words: how to check a figure, the methods, the dispersions, the symbols, the glossary."""

from __future__ import annotations

from wardwise.chapters.methods_and_glossary.definitions import definitions_section
from wardwise.chapters.methods_and_glossary.findings import Method, MethodsFindings, Term
from wardwise.chapters.methods_and_glossary.spread import dispersion_table, most_dispersed
from wardwise.document.blocks import Align, Bullets, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.section import Section
from wardwise.document.text import Link, Span, Strong, Text, join, say


HASH = 12  # characters: enough to tell editions apart


def write(found: MethodsFindings) -> Section:
    """The chapter, from how to check a figure to the meaning of a word."""
    return Section(
        title="Methods and glossary",
        anchor="methods",
        new_page=True,
        blocks=(
            Paragraph(
                say(
                    "Every number in this paper can be made again from the rows that it came from: "
                    "the file findings.json lists each with its formula, and the command "
                    "'wardwise explain' works it out once more."
                ),
                lead=True,
            ),
            methods_list(found),
        ),
        sections=(
            Section(
                "Dispersion of each offence",
                "methods-dispersion",
                (
                    Paragraph(join([_why_dispersion(), most_dispersed(found)]), lead=True),
                    dispersion_table(found),
                ),
            ),
            *definitions_section(found),
            Section("Symbols", "methods-symbols", (symbols_table(found),)),
            Section("Glossary", "methods-glossary", (glossary_table(found),)),
            Section(
                "Reference tables",
                "methods-reference",
                (
                    Note(
                        NoteKind.SOURCE,
                        say(
                            "Offence lists, weights, bands, breaks, statute and this glossary are "
                            "tables of their own, each with an edition, a source and a licence."
                        ),
                    ),
                    editions_table(found),
                ),
            ),
        ),
    )


def _why_dispersion() -> Text:
    return say(
        "Crime counts vary more than chance alone would have them: one group of offenders, one "
        "operation or one backlog moves many at once. φ says by how much, and every interval of "
        "a change is widened by its square root."
    )


def methods_list(found: MethodsFindings) -> Bullets:
    """Each method with its formula, where it is used and whose it is."""
    return Bullets(tuple(_method(method) for method in found.methods))


def _method(method: Method) -> Text:
    spans: list[Span] = [Strong(f"{method.name}. "), method.how]
    if method.formula:
        spans.append(f" Formula: {method.formula}.")
    if method.where:
        spans += [" Used in ", Link(method.where, method.anchor), "."]
    return Text((*spans, f" After: {method.source}."))


def symbols_table(found: MethodsFindings) -> Table:
    """What stands in a cell where a number cannot."""
    return Table(
        name="symbols",
        caption="Symbols in tables",
        columns=(Column("Symbol", Align.LEFT), Column("Meaning", Align.LEFT)),
        rows=found.symbols,
        source="Government Analysis Function, symbols in tables, for [c], [u], [x] and [z]",
    )


def glossary_table(found: MethodsFindings) -> Table:
    """The words of the assessment."""
    return Table(
        name="glossary",
        caption="Words of this assessment",
        columns=(Column("Word", Align.LEFT), Column("What it means here", Align.LEFT)),
        rows=tuple((one.term, _meaning(one)) for one in found.terms),
    )


def _meaning(one: Term) -> str:
    ours = one.source.startswith("house")
    return one.meaning if ours else f"{one.meaning} ({one.source})"


def editions_table(found: MethodsFindings) -> Table:
    """Every reference table with its edition and the short hash of its content."""
    return Table(
        name="reference-tables",
        caption="Reference tables in use, and their editions",
        columns=(
            Column("Table", Align.LEFT),
            Column("Edition", Align.LEFT),
            Column("Date", Align.LEFT),
            Column("Source", Align.LEFT, quiet=True),
            Column("Licence", Align.LEFT, quiet=True),
            Column("SHA-256, short", Align.LEFT, quiet=True),
        ),
        rows=tuple(
            (one.title, one.version, one.date, one.source, one.licence, one.sha256[:HASH])
            for one in found.editions
        ),
        appendix=True,
    )
