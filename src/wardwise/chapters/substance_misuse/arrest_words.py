"""The words on drug tests: how many go on from stage to stage, and what moved the share."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.alarm_words import alarm_words
from wardwise.chapters.substance_misuse.findings import Tests
from wardwise.chapters.substance_misuse.tables import years_table
from wardwise.document.blocks import Note, NoteKind, Paragraph, Table
from wardwise.document.initials import small
from wardwise.document.phrases import during, verdict_of
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.verdict import Verdict
from wardwise.figures.funnel_blocks import (
    narrowest,
    refusal,
    stages_picture,
    stages_table,
)
from wardwise.figures.funnels import Funnel


WHO_IS_TESTED = (
    "Who is tested follows from what people are arrested for and from what the force asks of its "
    "custody officers. Fewer tests, given to those likelier to be positive, raise the share and "
    "find as many people. A test says what was taken in the last days, not that somebody depends "
    "on it."
)
NOT_TESTED = (
    "People arrested and not tested, those already in treatment, and people who come to treatment "
    "by another way."
)
COUNTED_APART = (
    "The counts are of one period and not of the same people followed: somebody tested late in it "
    "may be assessed in the next."
)


def tests_blocks(found: Tests, area: Area) -> tuple[Block, ...]:
    """The answer, the stages drawn and listed, the alarm, and the years beside one another."""
    warning, table = alarm_words(found), _table(found, area)
    return (
        Paragraph(_answer(found.funnel), lead=True),
        *([Note(NoteKind.CAUTION, warning)] if warning else []),
        *([] if found.funnel.not_the_same else [_picture(found, table, area)]),
        table,
        *([years_table(found)] if len(found.years) > 1 else []),
        Note(NoteKind.CAUTION, say(COUNTED_APART)),
        Note(NoteKind.ALTERNATIVE, say(WHO_IS_TESTED)),
        Note(NoteKind.MISSING, say(NOT_TESTED)),
    )


def _answer(stages: Funnel) -> Text:
    first, last = stages.stages[0], stages.stages[-1]
    told = [
        say(
            "{n} {first} were counted {period}.",
            n=whole(first.reached.count),
            first=small(first.title),
            period=during(stages.span.whole),
        )
    ]
    refused = refusal(stages)
    if refused:
        return join([*told, refused])
    if last.from_start and last.from_start.share.status == "known":
        told.append(
            say(
                "{n} people, or {share} ({range}), came as far as '{last}'.",
                n=whole(last.reached.count),
                share=percent(last.from_start.share),
                range=between(last.from_start.share, 1, "%"),
                last=small(last.title),
            )
        )
    # A negative test is no loss: the steps after it are those that lose people
    fewest = narrowest([stage for stage in stages.stages if stage.item != "tests"])
    return join([*told, *([fewest] if fewest else [])])


def _table(found: Tests, area: Area) -> Table:
    return stages_table(
        found.funnel,
        name="drug-tests",
        caption=f"From a drug test on arrest to treatment in {area.name}",
        source=found.source,
    )


def _picture(found: Tests, table: Table, area: Area) -> Bars:
    return stages_picture(
        found.funnel, table=table, title=_title(found), place=area.name, name="drug-tests"
    )


def _title(found: Tests) -> str:
    positive = found.moved
    if positive and positive.warns and positive.by_denominator.number >= 100:
        larger = verdict_of(positive.points) is Verdict.ROSE
        return (
            "A larger share tested positive because fewer were tested, not because more were"
            if larger
            else "A smaller share tested positive because more were tested, not because fewer were"
        )
    last = found.funnel.stages[-1]
    if last.from_start is None or last.from_start.share.status != "known":
        return "From a drug test on arrest to treatment"
    return f"{percent(last.from_start.share).text} of tests led to: {small(last.title)}"
