"""Objects of this room on which its addresses are tried, role by role."""

from __future__ import annotations

from tests.web.routes import Sample
from wardwise_web.core.permissions.thing import Kind, Thing, Verb
from wardwise_web.evidence.models import DataFolder, Dataset, HandedFile


def samples(play):
    """A dataset about people and one that is not, a file of each, the build, the settings."""
    partnership = play.partnership
    new_build, new_drop = (
        Thing(Kind.BUILD, partnership.pk),
        Thing(Kind.RECORD_DATASET, partnership.pk),
    )
    fires, crimes = (Dataset.objects.filter(kind=kind)[0] for kind in ("fires", "recorded_crime"))
    files = [HandedFile.objects.filter(dataset=one)[0] for one in (fires, crimes)]
    agency = Thing(Kind.AGENCY, partnership.pk)
    gone = HandedFile.objects.filter(erased_at__isnull=False)[:1]
    build = partnership.builds.first()
    number = {"build_id": build.pk}
    folder = DataFolder.objects.create(partnership=partnership, path="/nowhere")
    return {
        "evidence": [Sample(new_build)],
        "declare_dataset": [Sample(new_drop)],
        "dataset": [Sample(one.as_thing(), {"dataset_id": one.pk}) for one in (fires, crimes)],
        "hand_in": [Sample(one.as_thing(), {"dataset_id": one.pk}) for one in (fires, crimes)],
        "erase_file": [Sample(one.dataset.as_thing(), {"file_id": one.pk}) for one in files],
        "certificate": [Sample(one.dataset.as_thing(), {"file_id": one.pk}) for one in gone],
        "under_agreement": [Sample(fires.as_thing(), {"dataset_id": fires.pk})],
        "agreements": [Sample(agency)],
        "add_agreement": [Sample(agency)],
        "renew_agreement": [Sample(agency, {"agreement_id": partnership.agreements.all()[0].pk})],
        "engine_settings": [Sample(new_build)],
        "engine_settings_version": [Sample(new_build, {"number": 1})],
        "edit_settings": [Sample(new_build)],
        "add_mapping": [Sample(new_build)],
        "edit_mapping": [Sample(new_build, {"name": "exampleshire_fire"})],
        "add_folder": [Sample(new_build)],
        "leave_folder": [Sample(new_build, {"folder_id": folder.pk})],
        "report": [Sample(new_build, {"kind": kind}) for kind in ("quality", "supply")],
        "ask_report": [Sample(new_build, {"kind": "quality"})],
        "builds": [Sample(new_build)],
        "start_build": [Sample(new_build)],
        "build": [Sample(build.as_thing(), number)],
        "build_progress": [Sample(build.as_thing(), number)],
        "build_document": [
            Sample(build.as_thing(), {**number, "name": "summary.pdf"}, verb=Verb.EXPORT)
        ],
    }
