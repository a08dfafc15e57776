"""What makes one partnership like another: the census seen at partnership level."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from wardwise.measures.compare.similarity_columns import (
    Tables,
    age_share,
    deprived_share,
    ethnic_share,
    household_size,
    most_deprived_tenth_share,
    residents,
    rural_share,
    spacing,
)


Transform = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def _angle(share: NDArray[np.float64]) -> NDArray[np.float64]:
    """The arcsine of the root: 2% against 6% counts for more than 42% against 46%."""
    return np.asarray(np.arcsin(np.sqrt(np.clip(share, 0, 1))))


@dataclass(frozen=True)
class SimilarityVariable:
    """One variable: what it is in words, its domain, its column and how it is straightened."""

    name: str
    title: str
    domain: str
    column: Callable[[Tables], pd.Series]
    transform: Transform


VARIABLES = (
    SimilarityVariable("residents", "usual residents", "size", residents, np.log),
    SimilarityVariable(
        "spacing", "distance between neighbouring neighbourhoods", "settlement", spacing, np.log
    ),
    SimilarityVariable(
        "rural", "residents in rural neighbourhoods", "settlement", rural_share, _angle
    ),
    SimilarityVariable("younger", "younger residents", "households", age_share("younger"), _angle),
    SimilarityVariable("older", "older residents", "households", age_share("older"), _angle),
    SimilarityVariable(
        "household_size", "people per household", "households", household_size, np.log
    ),
    SimilarityVariable("asian", "Asian residents", "ethnic group", ethnic_share("Asian"), _angle),
    SimilarityVariable("black", "Black residents", "ethnic group", ethnic_share("Black"), _angle),
    SimilarityVariable("mixed", "Mixed residents", "ethnic group", ethnic_share("Mixed"), _angle),
    SimilarityVariable("other", "Other residents", "ethnic group", ethnic_share("Other"), _angle),
    SimilarityVariable(
        "deprived", "households deprived in two or more ways", "deprivation", deprived_share, _angle
    ),
    SimilarityVariable(
        "most_deprived",
        "residents in the most deprived tenth of neighbourhoods",
        "deprivation",
        most_deprived_tenth_share,
        _angle,
    ),
)
"""The variables, by domain. Each domain weighs the same, however many variables it has."""


@dataclass(frozen=True, eq=False)
class SimilarityFeatures:
    """The matrix that ``most_similar`` takes, and what its rows and columns are.

    Shapes: ``values`` areas × variables, transformed, NaN where not known; ``plain`` the same
    before it is transformed, for printing. ``weights`` add to 1.
    """

    codes: tuple[str, ...]
    names: tuple[str, ...]
    variables: tuple[SimilarityVariable, ...]
    weights: tuple[float, ...]
    values: NDArray[np.float64]
    plain: NDArray[np.float64]


def similarity_features(
    *, lsoa: pd.DataFrame, district: pd.DataFrame, ethnicity: pd.DataFrame
) -> SimilarityFeatures:
    """Twelve census variables of every partnership of England and Wales.

    Parameters
    ----------
    lsoa, district, ethnicity : DataFrame
        The tidy tables of those names (``domain/tables.py``), for all of England and Wales.

    Returns
    -------
    SimilarityFeatures
        Shape: partnerships × 12, in the order of their codes. NaN where a district's age or
        ethnic groups are not held: such a partnership is left out by name, never guessed.

    Notes
    -----
    Only what the Census asked in both countries is used, so that Welsh partnerships can be
    compared too: the English deprivation index stops at the border. Shares are taken through
    the arcsine of their root and sizes through the logarithm, because both are skewed: else
    a few London boroughs would set the scale. Correlated variables are met by domains:
    size, settlement, households, ethnic group and deprivation weigh one fifth each, shared
    equally within. No area is shut out for being a county or a borough: size and settlement
    are in the distance instead.

    "Distance between neighbouring neighbourhoods" is the median, over residents' LSOAs, of the
    distance to the nearest other LSOA centre: a stand-in for density that needs no areas.

    References
    ----------
    Office for National Statistics (2022) Census 2021: usual residents, age, ethnic group,
    household deprivation; Rural Urban Classification 2021.

    Examples
    --------
    See ``tests/oracle/test_similarity_real.py``.
    """
    tables = Tables(lsoa=lsoa, district=district, ethnicity=ethnicity)
    names = lsoa.drop_duplicates("csp_code").set_index("csp_code")["csp_name"].sort_index()
    plain = np.column_stack(
        [v.column(tables).reindex(names.index).to_numpy(dtype=float) for v in VARIABLES]
    )
    values = np.column_stack([v.transform(plain[:, n]) for n, v in enumerate(VARIABLES)])
    return SimilarityFeatures(
        codes=tuple(names.index),
        names=tuple(names),
        variables=VARIABLES,
        weights=_weights(),
        values=values,
        plain=plain,
    )


def _weights() -> tuple[float, ...]:
    domains = [variable.domain for variable in VARIABLES]
    return tuple(1 / len(set(domains)) / domains.count(domain) for domain in domains)
