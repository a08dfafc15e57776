"""Luton from the real open data, laid out once for every test that reads it."""

from __future__ import annotations

from pathlib import Path

from wardwise.evidence.bundle import build_evidence
from wardwise.evidence.tables import open_tables
from wardwise.figures.desk import Desk
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.progress import quiet
from wardwise.sources.settings import read_settings
from wardwise.store.tidy import TidyStore


SETTINGS = Path(__file__).resolve().parents[1] / "settings"


def luton_desk(data: Path, *, store: Path) -> Desk:
    """The desk of the settings that come with the product."""
    settings = read_settings(SETTINGS / "luton.yaml")
    gathered = Gatherer(settings, [data], TidyStore(store), beside=SETTINGS).gather(quiet)
    evidence = build_evidence(
        open_tables(gathered.tables),
        settings=settings,
        own=gathered.own,
        notices=gathered.notices,
    )
    return Desk(evidence, settings)
