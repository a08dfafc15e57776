"""What a number about people recorded says, in the words that stand after it."""

from __future__ import annotations

import re

from wardwise.domain.figure import Figure


MANY = {
    "suspect": "suspects",
    "victim": "victims",
    "offender": "proved offenders",
    "address": "addresses",
}
"""Role, or what stands for one, in the plural."""

WORDS = tuple(
    (measure, re.compile(detail), words)
    for measure, detail, words in (
        ("partner_people", r"(\w+)", "{0}"),
        ("partner_people(?:_in_group)?", r"(\w+), aged (\d+)", "{0} aged {1}"),
        ("partner_people_in_group", r"(\w+), ([^:]+): (.+)", "{0}, {1} {2}"),
        ("partner_crimes", "extract", "crimes in the extract"),
        ("partner_crimes", "theme", "crimes of the theme"),
        ("partner_crimes", "also (.+)", "crimes that are {0} as well"),
        ("vulnerability_share_percent", "any vulnerability flag", "carry a vulnerability flag"),
        ("flag_share_percent", r"flag ([\w ]+)", "carry the flag {0}"),
        ("flag_share_percent", r"flag ([\w ]+), used", "say whether the flag {0} holds"),
        (
            "flag_share_percent",
            r"flag ([\w ]+), where answered",
            "of those that say so carry the flag {0}",
        ),
        (
            "share_of_most_repeated",
            r"(\w+), the most repeated ([\d.]+%)",
            "fell to the most repeated {1} of {0}",
        ),
        (
            "share_of_most_repeated",
            r"(\w+), the most repeated ([\d.]+%), by chance alone",
            "would fall to the most repeated {1} of {0} by chance alone",
        ),
        (
            "share_of_most_repeated",
            r"(\w+), the most repeated ([\d.]+%), of severity points",
            "of the harm fell to the most repeated {1} of {0}",
        ),
        ("repeat_share_percent", r"(\w+), (again within .+)", "of {0} {1}"),
        ("repeat_change", r"(\w+), (again within [^,]+), (first .+)", "of {0} {1}, {2}"),
        ("repeat_change", r"(\w+), (again within [^,]+), (the one .+)", "in {0} {1}, {2}"),
        (
            "repeat_course",
            r"(\w+), of those (again) within 365 days, within (\d+)",
            "of {0} {1} within 365 days came within {2} days",
        ),
        (
            "repeat_course",
            r"(\w+), of those (again) within 365 days, within (\d+), if days were alike",
            "of {0} {1} within 365 days would come within {2} days if all days were alike",
        ),
        ("distances_from_home", r"(\w+), home to crime: (.+)", "from home to crime, {1} of {0}"),
        ("overlap_share_percent", r"(\w+), (\w+) of any crime too", "of {0} are {1} too"),
        ("co_offending_share_percent", r"(\w+), two or more together", "have two or more {0}"),
        ("key_age", r"(\w+), aged (\d+), rate", "{0} for every 1,000 residents aged {1}"),
        (
            "key_age",
            r"(\w+), aged (\d+), rate expected",
            "{0} for every 1,000 residents aged {1}, as the ages beside it lead to expect",
        ),
        ("group_shares_percent", r"(\w+), ([^:]+): (.+)", "of {0}, {1} {2}"),
    )
)
"""Measure, detail → what stands after the number. Roles stand in the plural."""


def said_of_people(figure: Figure) -> str:
    """The words, or none where the measure and detail are not about people recorded."""
    for measure, pattern, words in WORDS:
        found = pattern.fullmatch(figure.detail)
        if found and re.fullmatch(measure, figure.measure):
            return words.format(*(_in_print(part) for part in found.groups()))
    return ""


def _in_print(part: str) -> str:
    return MANY.get(part, part).replace("_", " ")
