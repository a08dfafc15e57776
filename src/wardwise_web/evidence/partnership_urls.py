"""Addresses of this room under a partnership."""

from __future__ import annotations

from django.urls import path

from wardwise_web.evidence.views import agreements, builds, datasets, setting


urlpatterns = [
    path("evidence/", datasets.evidence, name="evidence"),
    path("evidence/datasets/declare/", datasets.declare, name="declare_dataset"),
    path("evidence/datasets/<int:dataset_id>/", datasets.dataset, name="dataset"),
    path("evidence/datasets/<int:dataset_id>/hand-in/", datasets.hand_in_file, name="hand_in"),
    path("evidence/datasets/<int:dataset_id>/agreement/", agreements.under, name="under_agreement"),
    path("evidence/files/<int:file_id>/erase/", datasets.erase, name="erase_file"),
    path("evidence/files/<int:file_id>/certificate/", datasets.certificate, name="certificate"),
    path("evidence/agreements/", agreements.agreements, name="agreements"),
    path("evidence/agreements/add/", agreements.add_agreement, name="add_agreement"),
    path("evidence/agreements/<int:agreement_id>/renew/", agreements.renew, name="renew_agreement"),
    path("evidence/settings/", setting.engine_settings, name="engine_settings"),
    path("evidence/settings/edit/", setting.edit_settings, name="edit_settings"),
    path(
        "evidence/settings/<int:number>/", setting.settings_version, name="engine_settings_version"
    ),
    path("evidence/mappings/add/", setting.edit_mapping, name="add_mapping"),
    path("evidence/mappings/<slug:name>/", setting.edit_mapping, name="edit_mapping"),
    path("evidence/folders/add/", setting.add_folder, name="add_folder"),
    path("evidence/folders/<int:folder_id>/leave/", setting.drop_folder, name="leave_folder"),
    path("evidence/reports/<slug:kind>/", builds.report, name="report"),
    path("evidence/reports/<slug:kind>/ask/", builds.ask_report, name="ask_report"),
    path("builds/", builds.builds, name="builds"),
    path("builds/start/", builds.start, name="start_build"),
    path("builds/<int:build_id>/", builds.build, name="build"),
    path("builds/<int:build_id>/progress/", builds.progress, name="build_progress"),
    path("builds/<int:build_id>/documents/<str:name>", builds.document, name="build_document"),
]
