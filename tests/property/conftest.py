"""Properties are tried on the same examples every time, and a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings


settings.register_profile("fixed", deadline=None, derandomize=True, database=None)
settings.load_profile("fixed")
