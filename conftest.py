"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest


SHARED = Path(__file__).resolve().parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real open data and reference results, beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the real open data and reference results (../shared) are not here")
    return SHARED
