"""The words on drug tests: how many go on from stage to stage, and what moved the share."""

from __future__ import annotations

from wardwise.chapters.substance_misuse.findings import Tests
from wardwise.chapters.substance_misuse.tables import stages_table, years_table
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.bounded import points_limits, signed_points
from wardwise.document.phrases import during, verdict_of
from wardwise.document.pictures import Bar, Bars
from wardwise.document.section import Block
from wardwise.document.sources import source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import between, percent, whole
from wardwise.domain.area import Area
from wardwise.domain.figure import Figure
from wardwise.domain.verdict import Verdict
from wardwise.figures.funnels import Funnel, Stage
from wardwise.figures.returned_shares import Moved


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
    warning = alarm_words(found)
    return (
        Paragraph(_answer(found.funnel), lead=True),
        *([Note(NoteKind.CAUTION, warning)] if warning else []),
        *([] if found.funnel.not_the_same else [_picture(found, area)]),
        stages_table(found, area),
        *([years_table(found)] if len(found.years) > 1 else []),
        Note(NoteKind.CAUTION, say(COUNTED_APART)),
        Note(NoteKind.ALTERNATIVE, say(WHO_IS_TESTED)),
        Note(NoteKind.MISSING, say(NOT_TESTED)),
    )


def _answer(stages: Funnel) -> Text:
    first, last = stages.stages[0], stages.stages[-1]
    opening = say(
        "{n} {first} were counted {period}, and {last} {title}",
        n=whole(first.reached.count),
        first=lower(first.title),
        period=during(stages.span.whole),
        last=whole(last.reached.count),
        title=lower(last.title),
    )
    if stages.not_the_same:
        one, other = stages.not_the_same
        refused = say(
            "More are counted at '{other}' ({n}) than at '{one}' before it ({less}): these are not "
            "the same people, so no share goes from stage to stage.",
            other=lower(other.title),
            n=whole(other.reached.count),
            one=lower(one.title),
            less=whole(one.reached.count),
        )
        return join([opening + ".", refused])
    whole_way = last.from_start
    if whole_way is None or whole_way.share.status != "known":
        return opening + "."
    told = say(
        ": {share} ({range}).",
        share=percent(whole_way.share),
        range=between(whole_way.share, 1, "%"),
    )
    narrowest = _narrowest(stages)
    return join([opening + told, *([narrowest] if narrowest else [])])


def _narrowest(stages: Funnel) -> Text | None:
    """Between which two stages fewest go on, if one pair stands apart from all the others."""
    pairs = [
        (one, other)
        for one, other in zip(stages.stages, stages.stages[1:], strict=False)
        if other.from_before and other.from_before.share.interval
    ]
    if len(pairs) < 2:
        return None
    ordered = sorted(pairs, key=lambda pair: _share(pair[1]).number)
    (one, other), next_one = ordered[0], ordered[1][1]
    least, beside = _share(other).interval, _share(next_one).interval
    if least is None or beside is None or least.overlaps(beside):
        return say("No step clearly loses more of them than the others.")
    return say(
        "Fewest go on from {one} to {other}: {share}.",
        one=lower(one.title),
        other=lower(other.title),
        share=percent(_share(other)),
    )


def _share(stage: Stage) -> Figure:
    if stage.from_before is None:
        raise ValueError("The first stage has no share of the one before it.")
    return stage.from_before.share


def alarm_words(found: Tests) -> Text | None:
    """A rate that moved because its denominator did, in words; None where it did not."""
    moves = [one for one in (found.moved, found.since) if one and one.warns]
    if not moves:
        return None
    return join([_alarm(moves[0]), *([_longer(moves[1])] if len(moves) > 1 else [])])


def _alarm(moved: Moved) -> Text:
    before, after = moved.before, moved.after
    return say(
        "The share of tests that were positive {word}, from {then} to {now} ({points} points, "
        "{limits}), because the number of tests did the moving: {few} of {tests} were positive "
        "{period}, {some} of {all} {earlier}. The number of positive tests did not move with it.",
        word=str(verdict_of(moved.points)),
        then=percent(before.share),
        now=percent(after.share),
        points=signed_points(moved.points),
        limits=points_limits(moved.points),
        few=whole(after.part.count),
        tests=whole(after.whole.count),
        period=during(after.span.whole),
        some=whole(before.part.count),
        all=whole(before.whole.count),
        earlier=during(before.span.whole),
    )


def _longer(moved: Moved) -> Text:
    before, after = moved.before, moved.after
    return say(
        "It is the same over the years held: {then} of {tests} {earlier}, {now} of {fewer} in the "
        "latest year, {some} positive tests against {many}.",
        then=percent(before.share, 0),
        tests=whole(before.whole.count),
        earlier=during(before.span.whole),
        now=percent(after.share, 0),
        fewer=whole(after.whole.count),
        some=whole(before.part.count),
        many=whole(after.part.count),
    )


def _picture(found: Tests, area: Area) -> Bars:
    stages = found.funnel.stages
    drawn = [(stage, stage.from_start.share) for stage in stages if stage.from_start]
    first = stages[0]
    return Bars(
        name="drug-tests-funnel",
        title=_title(found),
        subtitle=f"Of {lower(first.title)} in {area.name}, percent that reach each stage, with "
        f"95% intervals; {found.funnel.span.whole.label}",
        source=source_line(found.source, found.funnel.span.whole),
        alt=" ".join(f"{one.title}: {percent(share).text}." for one, share in drawn),
        table=stages_table(found, area),
        bars=(
            Bar(first.title, 100.0, ours=True),
            *(bar_of(one.title, share, ours=True) for one, share in drawn),
        ),
        unit=f"percent of {lower(first.title)}",
    )


def _title(found: Tests) -> str:
    positive = found.moved
    if positive and positive.warns and verdict_of(positive.points) is Verdict.ROSE:
        return "A larger share tested positive because fewer were tested, not because more were"
    last = found.funnel.stages[-1]
    if last.from_start is None or last.from_start.share.status != "known":
        return "From a drug test on arrest to treatment"
    return f"{percent(last.from_start.share).text} of tests led to: {lower(last.title)}"


def lower(words: str) -> str:
    """In the middle of a sentence."""
    return words[:1].lower() + words[1:]
