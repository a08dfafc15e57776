"""Exampleshire's victims and suspects, linked without their common number, which is the truth.

The two mappings are those of the demo without the field ``person``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pytest
import yaml

from wardwise.demo import SEED, make_data
from wardwise.demo.partners import partner_file_settings, secret_text
from wardwise.demo.partners.police_people import SUSPECTS, VICTIMS
from wardwise.demo.partners.supply import POSTCODES
from wardwise.domain.settings import PeopleSettings
from wardwise.sources.force_names import force_key
from wardwise.sources.geography import read_geography
from wardwise.sources.imported import Imported
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files
from wardwise.sources.partner_files.postcodes import read_postcodes
from wardwise.sources.places import Places


pytestmark = pytest.mark.slow

DATASETS = ("recorded_crime", "victims", "suspects")
MAPPINGS = ("exampleshire_police_victims", "exampleshire_police_suspects")
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "linkage.md"


@dataclass(frozen=True)
class Linked:
    folder: Path
    read: Imported


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    folder = make_data(to=tmp_path_factory.mktemp("linked"), with_partners=True)
    for name in MAPPINGS:
        path = folder / "mappings" / f"{name}.yaml"
        mapping = yaml.safe_load(path.read_text("utf-8"))
        for dataset in mapping["datasets"].values():
            del dataset["columns"]["person"]
        path.write_text(yaml.safe_dump(mapping, allow_unicode=True), "utf-8")
    geography = read_geography([folder]).tables
    areas = Areas(
        Places(
            geography["lsoa"],
            geography["lsoa_2011"],
            [folder],
            frozenset({force_key("Midshire")}),
        ),
        read_postcodes(POSTCODES, folders=[folder]),
    )
    door = Door(Keys(secret_text(seed=SEED).encode()), areas)
    assert door.linkage_threshold == PeopleSettings().linkage_threshold
    files = [
        one.model_copy(update={"linkage": one.dataset != "recorded_crime"})
        for one in partner_file_settings()
        if one.dataset in DATASETS
    ]
    return Linked(folder, read_partner_files(files, folders=[folder], door=door))


def truth(folder: Path) -> dict[str, pd.Series]:
    """The force's own number of the person, by line of the file, read by another reader."""
    partners = folder / "partners"
    suspects = pd.read_csv(partners / SUSPECTS, sep="\t", encoding="utf-16", dtype=str)["NOMINAL"]
    victims = pd.read_excel(partners / VICTIMS, header=3, dtype=str, engine="calamine")
    numbers = victims["Nominal No."]
    return {
        "suspect": suspects.set_axis(suspects.index + 2),
        "victim": numbers.set_axis(numbers.index + 5),
    }


def test_precision_and_recall_at_the_threshold(linked: Linked) -> None:
    people = linked.read.tables["partner_person"].to_pandas()
    people = people[people["used"]]
    numbers = truth(linked.folder)
    counts = {}
    for role, number in numbers.items():
        own = people[people["role"] == role]
        own = own.assign(number=number.loc[own["row"]].to_numpy())
        for by in (("person_key",), ("number",), ("person_key", "number")):
            counts[role, by] = own.groupby(list(by)).size()

    def pairs(*by: str) -> int:
        first, second = counts["victim", by].align(counts["suspect", by], join="inner")
        return int((first * second).sum())

    right = pairs("person_key", "number")
    # with 8,000 pairs the shares vary by a few tenths of a point from one seed to another
    assert right / pairs("person_key") > 0.99
    assert right / pairs("number") > 0.90


def test_what_is_told_agrees_with_the_rows(linked: Linked) -> None:
    (told,) = linked.read.tables["partner_linkage"].to_pylist()
    people = linked.read.tables["partner_person"].to_pandas()
    keyed = people[people["used"] & people["person_key"].notna()]
    assert told["rows_compared"] == len(keyed)
    assert told["people"] == keyed["person_key"].nunique()
    in_both = keyed.groupby("person_key")["role"].nunique()
    assert told["people_in_several_files"] == (in_both == 2).sum()


def test_no_identifier_is_in_any_table(linked: Linked) -> None:
    planted: dict[str, set[str]] = {}
    text = (linked.folder / "partners" / "truth" / "identifiers.txt").read_text("utf-8")
    for line in text.splitlines():
        kind, identifier = line.split("\t")
        planted.setdefault(kind, set()).add(identifier)
    whole = set().union(*(found for kind, found in planted.items() if kind != "word"))
    names = {name.upper() for name in planted["surname"] | planted["forename"]}
    looked_at = 0
    for name, table in linked.read.tables.items():
        for column in table.column_names:
            if not pa.types.is_string(table[column].type):
                continue
            texts = {one for one in pc.unique(table[column]).to_pylist() if one}
            looked_at += len(texts)
            assert not whole & texts, f"{name}.{column}"
            if not column.endswith("key"):
                together = "\n".join(texts).upper()
                assert not [one for one in names if one in together], f"{name}.{column}"
    assert looked_at > 50_000
    assert not [one for one in whole if one in " ".join(linked.read.notices)]


def test_without_the_setting_names_are_not_even_read(linked: Linked) -> None:
    from wardwise.sources.partner_files.extract import admitted
    from wardwise.sources.partner_files.mapping_file import read_mapping
    from wardwise.sources.partner_files.raw import columns_wanted
    from wardwise.sources.partner_files.schema import dataset_named

    (asked,) = [one for one in partner_file_settings() if one.dataset == "victims"]
    part = read_mapping(linked.folder / "mappings" / f"{MAPPINGS[0]}.yaml").mapping.datasets[
        "victims"
    ]
    for is_on in (False, True):
        one = asked.model_copy(update={"linkage": is_on})
        wanted = columns_wanted(admitted(part, dataset=dataset_named("victims"), asked=one))
        assert ("Surname" in wanted) == is_on


def test_the_page_holds_what_the_study_measures() -> None:
    from wardwise.pipeline.linkage_study import study

    (one,) = study(errors=[0.02], thresholds=[0.9])
    row = f"| 2% | 0.9 | {one.precision:.1f}% | {one.recall:.1f}% | {one.expected_wrong:.1f}% |"
    assert row in PAGE.read_text("utf-8")
