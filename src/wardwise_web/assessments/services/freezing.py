"""The approved document frozen with the hash of its data, and made again from what is stored."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from functools import partial
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from wardwise_web.assessments.documents import has_documents
from wardwise_web.assessments.jobs import make_frozen_again, write_frozen_paper
from wardwise_web.assessments.models import FrozenPaper, Paper, Remaking
from wardwise_web.assessments.publish import (
    bring_source,
    differences_when_made_again,
    hashes_of,
    marking_of_papers,
    write_papers,
)
from wardwise_web.assessments.selectors.erased import erasure_in_words
from wardwise_web.assessments.selectors.words import words_of_cycle
from wardwise_web.assessments.services.signed_in import person_of
from wardwise_web.assessments.words_json import words_json
from wardwise_web.core.audit.operations import Operation
from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor, system
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Verb


def freeze(*, paper: Paper, by: Actor) -> FrozenPaper:
    """Keep the words and name the build, in the transaction of the approval; files follow."""
    build = paper.cycle.build
    if build is None or not has_documents(build.folder):
        raise MoveRefused("The year has no build whose paper could be frozen.")
    words = words_json(
        words_of_cycle(paper.cycle),
        partnership=paper.cycle.partnership.name,
        cycle=paper.cycle.name,
        version=paper.number,
        run=build.run,
        data=build.data_hash,
    )
    made = FrozenPaper.objects.create(
        paper=paper,
        round=paper.round,
        build=build,
        data_hash=build.data_hash,
        words=words,
        words_hash=hashlib.sha256(words.encode()).hexdigest(),
        # until its files are read, it is taken for as closely marked as its build
        marking=build.marking,
    )
    details = {"run": build.run, "data": build.data_hash, "words": made.words_hash}
    record("paper.frozen", by=by, thing=made.as_thing(), details=details)
    transaction.on_commit(partial(write_frozen_paper.enqueue, made.pk))
    return made


def write_frozen(*, frozen: FrozenPaper) -> None:
    """A worker writes the files beside and puts them in their place, whole or not at all."""
    folder = frozen.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        bring_source(build=frozen.build.folder, folder=beside, words=frozen.words)
        write_papers(folder=beside, to=beside)
        _keep(frozen, beside)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _keep(frozen: FrozenPaper, beside: Path) -> None:
    hashes, marking = hashes_of(beside), marking_of_papers(beside)
    with transaction.atomic():
        locked = FrozenPaper.objects.select_for_update().get(pk=frozen.pk)
        if locked.frozen_at is not None:
            return
        # what a killed worker left, of which no row ever knew
        shutil.rmtree(locked.folder, ignore_errors=True)
        beside.chmod(0o755)
        beside.rename(locked.folder)
        locked.files, locked.marking, locked.frozen_at = hashes, marking, timezone.now()
        locked.told = ""
        locked.save(update_fields=["files", "marking", "frozen_at", "told"])
        thing = locked.as_thing()
        by = system(thing.partnership_id)
        record("paper.files_written", by=by, thing=thing, details={"files": hashes})


def fail_frozen(*, frozen: FrozenPaper, told: str) -> None:
    """The files could not be written: said on the page, and the approval stands."""
    FrozenPaper.objects.filter(pk=frozen.pk, frozen_at__isnull=True).update(told=told)


def ask_again(*, frozen: FrozenPaper, by: Actor) -> Remaking:
    """Ask that the paper be made again from what is stored, and compared."""
    check_can(by, Verb.READ, frozen.as_thing())
    if frozen.frozen_at is None:
        raise MoveRefused("Its files are still being written.")
    with transaction.atomic():
        made = Remaking.objects.create(frozen=frozen, asked_by_id=person_of(by))
        record("paper.made_again_asked", by=by, thing=frozen.as_thing())
        transaction.on_commit(partial(make_frozen_again.enqueue, made.pk))
    return made


def make_again(*, remaking: Remaking) -> list[str]:
    """Make it again and keep what was found; nothing found means: the same, to the byte."""
    frozen = remaking.frozen
    told = differences_when_made_again(frozen.folder, frozen.files)
    said = " ".join(told) or f"{len(frozen.files)} files were made again and are the same."
    said = f"{said} {erasure_in_words(frozen)}".strip()
    with transaction.atomic():
        remaking.ended_at, remaking.agrees, remaking.told = timezone.now(), not told, said
        remaking.save(update_fields=["ended_at", "agrees", "told"])
        thing = frozen.as_thing()
        record(
            "paper.made_again",
            by=system(thing.partnership_id),
            thing=thing,
            operation=Operation.CONSULTATION,
            details={"agrees": not told, "told": said},
        )
    return told
