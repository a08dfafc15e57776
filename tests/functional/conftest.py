"""Exampleshire, built once for all the tests that read its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exampleshire_partners import Partners, read_partners
from wardwise.demo import make_data, settings_text
from wardwise.pipeline.assess import assess


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up data and its settings file."""
    folder = tmp_path_factory.mktemp("made")
    make_data(to=folder / "data")
    (folder / "exampleshire.yaml").write_text(settings_text(), "utf-8")
    return folder


@pytest.fixture(scope="session")
def built(made: Path) -> Path:
    """The folder of a finished run; its store lies beside it."""
    out = made / "runs" / "exampleshire"
    assess(made / "exampleshire.yaml", folders=[made / "data"], out=out)
    return out


@pytest.fixture(scope="session")
def partner_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up data with every partner's file."""
    return make_data(to=tmp_path_factory.mktemp("with partners"), with_partners=True)


@pytest.fixture(scope="session")
def partners(partner_folder: Path) -> Partners:
    """The partners' files as they are read."""
    return read_partners(partner_folder)
