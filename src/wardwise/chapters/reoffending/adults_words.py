"""The words on adults: how many reoffended beside how many were predicted to."""

from __future__ import annotations

from wardwise.chapters.reoffending.adults_table import MOST, adults_table, entered
from wardwise.chapters.reoffending.cohort_words import cohort_text
from wardwise.chapters.reoffending.findings import Adults
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import why_not
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, decimal, in_words, percent, some_of
from wardwise.domain.area import Area
from wardwise.figures.predicted import Predicted


PREDICTION = (
    "The prediction is taken as exact, and was made elsewhere, of other people. A ratio below one "
    "can say that it is too high for this area, and above one that it is too low, before it says "
    "anything of the work done."
)
GAP = (
    "The same by band of risk, which shows whether the prediction fits here; and offences "
    "that were never proved."
)


def adults_blocks(found: Adults, area: Area) -> tuple[Block, ...]:
    """The answer, the cohorts drawn and listed, and that they are not added up."""
    return (
        Paragraph(_answer(found), lead=True),
        *([_picture(found, area)] if len(_known(found)) > 1 else []),
        adults_table(found, area),
        Note(NoteKind.CAUTION, _apart(found)),
        Note(NoteKind.ALTERNATIVE, say(PREDICTION)),
        Note(NoteKind.MISSING, say(GAP)),
    )


def _known(found: Adults) -> list[Predicted]:
    return [one for one in found.cohorts if one.ratio.status == "known"][-MOST:]


def _answer(found: Adults) -> Text:
    latest = found.latest
    share = latest.share.figure
    if share.status != "known":
        return say("How many adults reoffended is not known: {why}.", why=why_not(share))
    opening = say(
        "Of {cohort}, {share} reoffended ({range}).",
        cohort=cohort_text(latest.share),
        share=percent(share),
        range=between(share, 1, "%"),
    )
    if latest.ratio.status != "known":
        return join([opening, say("What was predicted of them is not known.")])
    return join([opening, _judged(latest)])


def _judged(one: Predicted) -> Text:
    words = {
        "more": "That is more than predicted: {ratio} times as many ({range}).",
        "fewer": "That is fewer than predicted: {ratio} times as many ({range}).",
        "as": "That cannot be told from what was predicted of them: {ratio} times as many "
        "({range}).",
    }
    return say(words[how(one)], ratio=decimal(one.ratio, 2), range=between(one.ratio, 2))


def how(one: Predicted) -> str:
    """``more``, ``fewer`` or ``as`` predicted, by the interval."""
    span = one.ratio.interval
    if span is None or 1.0 in span:
        return "as"
    return "more" if span.lower > 1 else "fewer"


def _apart(found: Adults) -> Text:
    known, apart = len(_known(found)), len([one for one in _known(found) if one in found.apart])
    counted = say(
        "Of {n} cohorts {apart} lies clear of what was predicted; by chance alone about one in "
        "twenty does."
        if apart == 1
        else "Of {n} cohorts {apart} lie clear of what was predicted; by chance alone about one in "
        "twenty does.",
        n=in_words(known),
        apart=in_words(apart) if apart else "none",
    )
    return join(
        [
            counted,
            say(
                "The cohorts are not added up: somebody on the caseload in two quarters is in both."
            ),
        ]
    )


def _picture(found: Adults, area: Area) -> Bars:
    drawn = _known(found)
    return Bars(
        name="adults-predicted",
        title=_title(found, drawn),
        subtitle=f"Adults under probation in {area.name} who reoffended, over those predicted to, "
        "by the months in which the cohort entered, with 95% intervals",
        source=source_line(found.source),
        alt=" ".join(
            f"{entered(one)}: {decimal(one.ratio, 2).text} ({between(one.ratio, 2)})."
            for one in drawn
        ),
        table=adults_table(found, area),
        bars=tuple(bar_of(entered(one), one.ratio, ours=one is found.latest) for one in drawn),
        unit="1 = as many as predicted",
        dots=True,
        reference=(1.0, "as predicted"),
        places=2,
    )


def _title(found: Adults, drawn: list[Predicted]) -> str:
    apart = [one for one in drawn if one in found.apart]
    if not apart:
        return "No cohort of adults clearly reoffended more or less than was predicted"
    ways = {how(one) for one in apart}
    told = some_of(len(apart), len(drawn))
    word = f"{ways.pop()} than" if len(ways) == 1 else "otherwise than"
    return f"In {told} cohorts adults reoffended {word} predicted"
