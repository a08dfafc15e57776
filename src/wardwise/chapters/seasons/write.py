"""The words: the months, the levels, and the days and hours where an extract has them."""

from __future__ import annotations

from wardwise.chapters.seasons.charts import charts_section
from wardwise.chapters.seasons.findings import SeasonsFindings, WeekFound
from wardwise.chapters.seasons.pictures import (
    grid_picture,
    kinds_table,
    levels_table,
    strength_table,
)
from wardwise.chapters.seasons.words import (
    answer,
    kinds_words,
    left_out,
    levels_words,
    quarter_words,
)
from wardwise.document.blocks import Note, NoteKind, Paragraph
from wardwise.document.section import Block, Section
from wardwise.document.text import say
from wardwise.domain.nothing import NotKnown
from wardwise.figures.day_kinds import DARK, HOT
from wardwise.figures.hour_blocks import hours_picture
from wardwise.figures.hour_words import hour_words


FEW_YEARS = (
    "Two or three years are few: one odd summer weighs much. The tests allow for how many groups "
    "were looked at. Months are compared by the day, so that February is not low for being short."
)
LEVELS = (
    "A change is named only if drifting series without a step would show one as large less than "
    "once in twenty, allowing for how many groups were looked at; where a steady drift fits about "
    "as well, no month is named."
)
EXTRACT = (
    "The counts by hour are of the police force's extract, which holds somewhat more than the "
    "published records."
)
DAYS = (
    "Holidays are set against other days of the same weekday and month; evenings between 17:00 "
    "and 20:00 against hours that are light, or dark, all along, four weeks either side of the day "
    "on which the clocks change."
)
HEAT = (
    "A day is hot from {from_celsius} °C at its warmest, by the partnership's own file of "
    "temperatures, and is set against other days of its month and weekday. People are outdoors and "
    "drink more then, and events are held: the heat itself need not be the cause."
)
AUTUMN = (
    "Half-term, Halloween and Bonfire Night fall in the weeks about the change in October, and may "
    "be part of what looks like the dark."
)
USUAL = (
    "School holidays are those of the usual pattern; the partnership's own can be given in the "
    "settings."
)


def write(found: SeasonsFindings) -> Section:
    """The chapter, from its answer down."""
    return Section(
        title="When",
        anchor="when",
        new_page=True,
        blocks=_months(found),
        sections=(
            Section("Changes of level", "when-levels", _levels(found)),
            *charts_section(found),
            *_week(found),
        ),
    )


def _months(found: SeasonsFindings) -> tuple[Block, ...]:
    lead = Paragraph(answer(found), lead=True)
    if not found.seasonal:
        return (lead,)
    others = left_out(found)
    return (
        lead,
        grid_picture(found),
        *((strength_table(found),) if len(found.seasonal) > 1 else ()),
        *((Paragraph(others),) if others else ()),
        Note(NoteKind.CAUTION, say(FEW_YEARS)),
    )


def _levels(found: SeasonsFindings) -> tuple[Block, ...]:
    late = quarter_words(found)
    words = (Paragraph(levels_words(found)), *((Paragraph(late),) if late else ()))
    if not any(one.changes for one in found.levels):
        return words
    return (*words, levels_table(found), Note(NoteKind.METHOD, say(LEVELS)))


def _week(found: SeasonsFindings) -> tuple[Section, ...]:
    week = found.week
    if week is None:
        return ()
    return (Section("Days and hours", "when-hours", (*_hours(week), *_kinds(week))),)


def _hours(week: WeekFound) -> tuple[Block, ...]:
    if isinstance(week.hours, NotKnown):
        return ()
    what = "recorded crimes"
    picture = hours_picture(
        week.hours, week.crimes, name="when-hours-grid", what=what, of="Recorded crime"
    )
    more = (Note(NoteKind.CAUTION, say(EXTRACT)),) if week.more_than_published else ()
    return Paragraph(hour_words(what, week.hours)), picture, *more


def _kinds(week: WeekFound) -> tuple[Block, ...]:
    if not week.kinds:
        return ()
    words = Paragraph(kinds_words(week))
    held = [one for one in week.kinds if one.is_beyond_chance]
    if not held:
        return (words,)
    notes = [Note(NoteKind.METHOD, say(DAYS if week.own_calendar else f"{DAYS} {USUAL}"))]
    if any(one.kind == HOT for one in week.kinds):
        warm = say(HEAT, from_celsius=f"{week.hot_from_celsius:g}")
        notes.append(Note(NoteKind.METHOD, warm))
    if any(one.kind == DARK for one in held):
        notes.append(Note(NoteKind.ALTERNATIVE, say(AUTUMN)))
    return (words, kinds_table(week), *notes)
