"""The words on treatment: how many are in it, who completes it, who comes back."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import Substance, Treatment
from wardwise.chapters.substance_misuse.tables import length_of, treatment_table
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.bounded import count_text
from wardwise.document.phrases import changed, during
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.figure import Figure
from wardwise.figures.returned_shares import Ratio


WHY = (
    "A service that takes in more people with a long dependence completes fewer of them, and one "
    "that closes cases sooner completes more. Neither is a change in drug use here."
)
UNMET = (
    "People who need treatment and are not in it: an estimate of need, from public health. Deaths "
    "and hospital admissions by ward, from public health."
)


def treatment_blocks(found: Treatment) -> tuple[Block, ...]:
    """The answer, completion by substance drawn and listed, and what is missing."""
    more = _more(found)
    return (
        Paragraph(_answer(found), lead=True),
        *([Paragraph(more)] if more else []),
        *([_picture(found)] if _drawn(found) else []),
        treatment_table(found),
        Note(NoteKind.ALTERNATIVE, say(WHY)),
        Note(NoteKind.MISSING, say(UNMET)),
    )


def _answer(found: Treatment) -> Text:
    people, every = found.whole.people, found.whole
    opening = say(
        "{n} people were in treatment for drugs or alcohol {period}.",
        n=count_text(people.count, people.least, people.most),
        period=during(found.now.whole),
    )
    if every.share.status != "known":
        return opening
    told = say(
        "Of those in treatment in a {length}, {share} ({range}) completed it successfully.",
        length=length_of(found.year),
        share=percent(every.share),
        range=between(every.share, 1, "%"),
    )
    return join([opening, told])


def _more(found: Treatment) -> Text | None:
    change = found.whole.change
    told = [
        *([_change(change)] if change and change.status == "known" else []),
        *_share_words(found.planned, "Of all exits, {share} ({range}) were planned."),
        *_share_words(
            found.returned, "Of those who completed, {share} ({range}) came back within six months."
        ),
    ]
    if found.waiting and found.waiting.is_known:
        told.append(say("{n} people were waiting.", n=whole(found.waiting.count)))
    return join(told) if told else None


def _change(change: Figure) -> Text:
    return say("The number in treatment {changed}.", changed=changed(change))


def _share_words(one: Ratio | None, words: str) -> list[Text]:
    if one is None or one.share.status != "known":
        return []
    return [say(words, share=percent(one.share), range=between(one.share, 1, "%"))]


def _drawn(found: Treatment) -> list[Substance]:
    known = [part for part in found.parts if part.share.status == "known"]
    return sorted(known, key=lambda part: -part.share.number) if len(known) > 1 else []


def _picture(found: Treatment) -> Bars:
    drawn = _drawn(found)
    return Bars(
        name="treatment-completed",
        title=_title(drawn),
        subtitle=f"Of people in treatment in a {length_of(found.year)}, percent who completed it "
        f"successfully, with 95% intervals; {found.year.whole.label}",
        source=source_line(found.source, found.year.whole),
        alt=" ".join(f"{part.name}: {percent(part.share).text}." for part in drawn),
        table=treatment_table(found),
        bars=tuple(bar_of(part.name, part.share, ours=True) for part in drawn),
        unit="percent of those in treatment",
        dots=True,
        reference=(found.whole.share.number, f"All: {percent(found.whole.share).text}")
        if found.whole.share.status == "known"
        else None,
    )


def _title(drawn: list[Substance]) -> str:
    last, before = drawn[-1], drawn[-2]
    ours, theirs = last.share.interval, before.share.interval
    if ours is None or theirs is None or ours.overlaps(theirs):
        return "No substance clearly has the fewest completions"
    return f"{last.name}: the smallest share completes treatment, {percent(last.share).text}"
