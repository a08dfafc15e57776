"""Every change to evidence, each in one transaction with its audit row."""

from __future__ import annotations

from wardwise_web.evidence.services.builds import (
    ask_for_build,
    begin_build,
    end_build,
    fail_build,
    start_build,
    tell_stage,
)
from wardwise_web.evidence.services.datasets import (
    Declaration,
    declare_dataset,
    erase_file,
    hand_in,
)
from wardwise_web.evidence.services.reports import (
    ask_for_report,
    begin_report,
    end_report,
    fail_report,
)
from wardwise_web.evidence.services.setting import (
    Overtaken,
    commission_places,
    leave_folder,
    point_at_folder,
    save_mapping,
    save_settings,
)


__all__ = [
    "Declaration",
    "Overtaken",
    "ask_for_build",
    "ask_for_report",
    "begin_build",
    "begin_report",
    "commission_places",
    "declare_dataset",
    "end_build",
    "end_report",
    "erase_file",
    "fail_build",
    "fail_report",
    "hand_in",
    "leave_folder",
    "point_at_folder",
    "save_mapping",
    "save_settings",
    "start_build",
    "tell_stage",
]
