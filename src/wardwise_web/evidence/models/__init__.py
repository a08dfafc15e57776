"""What this room keeps: what was handed in, how the engine is set, and what was built."""

from __future__ import annotations

from wardwise_web.evidence.models.agreement import AgreementTerm, SharingAgreement
from wardwise_web.evidence.models.build import Build
from wardwise_web.evidence.models.dataset import Dataset, HandedFile
from wardwise_web.evidence.models.report import Report
from wardwise_web.evidence.models.setting import (
    CommissionedPlaces,
    DataFolder,
    Mapping,
    SettingsVersion,
)


__all__ = [
    "AgreementTerm",
    "Build",
    "CommissionedPlaces",
    "DataFolder",
    "Dataset",
    "HandedFile",
    "Mapping",
    "Report",
    "SettingsVersion",
    "SharingAgreement",
]
