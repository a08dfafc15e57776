"""A finished run with its papers as data, as small as a test wants it, and a year on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from wardwise.document.blocks import Bullets, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.document_json import document_json
from wardwise.document.pictures import Bar, Bars
from wardwise.document.section import Document, Section
from wardwise.document.text import Text, say
from wardwise.document.words import percent, whole
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.period import Period
from wardwise_web.assessments.models import Paper
from wardwise_web.assessments.services import begin_cycle, use_build
from wardwise_web.assessments.services.checklist import answer_item
from wardwise_web.assessments.services.drafting import move_chapter
from wardwise_web.assessments.services.papers import move_paper
from wardwise_web.assessments.states import ChapterState, PaperState
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build
from wardwise_web.evidence.tests.made_run import figure, write_run


PERIOD = Period.parse("2025-10", "2026-09")
EXAMPLESHIRE = Area("E06999001", "Exampleshire", AreaKind.DISTRICT)


def burglary(value: float = 412) -> Figure:
    """How many burglaries there were."""
    return Figure(
        measure="offences",
        offence="Burglary",
        area=EXAMPLESHIRE,
        period=PERIOD,
        value=value,
        unit=Unit.OFFENCES,
        sources=("police_uk",),
        interval=Interval(value * 0.9, value * 1.1, 0.95, "Byar"),
        method="count",
    )


CLOSED = Figure(
    measure="share_percent",
    offence="Burglary",
    area=EXAMPLESHIRE,
    period=PERIOD,
    value=19.6,
    unit=Unit.PERCENT,
    sources=("partner:victims",),
    marking="OFFICIAL-SENSITIVE",
)
BURGLARY_ID = burglary().figure_id


def papers(value: float = 412) -> tuple[Document, Document]:
    """The assessment and the summary."""
    count = whole(burglary(value))
    rows = (("Exampleshire", count),)
    table = Table("by-area", "Burglaries", (Column("Area"), Column("Burglaries")), rows)
    bars = Bars(
        "ranks",
        "Burglary in Exampleshire",
        "Offences",
        "police.uk",
        "One bar.",
        table,
        bars=(Bar("Exampleshire", value, ours=True),),
        unit="offences",
    )
    lead = Paragraph(say("There were {n} burglaries.", n=count), lead=True)
    closed = Paragraph(say("Of the victims, {n} had been victims before.", n=percent(CLOSED)))
    levels = Section(
        "Levels and patterns",
        "levels",
        (lead, bars, closed),
        (
            Section(
                "Burglary",
                "levels-burglary",
                (
                    Paragraph(Text(("Most were of homes.",))),
                    Bullets((Text(("By night.",)), Text(("By the back door.",)))),
                    Note(NoteKind.CAUTION, Text(("Not all are reported.",))),
                    table,
                ),
            ),
        ),
    )
    methods = Section("Methods", "methods", (Paragraph(Text(("How it was counted.",))),))
    summary = Section("Executive summary", "summary", (lead, closed))
    return (
        _document("assessment", (summary, levels, methods)),
        _document("summary", (summary,)),
    )


def _document(kind: str, sections: tuple[Section, ...]) -> Document:
    return Document(
        kind,
        "Strategic assessment for Exampleshire",
        "Exampleshire",
        "Strategic assessment",
        PERIOD.label,
        "OFFICIAL-SENSITIVE",
        "0123456789",
        "The team",
        sections,
    )


def built(seats: Any, *, value: float = 412) -> Any:
    """A build that is done, with its papers."""
    by = seats.actor("analyst")
    build = ask_for_build(partnership=seats.partnership, settings_yaml="", by=by)
    begin_build(build=build)
    known = {
        one.figure_id: one
        for paper in papers(value)
        for section in paper.sections
        for one in section.figures
    }
    rows = [
        figure(
            one.figure_id,
            value=one.number,
            marking=one.marking,
            measure=one.measure,
            unit=str(one.unit),
        )
        for one in known.values()
    ]
    write_run(build.folder, rows, run=f"{build.pk:010d}")
    (build.folder / "document.json").write_text(document_json(papers(value)), "utf-8")
    end_build(build=build, told="Done", manifest=read_manifest(build.folder))
    build.refresh_from_db()
    return build


def year_of(seats: Any, name: str = "2026/27") -> Any:
    """A year on a build: its chapters are open."""
    first = int(name[:4])
    cycle = begin_cycle(
        partnership=seats.partnership,
        name=name,
        starts_on=date(first, 10, 1),
        ends_on=date(first + 1, 9, 30),
        by=seats.actor("manager"),
    )
    use_build(cycle=cycle, build=built(seats), by=seats.actor("analyst"))
    cycle.refresh_from_db()
    return cycle


def chapter_of(cycle: Any, anchor: str = "levels") -> Any:
    """One chapter of it."""
    return cycle.chapters.get(anchor=anchor)


def assure_all(seats: Any, cycle: Any) -> None:
    """Every chapter sent to assurance and assured."""
    for chapter in cycle.chapters.exclude(state=ChapterState.ASSURED):
        move_chapter(
            chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=seats.actor("analyst")
        )
        move_chapter(chapter=chapter, to=ChapterState.ASSURED, note="", by=seats.actor("assurer"))


def answer_the_law(seats: Any, cycle: Any, *, but: tuple[str, ...] = ()) -> None:
    """Every item of the checklist, or all but some."""
    by = seats.actor("analyst")
    for item in cycle.checklist.exclude(item__in=but):
        answer_item(item=item, met_by="A chapter", reason="", version=item.version, by=by)


WAY = (
    (PaperState.STRATEGY_GROUP, "manager", ""),
    (PaperState.AGREED, "chair", "Agreed at the meeting of 2 November"),
    (PaperState.CIRCULATED, "manager", ""),
    (PaperState.COMMENTS_CLOSED, "manager", "Everybody has answered"),
    (PaperState.BOARD, "manager", ""),
)


def bring_to(seats: Any, paper: Paper, state: PaperState) -> None:
    """Move the paper along its way until it stands there; the board is left to vote."""
    for to, who, note in WAY:
        if paper.state == state:
            break
        move_paper(paper=paper, to=to, note=note, due=date(2099, 1, 1), by=seats.actor(who))
        paper.refresh_from_db()
    assert paper.state == state
