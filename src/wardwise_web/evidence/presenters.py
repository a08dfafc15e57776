"""Evidence as pages show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from wardwise_web.core.exports.sheet import Sheet
from wardwise_web.core.jinja import day, moment
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.evidence.agreement_words import under_in_words
from wardwise_web.evidence.kinds import kinds
from wardwise_web.evidence.models import Build, Dataset
from wardwise_web.evidence.quality_tables import Table
from wardwise_web.evidence.rules import why_not_shared
from wardwise_web.evidence.states import BuildState


THE_ACT = "Crime and Disorder Act 1998"
TAGS = {
    BuildState.WAITING: ("Waiting", "govuk-tag--grey"),
    BuildState.RUNNING: ("Running", "govuk-tag--blue"),
    BuildState.DONE: ("Done", "govuk-tag--green"),
    BuildState.FAILED: ("Stopped", "govuk-tag--red"),
}
DOCUMENTS = {
    "assessment.pdf": "The assessment, PDF",
    "assessment.docx": "The assessment, Word",
    "assessment.html": "The assessment, one web page",
    "summary.pdf": "The summary for members, PDF",
    "summary.html": "The summary for members, one web page",
    "tables.xlsx": "Every table, workbook",
    "tables.ods": "Every table, OpenDocument",
    "findings.json": "Every figure, JSON",
    "results.gpkg": "Map layers, GeoPackage",
    "manifest.json": "What the run rested on, JSON",
}


@dataclass(frozen=True)
class DatasetRow:
    """One line of the list of datasets. ``can_read`` is False for a drop: its name is all."""

    dataset: Dataset
    title: str
    law: str
    can_read: bool
    can_hand_in: bool
    held: int
    last_received: str
    review_is_past: bool
    under: str  # the sharing agreement, or why there is none
    why_not: str  # why no file can be handed in now


def dataset_rows(actor: Actor, datasets: Sequence[Dataset]) -> list[DatasetRow]:
    """Datasets with what this person may do."""
    titles = {one.name: one.title for one in kinds()}
    made = []
    for one in datasets:
        thing = one.as_thing()
        files = [file for file in one.files.all() if file.erased_at is None]
        made.append(
            DatasetRow(
                dataset=one,
                title=titles.get(one.kind, one.kind),
                law=_law(one),
                can_read=can(actor, Verb.READ, thing),
                can_hand_in=can(actor, Verb.CREATE, thing),
                held=len(files),
                last_received=day(max(file.received_on for file in files)) if files else "",
                under=under_in_words(one, on=timezone.localdate()),
                review_is_past=one.retain_until < timezone.localdate(),
                why_not=why_not_shared(one, on=timezone.localdate()),
            )
        )
    return made


def _law(dataset: Dataset) -> str:
    """Which law lets it be shared, and how data protection law sees it."""
    parts = {"part 2": "Data Protection Act, part 2", "part 3": "Data Protection Act, part 3"}
    about = parts.get(str(dataset.regime), "no row is about a person")
    gateway = gateway_in_words(dataset.gateway).replace(f"{THE_ACT}, section", "Section")
    return f"{gateway}; {about}"


def gateway_in_words(gateway: str) -> str:
    """The law that lets data be shared, spelt out.

    >>> gateway_in_words("s.17A"), gateway_in_words("other: consent of those who replied")
    ('Crime and Disorder Act 1998, section 17A', 'Consent of those who replied')
    """
    if gateway.startswith("s."):
        return f"{THE_ACT}, section {gateway.removeprefix('s.')}"
    said = gateway.removeprefix("other: ")
    return f"{said[:1].upper()}{said[1:]}"


def datasets_sheet(rows: Sequence[DatasetRow]) -> Sheet:
    """The list as it leaves: the drops that one cannot read are not in it."""
    return Sheet(
        "Datasets",
        "OFFICIAL",
        (
            "Dataset",
            "Agency",
            "Supplier",
            "Controller",
            "Gateway",
            "Lawful basis",
            "Regime",
            "Special category",
            "About children",
            "Kept until",
            "Agreement",
            "Agreement ends",
            "No agreement because",
            "Marking",
            "Files",
            "Last received",
        ),
        [
            (
                row.title,
                row.dataset.agency.name,
                row.dataset.supplier,
                row.dataset.controller,
                row.dataset.gateway,
                row.dataset.lawful_basis,
                row.dataset.regime,
                "yes" if row.dataset.special_category else "no",
                "yes" if row.dataset.about_children else "no",
                row.dataset.retain_until.isoformat(),
                row.dataset.agreement.name if row.dataset.agreement else "",
                row.dataset.agreement.term.ends_on.isoformat() if row.dataset.agreement else "",
                row.dataset.no_agreement_because,
                row.dataset.marking,
                row.held,
                row.last_received,
            )
            for row in rows
            if row.can_read
        ],
    )


@dataclass(frozen=True)
class BuildRow:
    """One line of the list of builds."""

    build: Build
    word: str
    tag: str
    took: str


def build_row(build: Build) -> BuildRow:
    """A build with its state in a word and how long it took."""
    word, tag = TAGS[BuildState(build.state)]
    return BuildRow(build, word, tag, _took(build))


def _took(build: Build) -> str:
    if build.started_at is None:
        return ""
    seconds = round(((build.ended_at or timezone.now()) - build.started_at).total_seconds())
    if seconds < 1:
        return "under a second"
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def builds_sheet(rows: Sequence[BuildRow]) -> Sheet:
    """The list of builds as it leaves."""
    return Sheet(
        "Builds",
        "OFFICIAL",
        ("Build", "State", "Asked by", "Asked", "Ended", "Run", "Marking", "Told"),
        [
            (
                row.build.pk,
                row.word,
                row.build.asked_by.name if row.build.asked_by else "Wardwise",
                moment(row.build.asked_at),
                moment(row.build.ended_at),
                row.build.run,
                row.build.marking,
                row.build.told,
            )
            for row in rows
        ],
    )


@dataclass(frozen=True)
class DocumentRow:
    """One document of a finished build."""

    name: str
    title: str
    size: str


def document_rows(build: Build) -> list[DocumentRow]:
    """What lies in the build's folder and is known, in the order in which people ask for it."""
    return [
        DocumentRow(name, title, _size((build.folder / name).stat().st_size))
        for name, title in DOCUMENTS.items()
        if (build.folder / name).is_file()
    ]


def _size(octets: int) -> str:
    return f"{octets / 1_000_000:.1f} MB" if octets > 999_999 else f"{max(1, octets // 1000)} kB"


def report_sheet(tables: Sequence[Table], number: int, *, marking: str) -> Sheet | None:
    """One table of a report as it leaves."""
    if not 0 <= number < len(tables):
        return None
    table = tables[number]
    return Sheet(table["title"], marking, tuple(table["headings"]), table["rows"])
