"""Files in: declared, handed in, and one day erased."""

from __future__ import annotations

import datetime
from dataclasses import asdict, dataclass
from typing import IO, Any, cast

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.jinja import day
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.evidence import shelf
from wardwise_web.evidence.content import NotTaken, check_content, safe_name
from wardwise_web.evidence.kinds import kind_named
from wardwise_web.evidence.models import Dataset, HandedFile
from wardwise_web.evidence.rules import check_may_declare, check_under, why_not_shared
from wardwise_web.evidence.runs import EngineRefused, erase_rows, names_a_person
from wardwise_web.people.models import Agency, Partnership


@dataclass(frozen=True)
class Declaration:
    """What the law asks to be known before a file is taken in."""

    kind: str
    supplier: str
    controller: str
    gateway: str
    lawful_basis: str
    regime: str
    special_category: bool
    special_condition: str
    about_children: bool
    purpose: str
    retention: str
    retain_until: datetime.date
    marking: str
    mapping: str
    agreement_id: int | None = None
    no_agreement_because: str = ""


def declare_dataset(
    *, partnership: Partnership, agency: Agency, declaration: Declaration, by: Actor
) -> Dataset:
    """A dataset that an agency hands in, under the law that it names."""
    kind = kind_named(declaration.kind)
    check_may_declare(by, partnership, agency, is_record_level=kind.is_record_level)
    if declaration.special_category and not declaration.special_condition.strip():
        raise MoveRefused("Say which condition allows data of a special category to be used.")
    named = declaration.agreement_id
    agreement = partnership.agreements.filter(pk=named).first() if named else None
    check_under(agreement, because=declaration.no_agreement_because)
    with transaction.atomic():
        made = Dataset.objects.create(
            partnership=partnership,
            agency=agency,
            is_record_level=kind.is_record_level,
            declared_by_id=by.person_id,
            **asdict(declaration) | {"agreement_id": agreement.pk if agreement else None},
        )
        details = asdict(declaration) | {"agreement": agreement.name if agreement else ""}
        record("dataset.declared", by=by, thing=made.as_thing(), details=details)
    return made


def hand_in(
    *, dataset: Dataset, upload: UploadedFile[Any], received_on: datetime.date, by: Actor
) -> HandedFile:
    """Take a file in: looked at by content, kept whole, known by its hash. NotTaken otherwise."""
    check_can(by, Verb.CREATE, dataset.as_thing())
    name = safe_name(upload.name or "")
    if names_a_person(upload.name or ""):
        raise NotTaken(
            "The file's name looks like a person's details, and the documents print it. Rename it"
        )
    check_content(cast("IO[bytes]", upload.file), name=name, size=upload.size or 0)
    if dataset.retain_until < timezone.localdate():
        raise NotTaken("The dataset was to be kept until a day that is past. Declare it anew")
    if why := why_not_shared(dataset, on=timezone.localdate()):
        raise NotTaken(why)
    with shelf.incoming(dataset.partnership, upload.chunks()) as came:
        return _kept(came, dataset=dataset, name=name, received_on=received_on, by=by)


def _kept(
    came: shelf.Incoming, *, dataset: Dataset, name: str, received_on: datetime.date, by: Actor
) -> HandedFile:
    with transaction.atomic():
        # whoever hands in at the same moment waits, and then sees this file
        Partnership.objects.select_for_update().get(pk=dataset.partnership_id)
        _refuse_twice(dataset, came.sha256)
        own = dataset.partnership
        path = shelf.free_name(own, folder=dataset.kind, name=name)
        made = HandedFile.objects.create(
            dataset=dataset,
            name=path.rpartition("/")[2],
            path=path,
            sha256=came.sha256,
            size=came.size,
            received_on=received_on,
            handed_by_id=by.person_id,
        )
        record(
            "file.handed_in",
            by=by,
            thing=dataset.as_thing(),
            operation=Operation.COLLECTION,
            details={"file": made.name, "sha256": made.sha256, "bytes": made.size},
        )
        # last: if the row cannot be kept, no file lies in its place that nothing tells of
        came.keep(shelf.shelf(own) / path)
    return made


def _refuse_twice(dataset: Dataset, sha256: str) -> None:
    same = dataset.files.filter(sha256=sha256, erased_at__isnull=True).first()
    if same is not None:
        raise NotTaken(f"The same file is here already, as '{same.name}': the bytes are equal")
    # the engine remembers what it erased by its hash, and leaves those rows out of every build
    erased = dataset.files.filter(sha256=sha256).exclude(certificate="").first()
    if erased is not None:
        raise NotTaken(
            f"This very file was erased on {day(erased.erased_at)} ({erased.erased_because}), and"
            " what was erased stays out. Ask the supplier for a new extract"
        )


def erase_file(*, file: HandedFile, because: str, by: Actor) -> None:
    """The bytes go, and the rows that the engine read of them; who said so, and why, stays.

    Whoever may hand a dataset in may take back what should not be held.
    """
    check_can(by, Verb.CREATE, file.dataset.as_thing())
    if not because.strip():
        raise MoveRefused("Say why the file is erased.")
    # before the row: nothing says that rows are gone which are there. Again does no harm
    certificate = _erase_rows(file, by=by)
    with transaction.atomic():
        locked = HandedFile.objects.select_for_update().get(pk=file.pk)
        if locked.erased_at is not None:
            return
        locked.certificate = certificate
        locked.erased_at, locked.erased_by_id = timezone.now(), by.person_id
        locked.erased_because = because.strip()
        locked.save(update_fields=["erased_at", "erased_by", "erased_because", "certificate"])
        record(
            "file.erased",
            by=by,
            thing=locked.dataset.as_thing(),
            operation=Operation.ERASURE,
            details={
                "file": locked.name,
                "sha256": locked.sha256,
                "bytes": locked.size,
                "certificate": certificate,
            },
            reason=because.strip(),
        )
        # last, inside: if the bytes cannot be taken away, nothing says that they are gone
        shelf.take_away(locked.dataset.partnership, locked.path)


def _erase_rows(file: HandedFile, *, by: Actor) -> str:
    partnership = file.dataset.partnership
    try:
        return erase_rows(
            shelf.store_of(partnership), dataset=file.dataset.kind, sha256=file.sha256, by=by.name
        )
    except EngineRefused as refused:
        raise MoveRefused(f"Nothing is erased: {refused}") from refused
