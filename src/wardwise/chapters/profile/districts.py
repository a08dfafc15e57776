"""Where patients live by postcode district, and who they are, where a file names nobody."""

from __future__ import annotations

from dataclasses import replace

from wardwise.chapters.profile.findings import OwnCounts, Profile
from wardwise.chapters.profile.incident_tables import group_rows, share_columns, share_notes
from wardwise.chapters.profile.incident_words import and_words
from wardwise.chapters.profile.own_words import in_words_of
from wardwise.chapters.profile.words import capital, during
from wardwise.document.bars import bar_of
from wardwise.document.blocks import Note, NoteKind, Paragraph, Table
from wardwise.document.pictures import Bars
from wardwise.document.section import Block
from wardwise.document.sources import counted_in, source_line
from wardwise.document.text import Text, join, say
from wardwise.document.words import percent, whole
from wardwise.figures.people_groups import Group, Groups


NAMED = 3
MOST_BARS = 12
LONG = 25  # rows, from which a table goes to the appendix
HEADINGS = {"outward_postcode": "District", "age band": "Age", "sex": "Sex"}
NO_RATE = (
    "Residents by postcode district are not held, so that there are no rates: a district with "
    "more residents has more of them. Districts do not end where the partnership ends."
)


def write_districts(profile: Profile) -> tuple[Block, ...]:
    """Shares by district as words, a picture and its table; nothing where no file gives it."""
    own = profile.own
    if not isinstance(own, OwnCounts) or own.districts is None:
        return ()
    table = _table(profile, own, (own.districts,), name="districts", of="by postcode district")
    return (
        Paragraph(_words(own, own.districts)),
        _picture(profile, own, own.districts, table),
        replace(table, appendix=True, off_paper=True),  # the picture has every share
        Note(NoteKind.CAUTION, say(NO_RATE)),
    )


def write_patients(profile: Profile) -> tuple[Block, ...]:
    """Age and sex; or one sentence that the file gives neither."""
    own = profile.own
    if not isinstance(own, OwnCounts) or own.districts is None:
        return ()
    whose = capital(in_words_of(own.source))
    if own.patients:
        table = _table(profile, own, own.patients, name="patients", of="the patients")
        return (table,)
    words = "{whose} gives neither the age nor the sex of a patient."
    return (Paragraph(say(words, whose=whose)),)


def _words(own: OwnCounts, found: Groups) -> Text:
    first, *others = _known(found)
    told = [
        say("{name} ({n}, {share})", name=one.name, n=whole(one.count), share=percent(one.share, 0))
        for one in (first, *others[: NAMED - 1])
    ]
    opening = say(
        "Of the {what} {period} the file gives the district of the patient's postcode: where "
        "people live, and not where anything happened.",
        what=own.called,
        period=during(own.period),
    )
    return join([opening, say("Most often it is {a}.", a=and_words(told)), _leads(found)])


def _leads(found: Groups) -> Text:
    """Whether the first can be told from the second by their intervals."""
    first, *others = _known(found)
    if not others:
        return say("No other may be shown.")
    if _is_clear(first, others):
        return say("{name} has more than any other, beyond chance.", name=first.name)
    return say("Chance cannot tell which of them has most.")


def _is_clear(first: Group, others: list[Group]) -> bool:
    highest = max(one.share.interval.upper for one in others if one.share.interval is not None)
    return first.share.interval is not None and first.share.interval.lower > highest


def _known(found: Groups) -> list[Group]:
    return [one for one in found.groups if one.share.interval is not None and one.count.number]


def _picture(profile: Profile, own: OwnCounts, found: Groups, table: Table) -> Bars:
    shown = _known(found)[:MOST_BARS]
    first, *others = _known(found)
    is_clear = bool(others) and _is_clear(first, others)
    return Bars(
        name=f"profile-{profile.slug}-districts-picture",
        title=f"More patients live in {first.name} than in any other postcode district"
        if is_clear
        else "No postcode district clearly has the most patients",
        subtitle=f"{capital(own.called)} by postcode district of the patient's home, percent of "
        f"those whose district is known, with 95% intervals; {own.period.label}",
        source=table.source,
        alt=" ".join(f"{one.name}: {percent(one.share).text}." for one in shown),
        table=table,
        bars=tuple(bar_of(one.name, one.share, ours=True) for one in shown),
        unit="percent of those whose district is known",
    )


def _table(
    profile: Profile, own: OwnCounts, shown: tuple[Groups, ...], *, name: str, of: str
) -> Table:
    rows = [row for one in shown for row in group_rows(HEADINGS[one.by], one)]
    return Table(
        name=f"profile-{profile.slug}-{name}",
        caption=f"{capital(own.called)}: {of}",
        columns=share_columns(counted_in(own.source).capitalize()),
        rows=tuple(rows),
        notes=share_notes(shown, least=own.least),
        source=source_line(own.source, own.period),
        appendix=len(rows) > LONG,
    )
