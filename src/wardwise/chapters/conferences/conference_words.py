"""The words on domestic abuse conferences: cases, repeats, who referred, what came of it."""

from __future__ import annotations

from wardwise.chapters.conferences.agencies import referred_blocks
from wardwise.chapters.conferences.findings import Conferences
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.bounded import count_text, points_limits, signed_points
from wardwise.document.initials import small
from wardwise.document.phrases import changed, during, verdict_of
from wardwise.document.section import Block
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.verdict import Verdict
from wardwise.figures.funnel_blocks import narrowest, refusal, stages_picture, stages_table
from wardwise.figures.funnels import Funnel


WHICH_REPEAT = (
    "A repeat is a further incident within twelve months of the last conference. Until SafeLives "
    "widened it, only what may be criminal counted; now any abuse by the same person does. The "
    "return does not say which it counts, and a change between the two raises the share by itself."
)
WHAT_MORE = (
    "More cases can mean that more people at high risk are found, and not that there is more "
    "abuse. A repeat can mean that somebody felt able to tell again."
)
UNTOLD = (
    "What became of the people afterwards, those under the threshold, and those who told nobody. "
    "Cases come to a conference because somebody judged the risk to be high."
)
SAID = {
    Verdict.ROSE: "rose on the year before",
    Verdict.FELL: "fell on the year before",
    Verdict.NO_CLEAR_CHANGE: "showed no clear change on the year before",
}


def conference_blocks(found: Conferences, area: Area) -> tuple[Block, ...]:
    """The answer, the way of the cases, who referred, and what a repeat is."""
    more = _more(found)
    return (
        Paragraph(_answer(found, area), lead=True),
        *([Paragraph(more)] if more else []),
        *(_way(found.funnel, found.source, area) if found.funnel else ()),
        *(referred_blocks(found) if found.agencies else ()),
        *([Note(NoteKind.CAUTION, say(WHICH_REPEAT))] if found.repeats else []),
        Note(NoteKind.ALTERNATIVE, say(WHAT_MORE)),
        Note(NoteKind.MISSING, say(UNTOLD)),
    )


def _answer(found: Conferences, area: Area) -> Text:
    opening = say(
        "The conferences of all agencies on domestic abuse at high risk (MARAC) heard {n} cases in "
        "{place} {period}.",
        n=count_text(found.heard.count, found.heard.least, found.heard.most),
        place=area.name,
        period=during(found.span.whole),
    )
    repeats = found.repeats
    if repeats is None or repeats.share.status != "known":
        return opening
    told = say(
        "{share} ({range}) were repeats.",
        share=percent(repeats.share),
        range=between(repeats.share, 1, "%"),
    )
    return join([opening, told])


def _more(found: Conferences) -> Text | None:
    points = found.repeats_moved.points if found.repeats_moved else None
    told = []
    if found.change and found.change.status == "known":
        told.append(say("The number of cases {changed}.", changed=changed(found.change)))
    if points is not None and points.status == "known":
        told.append(
            say(
                "The share of repeats {said} ({points} points, {limits}).",
                said=SAID.get(verdict_of(points), "cannot be compared with the year before"),
                points=signed_points(points),
                limits=points_limits(points),
            )
        )
    if found.children and found.children.is_known:
        told.append(say("{n} children lived in these households.", n=whole(found.children.count)))
    return join(told) if told else None


def _way(stages: Funnel, source: str, area: Area) -> tuple[Block, ...]:
    table = stages_table(
        stages, name="marac", caption=f"From referral to action in {area.name}", source=source
    )
    said = refusal(stages) or narrowest(stages.stages)
    last = stages.stages[-1]
    drawn = not stages.not_the_same and last.from_start
    title = (
        f"Of referrals {percent(last.from_start.share).text} came to the end: {small(last.title)}"
        if last.from_start
        else "From referral to action"
    )
    picture = stages_picture(stages, table=table, title=title, place=area.name, name="marac")
    return (*([Paragraph(said)] if said else []), *([picture] if drawn else []), table)
