"""How the engine is set: a new version for each change, never an edit."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from wardwise_web.core.audit.services import record
from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import check_can
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.models import CommissionedPlaces, DataFolder, Mapping, SettingsVersion
from wardwise_web.evidence.runs import (
    EngineRefused,
    check_data_folders,
    check_mapping,
    check_settings,
)
from wardwise_web.evidence.shelf import is_below_a_root
from wardwise_web.people.models import Partnership


class Overtaken(Exception):
    """Somebody saved another version meanwhile; nothing was overwritten. ``now`` is theirs."""

    def __init__(self, now: SettingsVersion) -> None:
        self.now = now
        super().__init__(f"{now.by} saved version {now.number} while you were writing.")


def save_settings(
    *, partnership: Partnership, text: str, note: str, based_on: int, by: Actor
) -> SettingsVersion:
    """Keep the settings as a new version, once the engine itself can read them.

    ``based_on`` is the number of the version that the person began from (0 for none):
    Overtaken if it is no longer the last.
    """
    check_can(by, Verb.WRITE, Thing(Kind.BUILD, partnership.pk))
    found = check_settings(text)
    if found.partnership.code != partnership.area_code:
        raise EngineRefused(
            f"partnership.code: found '{found.partnership.code}', expected"
            f" '{partnership.area_code}', the code of {partnership.name}. Change it."
        )
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        last = SettingsVersion.objects.filter(partnership=partnership).first()
        if last is not None and last.number != based_on:
            raise Overtaken(last)
        made = SettingsVersion.objects.create(
            partnership=partnership,
            number=(last.number if last else 0) + 1,
            text=text,
            note=note,
            by_id=by.person_id,
        )
        thing = Thing(Kind.BUILD, partnership.pk)
        record("settings.saved", by=by, thing=thing, details={"number": made.number}, reason=note)
    return made


def save_mapping(*, partnership: Partnership, name: str, text: str, by: Actor) -> Mapping:
    """Keep a mapping as a new version, once the engine can read it."""
    check_can(by, Verb.WRITE, Thing(Kind.BUILD, partnership.pk))
    reads = check_mapping(text, name=name)
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        last = Mapping.objects.filter(partnership=partnership, name=name).first()
        made = Mapping.objects.create(
            partnership=partnership,
            name=name,
            number=(last.number if last else 0) + 1,
            text=text,
            by_id=by.person_id,
        )
        thing = Thing(Kind.BUILD, partnership.pk)
        details = {"name": name, "number": made.number, "reads": list(reads)}
        record("mapping.saved", by=by, thing=thing, details=details)
    return made


def point_at_folder(*, partnership: Partnership, path: str, by: Actor) -> DataFolder:
    """Read a folder on the server too, if whoever runs the server allows it."""
    check_can(by, Verb.WRITE, Thing(Kind.BUILD, partnership.pk))
    # one sentence for what is not there and what is not allowed: it does not tell what is there
    place = Path(path)
    if not place.is_absolute() or not is_below_a_root(place) or not place.is_dir():
        raise EngineRefused(
            "This is not a folder that this server lets a partnership read. Ask whoever runs it"
            " to put the data below one of the folders of WARDWISE_EVIDENCE_ROOTS"
        )
    check_data_folders([place])
    with transaction.atomic():
        Partnership.objects.select_for_update().get(pk=partnership.pk)
        held = DataFolder.objects.filter(partnership=partnership, left_at__isnull=True)
        if held.filter(path=str(place.resolve())).exists():
            raise MoveRefused("This folder is read already.")
        made = DataFolder.objects.create(
            partnership=partnership, path=str(place.resolve()), by_id=by.person_id
        )
        thing = Thing(Kind.BUILD, partnership.pk)
        record("folder.pointed_at", by=by, thing=thing, details={"path": made.path})
    return made


def leave_folder(*, folder: DataFolder, by: Actor) -> None:
    """Read it no longer; the builds that read it stand."""
    thing = Thing(Kind.BUILD, folder.partnership_id)
    check_can(by, Verb.WRITE, thing)
    with transaction.atomic():
        locked = DataFolder.objects.select_for_update().get(pk=folder.pk)
        if locked.left_at is None:
            locked.left_at = timezone.now()
            locked.save(update_fields=["left_at"])
            record("folder.left", by=by, thing=thing, details={"path": locked.path})


def commission_places(
    *, partnership: Partnership, places: Collection[str], cycle: Thing, by: Actor
) -> CommissionedPlaces:
    """The wards that the next build gives a profile, as the cycle's terms say.

    The right is the cycle's: whoever may write its terms commissions its places.
    """
    check_can(by, Verb.WRITE, cycle)
    with transaction.atomic():
        made = CommissionedPlaces.objects.create(
            partnership=partnership, places=list(places), by_id=by.person_id
        )
        record("places.commissioned", by=by, thing=cycle, details={"places": list(places)})
    return made
