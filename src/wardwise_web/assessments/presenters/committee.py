"""The report to the committee as a paper; what is exempt is named and not in it."""

from __future__ import annotations

from collections.abc import Sequence

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.own_words import blocks_of
from wardwise.document.section import Block, Document, Section
from wardwise_web.assessments.models import Appendix, CommitteeReport
from wardwise_web.assessments.services.committee import EXEMPT, HEADINGS
from wardwise_web.core.permissions.markings import LOWEST


def committee_document(report: CommitteeReport, appendices: Sequence[Appendix]) -> Document:
    """The public build of the report."""
    paper = report.paper
    sections = [
        _section(heading, name, getattr(report, name)) for name, heading in HEADINGS.items()
    ]
    if appendices:
        sections.append(Section("Appendices", "appendices", (_list_of(appendices),)))
    sections += [
        _section(f"Appendix {one.letter}: {one.title}", f"appendix-{one.letter.lower()}", one.words)
        for one in appendices
        if one.exempt_paragraph is None
    ]
    frozen = paper.frozen.filter(taken_back_at__isnull=True).last()
    build = frozen.build if frozen else paper.cycle.build
    return Document(
        kind="summary",
        title="Strategic assessment: report to the committee",
        partnership=paper.cycle.partnership.name,
        subtitle=report.committee,
        period=paper.cycle.name,
        marking=LOWEST,
        run=build.run if build else "",
        prepared_by=report.contact,
        sections=tuple(sections),
    )


def _section(heading: str, anchor: str, words: str) -> Section:
    return Section(heading, anchor, blocks_of(words, numbers={}))


def _list_of(appendices: Sequence[Appendix]) -> Block:
    """Every appendix, with the paragraph under which a closed one is closed."""
    columns = tuple(
        Column(name, Align.LEFT) for name in ("Appendix", "Title", "Open or closed", "Why")
    )
    rows = tuple(
        (
            one.letter,
            # a title can tell what the appendix keeps
            one.title if one.exempt_paragraph is None else "Not for publication",
            "Open"
            if one.exempt_paragraph is None
            else f"Closed under paragraph {one.exempt_paragraph}: {EXEMPT[one.exempt_paragraph]}",
            one.public_interest if one.exempt_paragraph is not None else "",
        )
        for one in appendices
    )
    return Table("appendices", "Appendices of this report", columns, rows)
