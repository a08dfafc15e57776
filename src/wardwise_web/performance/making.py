"""A pack made: what its audience may read, laid out by the engine's document model."""

from __future__ import annotations

from django.utils.timezone import localdate

from wardwise.document.section import Document
from wardwise_web.core.permissions.actor import Actor, Holding
from wardwise_web.core.permissions.roles import Role
from wardwise_web.performance.choices import Audience
from wardwise_web.performance.models import Pack
from wardwise_web.performance.pack_document import pack_document
from wardwise_web.performance.pack_rows import rows_of
from wardwise_web.performance.packs import hashes_of, write_pack
from wardwise_web.performance.plan_document import plan_document
from wardwise_web.performance.plan_rows import rows_of_plan
from wardwise_web.performance.services.packs import end_pack, fail_pack


ROLES = {Audience.BOARD: Role.BOARD, Audience.SCRUTINY: Role.SCRUTINY}


def reader_of(pack: Pack) -> Actor:
    """Somebody of the pack's audience, with that role's rights and no more."""
    role = ROLES.get(Audience(pack.audience))
    return Actor(
        person_id=None,
        name=f"Readers: {pack.audience}",
        partnership_id=pack.cycle.partnership_id,
        holdings=frozenset({Holding(role)} if role else ()),
        clearance=pack.marking,
    )


def make(pack_id: int) -> None:
    """Make it once; a pack that is there already is left as it is."""
    pack = Pack.objects.select_related("cycle__partnership", "asked_by").get(pk=pack_id)
    if pack.folder.exists():
        return
    try:
        document, missing = _document(pack, reader_of(pack))
        write_pack(document, pack.folder)
    except Exception:
        fail_pack(pack=pack, told="There is a fault in the program, and the pack was not made.")
        raise
    end_pack(pack=pack, hashes=hashes_of(pack.folder), missing=missing)


def _document(pack: Pack, reader: Actor) -> tuple[Document, list[str]]:
    """What is printed, and what was late or missing then."""
    if pack.is_plan:
        plan = rows_of_plan(pack.cycle, reader, on=localdate(pack.asked_at))
        return plan_document(pack.cycle, plan, prepared_by=pack.asked_by.name), []
    rows = rows_of(pack, reader)
    return pack_document(pack, rows), list(rows.missing)
