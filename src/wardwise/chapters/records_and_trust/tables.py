"""Tables of files, rows set aside, faults, offences and what is missing."""

from __future__ import annotations

from wardwise.chapters.records_and_trust.findings import RecordsFound
from wardwise.chapters.records_and_trust.words import (
    SHOWN,
    dataset_name,
    drawn_offences,
    offences_title,
)
from wardwise.document.blocks import Align, Column, Table
from wardwise.document.pictures import Bar, Bars
from wardwise.document.text import say
from wardwise.document.words import between, percent, rounded, whole


PEOPLE_OF = {"victim": "Victims", "suspect": "Suspects", "offender": "Proved offenders"}
WHAT_OF = {"age band": "age", "sex": "sex", "ethnicity": "ethnic group"}
LEAST = 0.05  # percent: less is printed as none with one decimal


def files_table(found: RecordsFound) -> Table:
    """Each dataset: from whom, by which mapping, for which days, and its rows."""
    return Table(
        name="record-files",
        caption="What was read, and what became of its rows",
        columns=(
            Column("Dataset", Align.LEFT),
            Column("File", Align.LEFT),
            Column("Mapping", Align.LEFT),
            Column("First and last day", Align.LEFT),
            Column("Rows in"),
            Column("Rows used"),
            Column("Set aside"),
        ),
        rows=tuple(
            (
                dataset_name(line.file.dataset),
                line.file.path.rpartition("/")[2],
                f"{line.file.mapping} {line.file.mapping_version}",
                f"{line.file.first_day} to {line.file.last_day}" if line.file.first_day else "–",
                whole(line.rows_in),
                whole(line.rows_used),
                rounded(line.rows_in.number - line.rows_used.number, 0),
            )
            for line in found.files
        ),
        notes=(
            say(
                "One file may hold several datasets: each is counted by its own table or by its "
                "own columns."
            ),
        ),
        source=found.source,
    )


def aside_table(found: RecordsFound) -> Table:
    """Rows that are not used, by dataset and reason; the sum is that of the table of files."""
    return Table(
        name="rows-set-aside",
        caption="Rows set aside, by reason",
        columns=(Column("Dataset", Align.LEFT), Column("Reason", Align.LEFT), Column("Rows")),
        rows=tuple(
            (dataset_name(one.source.partition(":")[2]), one.reason, whole(figure))
            for one, figure in found.aside
        ),
        source=found.source,
    )


def faults_table(found: RecordsFound) -> Table:
    """Cells that could not be read, of rows that are used."""
    return Table(
        name="cell-faults",
        caption="Cells that could not be read; their rows are used without them",
        columns=(
            Column("Dataset", Align.LEFT),
            Column("Field", Align.LEFT),
            Column("Fault", Align.LEFT),
            Column("Cells"),
        ),
        rows=tuple(
            (
                dataset_name(one.source.partition(":")[2]),
                one.field.replace("_", " "),
                one.reason,
                whole(figure),
            )
            for one, figure in found.faults
        ),
        source=found.source,
    )


def missing_table(found: RecordsFound) -> Table:
    """The share of people whose age, sex or ethnic group is not known."""
    return Table(
        name="people-missing",
        caption="People of whom it is not known",
        columns=(
            Column("People", Align.LEFT),
            Column("Not known", Align.LEFT),
            Column("Share, %"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (
                PEOPLE_OF[line.role],
                WHAT_OF[line.what],
                percent(line.missing),
                between(line.missing, 1),
            )
            for line in found.missing
        ),
        source=found.source,
    )


def offences_picture(found: RecordsFound) -> Bars:
    """The most frequent offences, as the supplier names them."""
    lines = drawn_offences(found)
    return Bars(
        name="offences-recorded-picture",
        title=offences_title(found),
        subtitle=f"Records by offence as the supplier names it, {found.area.name}, "
        f"{found.period.label}",
        source=found.source,
        alt=f"{offences_title(found)}. "
        + " ".join(f"{line.offence}: {whole(line.records).text}." for line in lines),
        table=offences_table(found),
        bars=tuple(Bar(line.offence, line.records.number, ours=True) for line in lines),
        unit="records",
    )


def offences_table(found: RecordsFound) -> Table:
    """The same with shares and their intervals."""
    return Table(
        name="offences-recorded",
        caption="Records by offence",
        columns=(
            Column("Offence", Align.LEFT),
            Column("Records"),
            Column("Share, %"),
            Column("95% interval", quiet=True),
        ),
        rows=tuple(
            (line.offence, whole(line.records), percent(line.share), between(line.share, 1))
            for line in found.offences
        ),
        source=found.source,
        appendix=len(found.offences) > SHOWN,
    )


def flags_table(found: RecordsFound) -> Table:
    """Circumstances that the supplier marks, and how often it says yes or no at all."""
    # a few in thousands are not none: the column is as fine as its least share needs
    n = 2 if any(0 < line.share.number < LEAST for line in found.flags) else 1
    return Table(
        name="flags-recorded",
        caption="Circumstances marked on a record",
        columns=(
            Column("Circumstance", Align.LEFT),
            Column("Share of all records, %"),
            Column("95% interval", quiet=True),
            Column("Answered, % of records"),
        ),
        rows=tuple(
            (line.name, percent(line.share, n), between(line.share, n), percent(line.used))
            for line in found.flags
        ),
        notes=(say("A record may carry several of them, so that they do not add up."),),
        source=found.source,
    )
