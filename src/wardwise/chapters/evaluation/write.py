"""The words: what each initiative changed, or could."""

from __future__ import annotations

from wardwise.chapters.evaluation.findings import EvaluationFindings
from wardwise.chapters.evaluation.supporting import (
    card_of,
    design_of,
    design_of_all,
    more_of,
    planned_of,
    power_words,
)
from wardwise.chapters.evaluation.tables import before_and_after, months_picture
from wardwise.chapters.evaluation.verdicts import verdict
from wardwise.document.blocks import Bullets, Note, NoteKind, Paragraph
from wardwise.document.initials import capital
from wardwise.document.phrases import listed
from wardwise.document.section import Block, Section
from wardwise.document.text import Text, join, say
from wardwise.document.words import in_words
from wardwise.figures.initiatives import Evaluated
from wardwise.measures.effect.called import Effect


# Of one, and of several
SAID = {
    Effect.REDUCED: ("reduced what it set out to reduce", "reduced what they set out to reduce"),
    Effect.MOVED: ("moved the problem next door", "moved the problem next door"),
    Effect.RETURNED: (
        "shows no more than a return to the usual level",
        "show no more than a return to the usual level",
    ),
    Effect.NOT_SHOWN: ("shows no reduction", "show no reduction"),
    Effect.MORE: ("was followed by more, not less", "were followed by more, not less"),
    None: ("cannot be judged", "cannot be judged"),
}


def write(found: EvaluationFindings) -> Section:
    """The answer, then each initiative, then those to come."""
    planned = tuple(planned_of(one) for one in found.planned)
    return Section(
        title="Did it work?",
        anchor="evaluation",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            *(
                Note(NoteKind.METHOD, design_of_all(one.effects.total))
                for one in found.evaluated[:1]
            ),
        ),
        sections=(
            *(_section(one, found.source) for one in found.evaluated),
            *((_planned(planned),) if planned else ()),
        ),
    )


def _answer(found: EvaluationFindings) -> Text:
    counted = [
        f"{in_words(n)} {SAID[called][n > 1]}"
        for called in SAID
        if (n := sum(one.effects.called is called for one in found.evaluated))
    ]
    run, planned = len(found.evaluated), len(found.planned)
    opening = f"Of {in_words(run)} initiatives that have run, {listed(counted)}."
    if run == 1:
        opening = f"The one initiative that has run {SAID[found.evaluated[0].effects.called][0]}."
    if not run:
        opening = "No initiative has run long enough to be judged."
    young = " or cannot be judged yet" if any(one.has_begun for one in found.planned) else ""
    to_come = f" {capital(in_words(planned))} {'is' if planned == 1 else 'are'} to come{young}."
    return say(opening + (to_come if planned else ""))


def _section(one: Evaluated, source: str) -> Section:
    table = before_and_after(one, source=source)
    blocks: tuple[Block, ...] = (Paragraph(verdict(one), lead=True),)
    if one.effects.called is not None:
        blocks += (months_picture(one, table),)
    blocks += (table,)
    if one.effects.called is not None:
        blocks += (Paragraph(more_of(one)),)
    return Section(
        title=one.initiative.name,
        anchor=f"evaluation-of-{one.initiative.slug}",
        blocks=(*blocks, Note(NoteKind.METHOD, _method(one))),
    )


def _method(one: Evaluated) -> Text:
    return join(
        [
            design_of(one),
            say(f"Why there: {one.initiative.why.rstrip('.')}."),
            card_of(one.registered, has_run=True),
            power_words(one.initiative, one.power, has_run=True),
        ]
    )


def _planned(lines: tuple[Text, ...]) -> Section:
    return Section(title="To come", anchor="evaluation-planned", blocks=(Bullets(lines),))
