"""The partners' files of Exampleshire, read once for all the tests that ask what is in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exampleshire_partners import Partners, read_partners


@pytest.fixture(scope="session")
def partners(partner_folder: Path) -> Partners:
    """The partners' files as they are read."""
    return read_partners(partner_folder)
