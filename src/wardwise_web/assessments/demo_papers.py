"""The demo's papers: last year's approved and published, this year's in the middle of drafting."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from wardwise.document.document_json import document_json
from wardwise.document.joined import START
from wardwise.document.own_words import blocks_of as blocks_of_words
from wardwise.document.section import Document, Section
from wardwise_web.assessments.documents import DOCUMENT, blocks_of, has_documents, section_of
from wardwise_web.assessments.findings import FINDINGS, MANIFEST, THREATS
from wardwise_web.assessments.models import Chapter, Cycle
from wardwise_web.assessments.selectors.reading import read_chapter
from wardwise_web.assessments.services.comments import comment_on, respond
from wardwise_web.assessments.services.committee import save_appendix, save_report
from wardwise_web.assessments.services.drafting import add_words, move_chapter, name_writers
from wardwise_web.assessments.services.freezing import write_frozen
from wardwise_web.assessments.services.links import make_link
from wardwise_web.assessments.services.markings import mark_paragraph
from wardwise_web.assessments.services.papers import (
    ask_to_publish,
    cast_vote,
    confirm_release,
    move_paper,
)
from wardwise_web.assessments.states import Answer, ChapterState, Choice, PaperState


if TYPE_CHECKING:
    from wardwise_web.people.stage import DemoPlay

SENSITIVE = "OFFICIAL-SENSITIVE"
CHOSEN = (
    "What was asked of whom for the year, and what became of it, is told in the partnership's plan."
)
DECIDED = """The board asked, among other things, for:

- one number to call about anti-social behaviour, from the council
- lamps along the canal path, from Kilnfield Homes
- a visit within a week to every home that is burgled twice, from the police"""
LAST_YEAR = (
    ("summary", "Executive summary", CHOSEN),
    ("priorities", "What was decided", DECIDED),
)


def last_years_papers(folder: Path, *, evidence: Path, partnership: str) -> None:
    """What the last assessment said, in words alone; the made-up partnership has one evidence."""
    sections = tuple(
        Section(title, anchor, blocks_of_words(words, numbers={}))
        for anchor, title, words in LAST_YEAR
    )
    made = [
        Document(
            kind=kind,
            title=f"Strategic assessment for {partnership}",
            partnership=partnership,
            subtitle="Strategic assessment",
            period="2025/26",
            marking="OFFICIAL",
            run="in words",
            prepared_by=f"{partnership} community safety team",
            sections=sections if kind == "assessment" else sections[:1],
        )
        for kind in ("assessment", "summary")
    ]
    (folder / DOCUMENT).write_text(document_json(made), "utf-8")
    for name in (FINDINGS, MANIFEST, THREATS):
        if (evidence / name).is_file():
            shutil.copyfile(evidence / name, folder / name)


def publish_last_year(play: DemoPlay, cycle: Cycle) -> None:
    """Last year's went the whole way."""
    for chapter in cycle.chapters.all():
        assure(play, chapter)
    paper = cycle.papers.get()
    way = (
        (PaperState.STRATEGY_GROUP, "manager", ""),
        (
            PaperState.AGREED,
            "chair",
            "Findings and recommendations agreed in September",
        ),
        (PaperState.CIRCULATED, "manager", "Sent to the wider partnership"),
        (PaperState.COMMENTS_CLOSED, "manager", "All agencies have answered"),
        (PaperState.BOARD, "manager", ""),
    )
    due = timezone.localdate() + timedelta(days=14)
    for to, who, note in way:
        move_paper(paper=paper, to=to, note=note, due=due, by=play.actor(who))
    for who in ("board", "chair"):
        cast_vote(paper=paper, choice=Choice.FOR, note="", by=play.actor(who))
    _report(play, paper)
    move_paper(
        paper=paper, to=PaperState.APPROVED, note="Minute 7 of the board", by=play.actor("board")
    )
    frozen = paper.frozen.get()
    write_frozen(frozen=frozen)
    frozen.refresh_from_db()
    release = ask_to_publish(frozen=frozen, note="", by=play.actor("manager"))
    confirm_release(release=release, by=play.actor("chair"))


def assure(play: DemoPlay, chapter: Chapter) -> None:
    """A chapter sent to assurance and assured."""
    move_chapter(chapter=chapter, to=ChapterState.IN_ASSURANCE, note="", by=play.actor("analyst"))
    move_chapter(
        chapter=chapter,
        to=ChapterState.ASSURED,
        note="Figures worked again, words held against them",
        by=play.actor("assurer"),
    )


def _report(play: DemoPlay, paper: Any) -> None:
    by = play.actor("manager")
    texts = {
        "committee": "Community Safety Select Committee, October 2025",
        "contact": "Morgan Reid, community safety manager",
        "purpose": "To tell the committee what the strategic assessment found.",
        "background": "The responsible authorities assess crime and disorder every year.",
        "finance": "The work was done within the partnership's budget.",
        "law": "Crime and Disorder Act 1998, sections 5 to 7, and the regulations of 2007.",
        "equality": "Who is harmed most, and what is not known of it, stands in the assessment.",
        "recommendations": "1. That the committee notes the assessment.\n"
        "2. That it takes the priorities into its work for the year.",
    }
    save_report(paper=paper, texts=texts, version=0, by=by)
    closed = {
        "title": "Places of repeat burglary",
        "words": "Streets and days, as the police gave them to the strategy group.",
        "marking": SENSITIVE,
        "exempt_paragraph": 7,
        "public_interest": "Naming streets would tell burglars where homes are visited and where"
        " not; the wards are in the assessment itself.",
        "review_on": date(2027, 10, 1),
    }
    save_appendix(paper=paper, letter="A", said=closed, by=by)


def draft_this_year(play: DemoPlay, cycle: Cycle) -> None:
    """Own words, comments with responses, one chapter in assurance and one assured."""
    if cycle.build is None or not has_documents(cycle.build.folder):
        return
    levels = cycle.chapters.filter(anchor="levels").first()
    if levels is not None:
        _write(play, levels)
        _comment(play, levels)
        make_link(
            chapter=levels,
            for_whom="Dr Imogen Shaw, University of Midshire",
            days=10,
            by=play.actor("manager"),
        )
    for anchor in ("area-and-people", "evidence-and-trust"):
        for chapter in cycle.chapters.filter(anchor=anchor):
            assure(play, chapter)
    for chapter in cycle.chapters.filter(anchor="comparison"):
        move_chapter(
            chapter=chapter,
            to=ChapterState.IN_ASSURANCE,
            note="Please look at the choice of comparators first",
            by=play.actor("analyst"),
        )
    for chapter in cycle.chapters.filter(anchor="substance-misuse"):
        name_writers(chapter=chapter, writers=[play.people["health"]], by=play.actor("manager"))
        add_words(
            chapter=chapter,
            section=chapter.anchor,
            after=START,
            words="The treatment provider changed in April, and its return begins anew from there.",
            by=play.actor("health"),
        )


def _write(play: DemoPlay, chapter: Chapter) -> None:
    build = chapter.cycle.build
    section = section_of(build.folder, chapter.anchor) if build else None
    if section is None:
        return
    by = play.actor("analyst")
    first, second = [place for place in blocks_of(section) if place[2].figures][:2]
    figure = first[2].figures[0]
    add_words(
        chapter=chapter,
        section=first[0].anchor,
        after=first[1],
        words=f"The strategy group looks at this number first: {{{figure.figure_id}}}. Two things"
        " **bear on it** that the count cannot show:\n\n- shops were asked in spring to report"
        " every theft\n- the town-centre team was moved in July",
        by=by,
    )
    add_words(
        chapter=chapter,
        section=second[0].anchor,
        after=second[1],
        words="The shop-watch line took about 140 calls a month, nearly half of them from two"
        " streets.",
        by=by,
    )
    closed = add_words(
        chapter=chapter,
        section=chapter.anchor,
        after=START,
        words="An operation is under way; nothing of it may be said outside the group.",
        by=by,
    )
    mark_paragraph(
        chapter=chapter,
        place=(chapter.anchor, f"words-{closed.passage_id}", "OFFICIAL"),
        now=SENSITIVE,
        reason="A running operation",
        by=by,
    )


def _comment(play: DemoPlay, chapter: Chapter) -> None:
    reading = read_chapter(chapter, clearance=SENSITIVE)
    found = [one for part in reading.parts for one in part.paragraphs if one.block]
    said = (
        ("police", "Say that reporting by shops became easier in spring.", Answer.ACCEPTED,
         "It stands below the first sentence now."),
        ("fire", "Can this be said of arson alone?", Answer.REJECTED,
         "There are too few for a rate; the count is in the table."),
        ("health", "Emergency department data would help here.", None, ""),
    )  # fmt: skip
    for paragraph, (who, words, answer, why) in zip(found, said, strict=False):
        made = comment_on(chapter=chapter, target=paragraph.target, words=words, by=play.actor(who))
        if answer is not None:
            respond(comment=made, answer=answer, words=why, by=play.actor("analyst"))
