"""The words: what was recorded, what changed, and what drove the change."""

from __future__ import annotations

from wardwise.chapters.levels_and_patterns.defined import defined_blocks
from wardwise.chapters.levels_and_patterns.findings import GroupLevel, LevelsFindings
from wardwise.chapters.levels_and_patterns.tables import change_table, three_year_table
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.phrases import changed, listed, verdict_of, why_not
from wardwise.document.section import Block, Section
from wardwise.document.text import Number, Text, join, say
from wardwise.document.words import decimal, in_words, whole
from wardwise.domain.period import Month
from wardwise.domain.verdict import Verdict
from wardwise.figures.baselining import baselining_words
from wardwise.figures.bridged import bridge_words
from wardwise.figures.control_pictures import control_chart_picture, control_charts_picture
from wardwise.figures.held_part import told_with
from wardwise.figures.recording import recording_words


MOVED = (Verdict.ROSE, Verdict.FELL)


def write(found: LevelsFindings) -> Section:
    """The chapter, from its answer down to its tables."""
    return Section(
        title="Levels and patterns of crime and disorder",
        anchor="levels",
        new_page=True,
        blocks=(
            Paragraph(_answer(found), lead=True),
            control_chart_picture(found.whole_chart, name="control-all", source=found.source),
        ),
        sections=(
            Section(_years_title(found), "levels-three-years", _years(found)),
            Section("What changed", "levels-changes", _changes(found)),
            Section("Month by month", "levels-months", _months(found), new_page=True),
            *_defined(found),
        ),
    )


def _answer(found: LevelsFindings) -> Text:
    whole_level = found.whole
    answer = say(
        "Police recorded {n} offences located in {place} in {period}, {rate} for every 1,000 "
        "residents. The total {changed}.",
        n=whole(whole_level.years[2]),
        place=found.area.name,
        period=found.periods[2].label,
        rate=decimal(whole_level.rate),
        changed=changed(whole_level.change),
    )
    if not found.broken_groups:
        return answer
    groups = listed([name.lower() for name in found.broken_groups])
    return answer + f" Part of that may be counting: it holds {groups}, counted otherwise now."


def _defined(found: LevelsFindings) -> tuple[Section, ...]:
    """Groups by definition, where an extract tells codes and flags."""
    if not found.defined:
        return ()
    return (Section("Groups by definition", "levels-defined", defined_blocks(found)),)


def _years_title(found: LevelsFindings) -> str:
    """As many years as the table prints: one that is not known has no column."""
    printed = sum(figure.status == "known" for figure in found.whole.years)
    return f"{in_words(printed).capitalize()} year{'s' * (printed != 1)}, by offence group"


def _years(found: LevelsFindings) -> tuple[Block, ...]:
    blocks: list[Block] = [three_year_table(found)]
    unknown = [figure for figure in found.whole.years if figure.status != "known"]
    if unknown:
        years = listed([figure.period.label for figure in unknown])
        blocks.append(
            Note(
                NoteKind.MISSING,
                say(
                    "{years} {are} not known: the source does not hold all twelve months.",
                    years=years,
                    are="is" if len(unknown) == 1 else "are",
                ),
            )
        )
    return tuple(blocks)


def _changes(found: LevelsFindings) -> tuple[Block, ...]:
    return (
        Paragraph(join([_movers(found), *_held_in_part(found)])),
        change_table(found),
        *(_cautioned(recording_words(effect)) for effect in found.recording),
        *(_cautioned(baselining_words(one, _last(found))) for one in found.baselining),
        *(_cautioned(bridge_words(bridge)) for bridge in found.bridges),
        *(_caution(words, names) for words, names in found.cautions),
        Note(
            NoteKind.ALTERNATIVE,
            say(
                "A change in recorded crime can be a change in offending, in what people report, "
                "or in what the force records and how. The test tells a change from chance; it "
                "cannot tell which of these it is."
            ),
        ),
    )


def _caution(words: str, names: tuple[str, ...]) -> Note:
    return Note(
        NoteKind.CAUTION,
        say(
            "The way of counting changed between the two years for {groups}: {words}. How much "
            "that moved these counts is not known.",
            groups=listed([name.lower() for name in names]),
            words=words,
        ),
    )


def _cautioned(text: Text) -> Note:
    return Note(NoteKind.CAUTION, text)


def _last(found: LevelsFindings) -> Month:
    return found.periods[-1].last


def _movers(found: LevelsFindings) -> Text:
    rose = _named(found, Verdict.ROSE)
    fell = _named(found, Verdict.FELL)
    still = _named(found, Verdict.NO_CLEAR_CHANGE)
    if not rose and not fell and not still:
        return say(
            "No group can be compared with the year before: {why}.",
            why=Number(why_not(found.whole.change), found.whole.change),
        )
    parts = []
    if rose:
        parts.append(f"{_count(rose)} rose beyond chance: {listed(rose)}.")
    if fell:
        parts.append(f"{_count(fell)} fell beyond chance: {listed(fell)}.")
    if still:
        parts.append(
            f"The other {_count(still).lower()} showed no clear change."
            if rose or fell
            else "None of the offence groups showed a clear change."
        )
    return say("{told}", told=" ".join(parts))


def _held_in_part(found: LevelsFindings) -> list[Text]:
    """Beside what moved: of which groups the source holds too little to stand alone."""
    return [
        say(
            "{name} is counted {held}: a change in what is missing would look the same.",
            name=level.offence,
            held=told_with(level.held_only),
        )
        for level in _all_levels(found)
        if level.offence and level.held_only and verdict_of(level.change) in MOVED
    ]


def _named(found: LevelsFindings, verdict: Verdict) -> list[str]:
    return [
        level.offence.lower()
        for level in _all_levels(found)
        if level.offence and verdict_of(level.change) is verdict
    ]


def _all_levels(found: LevelsFindings) -> tuple[GroupLevel, ...]:
    return (*found.groups, found.disorder) if found.disorder else found.groups


def _count(names: list[str]) -> str:
    return f"{in_words(len(names)).capitalize()} group{'' if len(names) == 1 else 's'}"


def _months(found: LevelsFindings) -> tuple[Block, ...]:
    blocks: list[Block] = [
        control_charts_picture(found.charts, name="control-groups", source=found.source)
    ]
    if found.breaks:
        blocks.append(
            Note(
                NoteKind.CAUTION,
                say("Breaks in the series: {breaks}.", breaks="; ".join(found.breaks)),
            )
        )
    return tuple(blocks)
