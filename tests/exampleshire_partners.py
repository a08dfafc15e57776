"""The partners' files of Exampleshire as they are read, with the truth beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from wardwise.demo import SEED, secret_text
from wardwise.demo.partners import partner_file_settings
from wardwise.demo.partners.supply import POSTCODES
from wardwise.sources.force_names import force_key
from wardwise.sources.geography import read_geography
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files
from wardwise.sources.partner_files.postcodes import read_postcodes
from wardwise.sources.places import Places


@dataclass(frozen=True)
class Partners:
    """The folder, every tidy table, and what was planted and drawn."""

    folder: Path
    read: Imported
    truths: dict[str, object]

    def table(self, name: str) -> pd.DataFrame:
        """A tidy table by name."""
        return self.read.tables[name].to_pandas()

    @property
    def drawn(self) -> dict[str, object]:
        """What was counted in the model itself."""
        return self.truths["drawn"]  # type: ignore[return-value]


def read_partners(folder: Path) -> Partners:
    """Every partner's file by its mapping."""
    geography = read_geography([folder]).tables
    forces = frozenset({force_key("Midshire")})
    places = Places(geography["lsoa"], geography["lsoa_2011"], (folder,), forces)
    areas = Areas(places, read_postcodes(POSTCODES, folders=[folder]))
    door = Door(Keys(secret_text(seed=SEED).encode()), areas)
    read = read_partner_files(partner_file_settings(), folders=[folder], door=door)
    truths = json.loads((folder / "partners" / "truth" / "truths.json").read_text("utf-8"))
    return Partners(folder, read, truths)


def people(partners: Partners, dataset: str) -> pd.DataFrame:
    """Parts of people of a dataset that are used."""
    found = partners.table("partner_person")
    return found[(found["dataset"] == dataset) & found["used"]]


def crimes(partners: Partners) -> pd.DataFrame:
    """Recorded crimes that are used."""
    found = partners.table("partner_record")
    return found[(found["dataset"] == "recorded_crime") & found["used"]]
