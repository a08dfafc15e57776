"""A funnel as a picture and as a table, the same in every chapter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from wardwise.document.bars import bar_of
from wardwise.document.blocks import Align, Cell, Column, Table
from wardwise.document.bounded import change_cell, count_cell, points_cell
from wardwise.document.initials import small
from wardwise.document.pictures import Bar, Bars
from wardwise.document.sources import source_line
from wardwise.document.text import Text, say
from wardwise.document.words import between, decimal, percent, whole
from wardwise.figures.funnels import Funnel, Stage


def stages_table(stages: Funnel, *, name: str, caption: str, source: str) -> Table:
    """Each stage, its change, and the share that came on from the stage before."""
    return Table(
        name=f"{name}-stages",
        caption=f"{caption}, {stages.span.whole.label}",
        columns=(
            Column("Stage", Align.LEFT),
            Column("Number"),
            Column("On the year before"),
            Column("Of the stage before, %"),
            Column("95% interval", quiet=True),
            Column("On the year before, points"),
        ),
        rows=tuple(_row(stage) for stage in stages.stages),
        source=source_line(source, stages.span.whole),
    )


def _row(stage: Stage) -> tuple[Cell, ...]:
    told, pair = stage.reached, stage.from_before
    return (
        stage.title,
        count_cell(told.count, told.least, told.most),
        change_cell(stage.change),
        decimal(pair.share) if pair else "–",
        between(pair.share, 1) if pair else "–",
        points_cell(stage.moved.points if stage.moved else None),
    )


def stages_picture(stages: Funnel, *, table: Table, title: str, place: str, name: str) -> Bars:
    """Of those at the first stage, the share that reaches each."""
    first = stages.stages[0]
    drawn = [(stage, stage.from_start.share) for stage in stages.stages if stage.from_start]
    return Bars(
        name=f"{name}-funnel",
        title=title,
        subtitle=f"Of {small(first.title)} in {place}, percent that reach each stage, with 95% "
        f"intervals; {stages.span.whole.label}",
        source=table.source,
        alt=" ".join(f"{one.title}: {percent(share).text}." for one, share in drawn),
        table=table,
        bars=(
            Bar(first.title, 100.0, ours=True),
            *(bar_of(one.title, share, ours=True) for one, share in drawn),
        ),
        unit=f"percent of {small(first.title)}",
    )


def refusal(stages: Funnel) -> Text | None:
    """That a later stage counts more, so that nobody can be followed from one to the next."""
    if stages.not_the_same is None:
        return None
    one, other = stages.not_the_same
    return say(
        "More are counted at '{other}' ({n}) than at '{one}' before it ({less}): these are not the "
        "same people, so no share goes from stage to stage.",
        other=small(other.title),
        n=whole(other.reached.count),
        one=small(one.title),
        less=whole(one.reached.count),
    )


def narrowest(stages: Sequence[Stage]) -> Text | None:
    """Between which two stages fewest go on, if one pair stands apart from all the others."""
    pairs = [
        (one, other, other.from_before.share)
        for one, other in pairwise(stages)
        if other.from_before and other.from_before.share.interval
    ]
    if len(pairs) < 2:
        return None
    least, beside = sorted(pairs, key=lambda pair: pair[2].number)[:2]
    ours, theirs = least[2].interval, beside[2].interval
    if ours is None or theirs is None or ours.overlaps(theirs):
        return say("No step clearly loses more of them than the others.")
    return say(
        "Of the steps from '{first}' on, fewest go on from '{one}' to '{other}': {share}.",
        first=small(stages[0].title),
        one=small(least[0].title),
        other=small(least[1].title),
        share=percent(least[2]),
    )
