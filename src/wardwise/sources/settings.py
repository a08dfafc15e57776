"""Reads a partnership's settings file; every fault says where, found, expected, what to do."""

from __future__ import annotations

from pathlib import Path

import yaml

from wardwise.domain.errors import SettingsError
from wardwise.domain.settings import Settings
from wardwise.sources.break_names import refuse_unknown_offences, refuse_unknown_outcomes
from wardwise.sources.yaml_model import Paper, read_model


_SETTINGS = Paper(
    model=Settings,
    error=SettingsError,
    loader=yaml.SafeLoader,
    missing="Give the path of a settings file, or make one "
    "with 'wardwise new-partnership CODE --source police_uk'.",
    headings="'partnership:' and 'evidence:'",
    example="settings/luton.yaml",
)


def read_settings(path: Path) -> Settings:
    """The partnership's settings, checked."""
    settings = read_model(path, _SETTINGS, Settings)
    refuse_unknown_offences(settings, file=path.name)
    refuse_unknown_outcomes(settings, file=path.name)
    return settings
