"""Names of measures and their details as a person says them; codes stay in the files."""

from __future__ import annotations

import re

from wardwise.domain.period import Period


SAID = {
    "age_rates_per_1000_residents": "rate per 1,000 residents, by age",
    "attribute_limits": "control limits of a share",
    "bridged_change_percent": "change once the change of recording is taken out",
    "category_weight": "severity weight of an offence group",
    "chance_curve": "share of places, if chance alone spread the offences",
    "change_percent": "change",
    "completeness_of": "share of the published count that is held",
    "crime_map_bandwidth": "reach of the density map",
    "deprivation_tenth": "tenth of deprivation",
    "effect_without_selection": "effect once the choice of place is allowed for",
    "extracts_compared": "two extracts of one month compared",
    "group_rates_per_1000_residents": "rate per 1,000 residents, by group",
    "group_shares_percent": "share of each group",
    "hour_by_weekday": "offences by hour and day of the week",
    "knox": "near repeats: pairs beyond chance",
    "lorenz_curve": "share of places, by share of offences",
    "lsoas": "neighbourhoods",
    "lsoas_in_most_deprived": "neighbourhoods among the most deprived",
    "median_rate_per_1000": "median rate per 1,000 residents",
    "months_until_visible": "months until an effect could be seen",
    "offences_with_outcome": "offences with that outcome",
    "partner_crimes": "crimes in partners' records",
    "partner_journeys_in_group": "journeys in partners' records, by group",
    "partner_people": "people in partners' records",
    "partner_people_in_group": "people in partners' records, by group",
    "partner_records_in_group": "partners' records, by group",
    "poisson_scan": "clusters found by a scan",
    "rank_position": "rank",
    "reoffending_binary_percent": "share who reoffended",
    "reoffending_frequency": "reoffences for each person who reoffended",
    "return_count": "count handed in by a partner",
    "return_denominator": "base of a count handed in by a partner",
    "rows_in": "rows received",
    "rows_supplied_aside": "rows supplied and set aside",
    "segmented_regression": "change of level and slope",
    "shrunk_shares_percent": "share, drawn towards the whole where few are counted",
    "survey_replies_in": "survey replies, by answer",
    "survey_replies_to": "survey replies",
    "top_share": "share found in the leading places",
    "without_season": "offences with the season taken out",
}
"""Where the name as the program has it, without its unit, would not be understood."""
PERIODS = re.compile(r"\b(\d{4}-\d{2})(?:/| to )(\d{4}-\d{2})\b")
MONTH = re.compile(r"\d{4}-\d{2}")
FILE = re.compile(r"\.[a-z]{3,4}$")


def measure_in_words(name: str) -> str:
    """A measure's name in words; the unit stands beside it.

    >>> measure_in_words("rate_per_1000_residents"), measure_in_words("flag_share_percent")
    ('rate per 1,000 residents', 'flag share')
    """
    plain = name.removesuffix("_percent").removesuffix("_points").replace("_", " ")
    return SAID.get(name, plain.replace("1000", "1,000"))


def detail_in_words(detail: str) -> str:
    """What tells a figure from its neighbours; names of files stay as they are.

    >>> detail_in_words("against 2024-10/2025-09")
    'against October 2024 to September 2025'
    >>> detail_in_words("clusters[0].p_value"), detail_in_words("council/racial_log.csv")
    ('clusters 1, p value', 'council/racial_log.csv')
    """
    if FILE.search(detail):
        return detail
    said = PERIODS.sub(lambda found: Period.parse(found[1], found[2]).label, detail)
    said = re.sub(r"\[(\d+)\]\.", lambda found: f" {int(found[1]) + 1}, ", said)
    return said.replace("_", " ")


def month_in_words(value: str) -> str:
    """A month that stands by itself, and every other word as it is.

    >>> month_in_words("2024-10"), month_in_words("police_uk")
    ('October 2024', 'police_uk')
    """
    return Period.parse(value, value).label if MONTH.fullmatch(value) else value
