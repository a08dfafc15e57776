"""Every reading of evidence, from the partnership down."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count, Q, QuerySet
from django.shortcuts import get_object_or_404

from wardwise_web.core.permissions.actor import Actor
from wardwise_web.core.permissions.can import can
from wardwise_web.core.permissions.thing import Verb
from wardwise_web.evidence.models import (
    Build,
    CommissionedPlaces,
    DataFolder,
    Dataset,
    HandedFile,
    Mapping,
    Report,
    SettingsVersion,
    SharingAgreement,
)
from wardwise_web.evidence.rules import may_hand_in_for
from wardwise_web.evidence.states import BuildState, ReportKind
from wardwise_web.people.models import Agency, Partnership


def datasets_for(actor: Actor, partnership: Partnership) -> list[Dataset]:
    """Datasets that they may read, or hand in to: a drop is seen by its name alone."""
    found = (
        partnership.datasets.select_related("agency", "agreement")
        .prefetch_related("files", "agreement__terms")
        .annotate(held=Count("files", filter=Q(files__erased_at__isnull=True)))
    )
    return [
        one
        for one in found
        if can(actor, Verb.READ, one.as_thing()) or can(actor, Verb.CREATE, one.as_thing())
    ]


def dataset_of(partnership: Partnership, dataset_id: int) -> Dataset:
    """One dataset of the partnership."""
    found = partnership.datasets.select_related("agency", "agreement")
    return get_object_or_404(found, pk=dataset_id)


def agreements_of(partnership: Partnership) -> QuerySet[SharingAgreement]:
    """Every sharing agreement with its terms, by name."""
    return partnership.agreements.prefetch_related("terms")


def agreement_of(partnership: Partnership, agreement_id: int) -> SharingAgreement:
    """One agreement of the partnership."""
    return get_object_or_404(partnership.agreements, pk=agreement_id)


def file_of(partnership: Partnership, file_id: int) -> HandedFile:
    """One file of the partnership."""
    found = HandedFile.objects.filter(dataset__partnership=partnership)
    return get_object_or_404(found.select_related("dataset__partnership"), pk=file_id)


def agencies_to_hand_in_for(actor: Actor, partnership: Partnership) -> list[Agency]:
    """Agencies whose files this person may hand in."""
    found = partnership.agencies.filter(left_on__isnull=True)
    return [one for one in found if may_hand_in_for(actor, one)]


def agency_named(agencies: Sequence[Agency], pk: str) -> Agency:
    """The one that was chosen on a form."""
    return next(one for one in agencies if str(one.pk) == pk)


def folders_of(partnership: Partnership) -> QuerySet[DataFolder]:
    """Folders on the server that are read now."""
    return partnership.data_folders.filter(left_at__isnull=True)


def settings_in_force(partnership: Partnership) -> SettingsVersion | None:
    """The last version."""
    return partnership.settings_versions.select_related("by").first()


def settings_versions(partnership: Partnership) -> QuerySet[SettingsVersion]:
    """Every version, the newest first."""
    return partnership.settings_versions.select_related("by")


def mappings_in_force(partnership: Partnership) -> list[Mapping]:
    """The last version of each mapping, by name."""
    last: dict[str, Mapping] = {}
    for one in partnership.mappings.select_related("by"):
        last.setdefault(one.name, one)
    return list(last.values())


def mapping_named(partnership: Partnership, name: str) -> Mapping | None:
    """The last version of a mapping."""
    return partnership.mappings.filter(name=name).first()


def places_commissioned(partnership: Partnership) -> CommissionedPlaces | None:
    """Wards that the next build is to give a profile."""
    return partnership.commissioned.first()


def builds_for(actor: Actor, partnership: Partnership) -> list[Build]:
    """Builds that they may read, the newest first."""
    found = partnership.builds.select_related("asked_by", "partnership")
    return [one for one in found if can(actor, Verb.READ, one.as_thing())]


def build_of(partnership: Partnership, build_id: int) -> Build:
    """One build of the partnership."""
    return get_object_or_404(partnership.builds.select_related("asked_by"), pk=build_id)


def build_before(build: Build) -> Build | None:
    """The last finished build that was asked for before this one."""
    return (
        build.partnership.builds.filter(state=BuildState.DONE, asked_at__lt=build.asked_at)
        .order_by("-asked_at", "-pk")
        .first()
    )


def finished_builds(partnership: Partnership) -> QuerySet[Build]:
    """Builds that stand, the newest first."""
    return partnership.builds.filter(state=BuildState.DONE)


def last_report(partnership: Partnership, kind: ReportKind) -> Report | None:
    """The newest that has ended well, or else the newest."""
    found = partnership.reports.filter(kind=kind)
    return found.filter(state=BuildState.DONE).first() or found.first()


def report_going_on(partnership: Partnership, kind: ReportKind) -> Report | None:
    """One that waits or runs."""
    return partnership.reports.filter(
        kind=kind, state__in=[BuildState.WAITING, BuildState.RUNNING]
    ).first()


def newest_report(partnership: Partnership, kind: ReportKind) -> Report | None:
    """The newest, however it ended."""
    return partnership.reports.filter(kind=kind).first()
