"""The words on alcohol and drugs in recorded crime, and on drug offences."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import DrugOffences, Flagged
from wardwise.chapters.substance_misuse.tables import flags_table
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.bounded import points_limits, signed_points
from wardwise.document.initials import capital
from wardwise.document.phrases import changed, during, listed, verdict_of
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Link, Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.verdict import Verdict
from wardwise.figures.flag_years import FlagYears, is_used_otherwise


NOT_ASKED = (
    "A mark is an officer's judgement, often of the suspect, and the form does not ask how much. "
    "A crime without it may only not have been asked about."
)
WORD = {
    Verdict.ROSE: "it rose",
    Verdict.FELL: "it fell",
    Verdict.NO_CLEAR_CHANGE: "there is no clear change",
}


def flag_blocks(found: Flagged) -> tuple[Block, ...]:
    """The answer, the flags drawn and listed, and how often they are used at all."""
    used = _used(found)
    return (
        Paragraph(_answer(found), lead=True),
        *([Note(NoteKind.CAUTION, used)] if used else []),
        _picture(found),
        flags_table(found),
        Note(NoteKind.ALTERNATIVE, say(NOT_ASKED)),
    )


def _answer(found: Flagged) -> Text:
    told = [
        say(
            "{what} on {share}" if n else "{what} {was} marked on {share}",
            what=flag.now.name.lower() if n else flag.now.name,
            was="were" if flag.now.name.endswith("s") else "was",
            share=percent(flag.now.of_answered),
        )
        for n, flag in enumerate(found.flags)
    ]
    opening = join(told, " and ") + say(
        " of the crimes {period} on which the police answered the question.",
        period=during(found.crimes.period),
    )
    moves = [text for text in (_moved(flag) for flag in found.flags) if text]
    return join([opening, *moves])


def _moved(flag: FlagYears) -> Text | None:
    if flag.points is None or flag.before is None or flag.points.status != "known":
        return None
    return say(
        "For {what} {word} on the year before ({points} points, {limits}).",
        what=flag.now.name.lower(),
        word=WORD.get(verdict_of(flag.points), "the two cannot be compared"),
        points=signed_points(flag.points),
        limits=points_limits(flag.points),
    )


def _used(found: Flagged) -> Text | None:
    """A form that is filled in more often raises the share of all crimes by itself."""
    otherwise = next((flag for flag in found.flags if is_used_otherwise(flag)), None)
    if otherwise is None or otherwise.before is None:
        return None
    return say(
        "The question was answered on {now} of crimes, and on {then} the year before. That alone "
        "moves the share of all crimes, so only crimes on which it was answered are compared.",
        now=percent(otherwise.now.used),
        then=percent(otherwise.before.used),
    )


def _picture(found: Flagged) -> Bars:
    return Bars(
        name="substance-flags-picture",
        title=_title(found),
        subtitle="Of recorded crimes on which the question was answered, percent marked, with 95% "
        f"intervals; {found.crimes.period.label}",
        source=source_line(found.source, found.crimes.period),
        alt=" ".join(
            f"{flag.now.name}: {percent(flag.now.of_answered).text} "
            f"({between(flag.now.of_answered, 1, '%')})."
            for flag in found.flags
        ),
        table=flags_table(found),
        bars=tuple(bar_of(f.now.name, f.now.of_answered, ours=True) for f in found.flags),
        unit="percent of crimes where answered",
    )


def _title(found: Flagged) -> str:
    told = [f"{flag.now.name.lower()} on {_share(flag)}" for flag in found.flags]
    words = f"{listed(told)} of the crimes on which the police answered"
    return capital(words)


def _share(flag: FlagYears) -> str:
    return percent(flag.now.of_answered, 0).text


def offence_blocks(found: DrugOffences | None) -> tuple[Block, ...]:
    """Recorded drug offences in a sentence, with the way to where they are told."""
    if found is None or found.offences.status != "known":
        return ()
    text = say(
        "{n} drug offences were recorded {period}; the number {changed}. They are found by "
        "officers who look for them, and follow policing more than drug use: see {where}.",
        n=whole(found.offences),
        period=during(found.offences.period),
        changed=changed(found.change),
        where=Link("levels and patterns", "levels"),
    )
    return (Paragraph(text),)
