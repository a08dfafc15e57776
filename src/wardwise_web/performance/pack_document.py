"""A pack in the engine's document model: what a reader sees, section by section."""

from __future__ import annotations

from dataclasses import replace

from wardwise.document.blocks import Bullets, Column, Note, NoteKind, Paragraph, Table
from wardwise.document.section import Block, Document, Section
from wardwise.document.text import Number
from wardwise.document.words import signed_percent, signed_points
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Figure, Unit
from wardwise.domain.period import Period
from wardwise.measures.targets.target_light import Light
from wardwise_web.core.jinja import day
from wardwise_web.performance.choices import Audience, Kind
from wardwise_web.performance.indicator_table import LEFT, figure_of, plain, printed, scorecard
from wardwise_web.performance.models import Pack
from wardwise_web.performance.pack_rows import Line, PackRows
from wardwise_web.performance.periods import month_of
from wardwise_web.performance.pictures import control_picture
from wardwise_web.performance.presenters import luck_words
from wardwise_web.performance.series import YearRow, three_years
from wardwise_web.plan.presenters import PACE_RULE


TITLES = {
    Audience.BOARD: "Performance report to the board",
    Audience.SCRUTINY: "Performance report to scrutiny",
    Audience.PUBLIC: "How we are doing",
}


def pack_document(pack: Pack, rows: PackRows) -> Document:
    """The whole paper."""
    partnership = pack.cycle.partnership
    quarter = Period(month_of(pack.quarter_ends).plus(-2), month_of(pack.quarter_ends))
    area = Area(partnership.area_code, partnership.name, AreaKind.PARTNERSHIP)
    sections = (
        _at_a_glance(rows, area),
        *(_of_indicator(one, area, pack) for one in rows.lines if one.standing.series),
        *([_actions(rows)] if rows.actions else []),
        _missing(rows),
    )
    return Document(
        kind="summary",
        title=TITLES[Audience(pack.audience)],
        partnership=partnership.name,
        subtitle=f"Quarter of {quarter.label}",
        period=quarter.label,
        marking=pack.marking,
        run=f"pack {pack.pk}, {day(rows.on)}",
        prepared_by=pack.asked_by.name,
        sections=sections,
    )


def _at_a_glance(rows: PackRows, area: Area) -> Section:
    many = {light: rows.many(light) for light in Light}
    lead = plain(
        f"Of {len(rows.lines)} indicator{'s' * (len(rows.lines) != 1)},"
        f" {many[Light.GREEN]} are on target, {many[Light.AMBER]} near it,"
        f" {many[Light.RED]} off it, and {many[Light.GREY]} cannot"
        " be judged: grey is never good news."
    )
    return Section(
        "At a glance", "glance", (Paragraph(lead, lead=True), scorecard(rows.lines, area))
    )


def _of_indicator(line: Line, area: Area, pack: Pack) -> Section:
    standing = line.standing
    series, light = standing.series, standing.judged
    if series is None:
        raise AssertionError("left out above")
    # a partner's counts in a sentence, or month by month, would undo the rounding of the table
    exact = [
        Paragraph(plain(f"{light.shape} {light.word}. {light.why}"), lead=True),
        Paragraph(plain(f"What would change it: {light.would_change}")),
    ]
    rounded_only = [Paragraph(plain(f"{light.shape} {light.word}."), lead=True)]
    blocks: list[Block] = [*(rounded_only if line.is_rounded else exact)]
    picture = None if line.is_rounded else control_picture(series)
    years = () if line.is_rounded else _years(line, area)
    if picture is not None:
        blocks.append(replace(picture, table=None))
    blocks += [*years, *_words(line, pack), _definition_note(line)]
    title = f"{standing.indicator.code} {standing.indicator.name}"
    return Section(title, f"indicator-{standing.indicator.code.lower()}", tuple(blocks))


def _years(line: Line, area: Area) -> tuple[Block, ...]:
    series = line.standing.series
    rows = three_years(series) if series else []
    if not rows:
        return ()
    table = Table(
        name=f"years-{line.standing.indicator.code.lower()}",
        caption="Three years",
        columns=(Column("Twelve months", LEFT), Column("Value"), Column("Change"),
                 Column("By test", LEFT)),
        rows=tuple(_year(line, area, one) for one in rows),
    )  # fmt: skip
    return (table,)


def _year(line: Line, area: Area, row: YearRow) -> tuple[str | Number, ...]:
    figure = figure_of(line, area, row.value, row.period)
    change = "–" if row.change is None else _changed(line, figure, row.change)
    said = str(row.direction.verdict) if row.direction else row.why_not
    return (row.period.label, printed(line, figure), change, said or "–")


def _changed(line: Line, figure: Figure, change: float) -> Number:
    series = line.standing.series
    made = replace(figure, measure="indicator_change_percent", value=change, unit=Unit.PERCENT)
    if series is None or series.definition.kind != Kind.SHARE:
        return signed_percent(made)
    return signed_points(
        replace(made, measure="indicator_change_points", unit=Unit.PERCENTAGE_POINTS)
    )


def _words(line: Line, pack: Pack) -> list[Block]:
    standing = line.standing
    found: list[Block] = []
    is_public = pack.audience == Audience.PUBLIC
    if standing.commentary is not None:
        by = "" if is_public else f" ({standing.commentary.by.name}, {day(standing.commentary.at)})"
        found.append(Paragraph(plain(f"Its owner says: {standing.commentary.text}{by}")))
    if standing.corrective is not None and not is_public:
        one = standing.corrective
        what = " ".join(part for part in (str(one.action or ""), one.text) if part)
        found.append(Paragraph(plain(f"What is done about it: {what}")))
    if standing.target is not None and standing.target.luck is not None:
        luck = luck_words(standing.target.luck)
        how = "" if line.is_rounded else f" ({standing.target.luck_how})"  # it names the cases
        told = f"When the target was set, the chance of meeting it by luck alone was {luck}{how}."
        found.append(Note(NoteKind.CAUTION, plain(told)))
    return found


def _definition_note(line: Line) -> Note:
    series = line.standing.series
    if series is None:
        raise AssertionError("left out above")
    one = series.definition
    counted = f"{one.numerator}" + (
        f", for {one.per:,} of {one.denominator}" if one.denominator else ""
    )
    breaks = "".join(
        f" Broken from {month_of(each.month).label}: {each.what}." for each in series.breaks
    )
    signed = "signed by its assurer" if one.signed_by_id else "not signed yet"
    return Note(
        NoteKind.METHOD,
        plain(f"{counted}. Source: {one.source}. Version {one.version}, {signed}.{breaks}"),
    )


def _actions(rows: PackRows) -> Section:
    table = Table(
        name="actions",
        caption="Actions of the plan",
        columns=(Column("Action", LEFT), Column("Agency", LEFT), Column("Due", LEFT),
                 Column("Standing", LEFT)),
        rows=tuple(
            (
                str(row.action),
                row.action.owner_agency.name,
                row.dates,
                f"{row.standing.shape} {row.standing.word}: {row.standing.why}",
            )
            for row in rows.actions
        ),
        notes=(plain(PACE_RULE),),
        source="The partnership's register of actions",
    )  # fmt: skip
    late = sum(1 for row in rows.actions if row.days_late)
    lead = plain(f"{len(rows.actions)} actions; {late} past the date on which they were due.")
    return Section("What is being done", "actions", (Paragraph(lead, lead=True), table))


def _missing(rows: PackRows) -> Section:
    body: Block = (
        Bullets(tuple(plain(one) for one in rows.missing))
        if rows.missing
        else Paragraph(plain("Nothing was late or missing when this was made."))
    )
    return Section("Late and missing", "missing", (body,))
