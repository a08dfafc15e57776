"""Most similar partnerships on the real census tables: no published answer, so sense and rules.

The Home Office's groups are not published with their workings. What can be asked is that
the variables are those that the Census publishes, that places known to be alike come out alike,
and that nothing hangs on the order of the rows.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from wardwise.measures.compare.most_similar import most_similar
from wardwise.measures.compare.similarity_features import (
    VARIABLES,
    SimilarityFeatures,
    similarity_features,
)
from wardwise.sources.geography import read_geography


pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def tables(shared: Path) -> dict[str, pd.DataFrame]:
    imported = read_geography([shared / "data"])
    return {name: table.to_pandas() for name, table in imported.tables.items()}


@pytest.fixture(scope="module")
def features(tables: dict[str, pd.DataFrame]) -> SimilarityFeatures:
    return similarity_features(
        lsoa=tables["lsoa"], district=tables["district"], ethnicity=tables["ethnicity"]
    )


def nearest(features: SimilarityFeatures, name: str) -> list[str]:
    names = dict(zip(features.codes, features.names, strict=True))
    code = next(code for code, called in names.items() if called == name)
    like = most_similar(
        features=features.values, codes=features.codes, ours=code, weights=features.weights
    )
    return [names[code] for code in like.codes]


def plain(features: SimilarityFeatures, name: str) -> dict[str, float]:
    row = features.plain[features.names.index(name)]
    return dict(zip([variable.name for variable in VARIABLES], row.tolist(), strict=True))


def test_the_variables_are_what_the_census_says(features: SimilarityFeatures) -> None:
    # Census 2021, as published: Luton 225,262 residents, 37.0% Asian, 10.0% Black; the cells of
    # the neighbourhoods are perturbed, so their sum may differ by a few people
    luton = plain(features, "Luton")
    assert luton["residents"] == pytest.approx(225_262, abs=10)
    assert luton["asian"] == pytest.approx(0.370, abs=0.001)
    assert luton["black"] == pytest.approx(0.100, abs=0.001)
    assert luton["rural"] == 0
    assert plain(features, "Bedford")["rural"] == pytest.approx(0.307, abs=0.005)


def test_a_partnership_that_cannot_be_measured_is_left_out_by_name(
    features: SimilarityFeatures,
) -> None:
    unknown = np.isnan(features.plain).any(axis=1)
    names = [name for name, is_so in zip(features.names, unknown, strict=True) if is_so]
    assert 0 < len(names) <= 20
    assert {"Luton", "Dudley", "Bedford", "Central Bedfordshire", "Milton Keynes"}.isdisjoint(names)


@pytest.mark.parametrize(
    ("ours", "among"),
    [  # towns and boroughs that any reader of the Census would name
        ("Luton", {"Leicester", "Slough", "Peterborough"}),
        ("Dudley", {"Rotherham", "Wigan", "Tameside"}),
        ("Central Bedfordshire", {"South Gloucestershire", "Huntingdonshire"}),
        ("Milton Keynes", {"Bedford", "Peterborough", "Swindon"}),
    ],
)
def test_places_known_to_be_alike_come_out_alike(
    features: SimilarityFeatures, ours: str, among: set[str]
) -> None:
    assert among <= set(nearest(features, ours))


def test_a_rural_county_is_like_rural_counties(features: SimilarityFeatures) -> None:
    like = [plain(features, name)["rural"] for name in nearest(features, "Powys")]
    assert min(like) > 0.4


def test_wales_can_be_compared_with_england(features: SimilarityFeatures) -> None:
    codes = dict(zip(features.names, features.codes, strict=True))
    like = {codes[name][0] for name in nearest(features, "Cardiff")}
    assert "E" in like


def test_the_order_of_the_rows_does_not_matter(
    tables: dict[str, pd.DataFrame], features: SimilarityFeatures
) -> None:
    shuffled = similarity_features(
        lsoa=tables["lsoa"].sample(frac=1, random_state=3),
        district=tables["district"].sample(frac=1, random_state=3),
        ethnicity=tables["ethnicity"].sample(frac=1, random_state=3),
    )
    assert shuffled.codes == features.codes
    np.testing.assert_allclose(shuffled.plain, features.plain, rtol=1e-9)


def test_leaving_a_domain_out_changes_some_neighbours_and_not_all(
    features: SimilarityFeatures,
) -> None:
    """The list rests on all domains and hangs on none: said in the method note."""
    names = dict(zip(features.codes, features.names, strict=True))
    dudley = next(code for code, name in names.items() if name == "Dudley")
    whole = set(nearest(features, "Dudley"))
    kept = []
    for domain in {variable.domain for variable in VARIABLES}:
        weights = [
            0.0 if variable.domain == domain else weight
            for variable, weight in zip(VARIABLES, features.weights, strict=True)
        ]
        like = most_similar(
            features=features.values, codes=features.codes, ours=dudley, weights=weights
        )
        kept.append(len(whole & {names[code] for code in like.codes}))
    assert min(kept) >= 4
    assert max(kept) < 15
