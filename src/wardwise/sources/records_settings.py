"""Reads the settings of a paper on records alone."""

from __future__ import annotations

from pathlib import Path

import yaml

from wardwise.domain.errors import SettingsError
from wardwise.domain.records_settings import RecordsSettings
from wardwise.sources.yaml_model import Paper, read_model


_SETTINGS = Paper(
    model=RecordsSettings,
    error=SettingsError,
    loader=yaml.SafeLoader,
    missing="Give the path of a settings file, like those in settings/records.",
    headings="'partnership:' and 'partner_files:'",
    example="settings/records/washington_dc.yaml",
)


def read_records_settings(path: Path) -> RecordsSettings:
    """The settings, checked."""
    return read_model(path, _SETTINGS, RecordsSettings)
