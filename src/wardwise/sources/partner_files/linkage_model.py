"""The linkage model: which records are compared, on what, and how likely each pair is one person.

Splink's model of Fellegi and Sunter, worked on DuckDB by one thread and from one seed, so that the
same records give the same pairs.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pandas as pd

from wardwise.domain.errors import SettingsError


BLOCKS = (
    ("born_on",),
    ("surname", "forename"),
    ("surname", "home_lsoa"),
    ("forename", "home_lsoa"),
)
"""Two records are compared where they agree on one of these."""
CLOSE_NAMES = (0.92, 0.8)
"""Jaro-Winkler similarities of two names that are told apart, beside being the same."""
LEAST = 0.01
"""Pairs less likely than this are not held."""
SAMPLED_PAIRS = 1e6
FOUND_BY_RULE = 0.8
"""Share of the true pairs that agree on surname, forename and birth, to begin with."""
SEED = 1
MEANING = {
    "surname": ("differs", "like", "close", "the same"),
    "forename": ("differs", "like", "close", "the same"),
    "born_on": ("differs", "within ten years", "within a year", "within a month",
                "one letter apart", "the same"),
    "sex": ("differs", "the same"),
    "home_lsoa": ("another neighbourhood", "the same"),
}  # fmt: skip
"""What each level of a comparison says, from the least alike; −1 is not given in one of the two."""
NOT_GIVEN = "not given"


def scored_pairs(records: pd.DataFrame) -> pd.DataFrame:
    """Pairs of records with ``match_probability``, ``match_weight`` and a level by comparison.

    ``records`` has ``unique_id`` from nought and the columns that are compared, each record once.
    Pairs are in the order of ``unique_id_l`` and ``unique_id_r``.
    """
    splink = _splink()
    import duckdb

    with _quietly():
        engine = splink.DuckDBAPI(connection=duckdb.connect(config={"threads": 1}))
        linker = splink.Linker(engine.register(records), _settings(splink), log_level="ERROR")
        _train(splink, linker)
        pairs = linker.inference.predict(threshold_match_probability=LEAST).as_pandas_dataframe()
    turned = pairs["unique_id_l"] > pairs["unique_id_r"]
    ends = ["unique_id_l", "unique_id_r"]
    pairs.loc[turned, ends] = pairs.loc[turned, ends[::-1]].to_numpy()
    levels = [f"gamma_{name}" for name in MEANING]
    wanted = [*ends, "match_weight", "match_probability", *levels]
    found: pd.DataFrame = pairs[wanted].sort_values(ends, ignore_index=True)
    return found


def meaning(comparison: str, level: int) -> str:
    """What a level of a comparison says.

    >>> meaning("sex", 1), meaning("born_on", -1)
    ('the same', 'not given')
    """
    return MEANING[comparison][level] if level >= 0 else NOT_GIVEN


def _splink() -> Any:
    try:
        import splink
    except ImportError:
        raise SettingsError(
            "partner_files: 'linkage: true' needs Splink, which is not installed. Install it with"
            " pip install 'wardwise[linkage]', or take 'linkage' out of the settings."
        ) from None
    return splink


@contextmanager
def _quietly() -> Iterator[None]:
    """Splink tells its training on the log, which is no place for anything of people."""
    log = logging.getLogger("splink")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _settings(splink: Any) -> Any:
    from splink import comparison_library as compare

    return splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            compare.JaroWinklerAtThresholds("surname", list(CLOSE_NAMES)).configure(
                term_frequency_adjustments=True
            ),
            compare.JaroWinklerAtThresholds("forename", list(CLOSE_NAMES)),
            compare.DateOfBirthComparison("born_on", input_is_string=True),
            compare.ExactMatch("sex"),
            compare.ExactMatch("home_lsoa"),
        ],
        blocking_rules_to_generate_predictions=[splink.block_on(*block) for block in BLOCKS],
        # the levels are handed out only with what was compared, which goes no further than here
        retain_matching_columns=True,
    )


def _train(splink: Any, linker: Any) -> None:
    train = linker.training
    train.estimate_probability_two_random_records_match(
        [splink.block_on("surname", "forename", "born_on")], recall=FOUND_BY_RULE
    )
    train.estimate_u_using_random_sampling(max_pairs=SAMPLED_PAIRS, seed=SEED)
    for block in (("born_on",), ("surname", "forename")):
        train.estimate_parameters_using_expectation_maximisation(splink.block_on(*block))
