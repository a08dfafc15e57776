"""What is planted in the calls and cases of Exampleshire is found again within the intervals."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.exampleshire_partners import Partners
from wardwise.demo import truths_people as planted
from wardwise.demo.partners.survey import QUESTIONS
from wardwise.figures.survey import A_PROBLEM
from wardwise.measures.people.group_share import group_shares_percent
from wardwise.measures.people.proportion import proportion_percent
from wardwise.measures.survey.weighted_share import weighted_share_percent
from wardwise.sources.geography import read_geography


DATASETS = {"police": "police_incidents", "council": "council_asb"}
LEVEL = 0.998  # several shares are looked at together
BANDS = {(10, 17): "10-17", (18, 25): "18-25", (26, 40): "26-40", (41, 60): "41-60"}
TENURE = {
    "Council tenant": "Council",
    "Housing association tenant": "Housing association",
    "Private tenant": "Private rented",
    "Owner": "Owner",
}


def _rows(partners: Partners, dataset: str) -> pd.DataFrame:
    found = partners.table("partner_record")
    found = found[(found["dataset"] == dataset) & found["used"]]
    if dataset == DATASETS["police"]:
        return found[found["category"].str.startswith("Anti-social behaviour")]
    return found


@pytest.mark.parametrize(
    ("flag", "truth"),
    [("repeat_caller", planted.ASB_REPEAT), ("vulnerable_adult", planted.ASB_VULNERABLE)],
)
@pytest.mark.parametrize("supplier", list(DATASETS))
def test_who_told_is_found_again(
    partners: Partners, supplier: str, flag: str, truth: dict[str, float]
) -> None:
    rows = _rows(partners, DATASETS[supplier])
    known = rows[rows["flags_known"].str.contains(flag)]
    assert len(known) == len(rows)
    flagged = known["flags"].fillna("").str.contains(flag).sum()
    found = proportion_percent(part=int(flagged), whole=len(known), level=LEVEL)
    assert found.lower <= 100 * truth[supplier] <= found.upper


def test_the_ward_that_worries_without_crime_is_found_again(partners: Partners) -> None:
    """Its interval holds the planted share and lies above that of all replies."""
    rows = partners.table("partner_reply")
    rows = rows[rows["used"] & rows["question"].str.contains("after dark")].dropna(
        subset=["answer", "ward_code"]
    )
    unsafe = rows["answer"].str.contains("unsafe")
    whole = 100 * unsafe.mean()
    shares = 100 * unsafe.groupby(rows["ward_code"]).mean()
    land = read_geography([partners.folder]).tables["lsoa"].to_pandas()
    own = land.loc[land["ward_name"] == planted.WORRIED_WARD, "ward_code"].iloc[0]
    marks = unsafe[rows["ward_code"] == own]
    found = proportion_percent(part=int(marks.sum()), whole=len(marks), level=LEVEL)
    assert found.lower <= 100 * planted.WORRIED_SHARE <= found.upper
    assert found.lower > whole
    assert shares.rank(ascending=False)[own] <= 3


def test_ages_of_those_complained_of_are_found_again(partners: Partners) -> None:
    rows = _rows(partners, DATASETS["council"])
    bands = [
        "61 and over" if pd.isna(high) else BANDS[int(low), int(high)]
        for low, high in zip(rows["age_low"], rows["age_high"], strict=True)
        if not pd.isna(low)
    ]
    _check(bands, planted.ASB_AGES, not_known=len(rows) - len(bands), filled="age")


def test_their_homes_are_found_again(partners: Partners) -> None:
    rows = _rows(partners, DATASETS["council"])
    homes = [TENURE[name] for name in rows["premises"].dropna()]
    _check(homes, planted.ASB_TENURE, not_known=len(rows) - len(homes), filled="tenure")


def _check(found: list[str], truth: dict[str, float], *, not_known: int, filled: str) -> None:
    counts = [found.count(name) for name in truth]
    assert sum(counts) == len(found)
    shares = group_shares_percent(
        groups=list(truth), people=counts, not_known=not_known, level=LEVEL
    )
    for name, share in truth.items():
        one = shares.of(name)
        assert one.lower <= 100 * share <= one.upper, name
    missing = 100 * (1 - planted.ASB_FILLED[filled])
    assert shares.missing.lower <= missing <= shares.missing.upper


def test_what_residents_call_a_problem_is_found_again(partners: Partners) -> None:
    replies = partners.table("partner_reply")
    own = replies[replies["used"] & replies["question"].str.contains("anti-social behaviour")]
    own = own[own["answer"].notna()]
    truth = QUESTIONS["Q2"]
    big = [answer for answer in truth if answer.lower() in A_PROBLEM]
    planted_share = 100 * sum(truth[answer] for answer in big) / sum(truth.values())
    found = weighted_share_percent(
        weights=own["weight"].fillna(1.0).tolist(),
        marks=own["answer"].isin(big).tolist(),
        level=LEVEL,
    )
    assert found.lower <= planted_share <= found.upper
