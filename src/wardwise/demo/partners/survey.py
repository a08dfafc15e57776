"""Replies to the partnership's survey: weights, questions, and what people wrote unasked."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa

from wardwise.demo import truths_people as planted
from wardwise.demo.partners.blue_light import Files
from wardwise.demo.partners.crimes import HOME_DISTRICT
from wardwise.demo.partners.faults import Spoiler
from wardwise.demo.partners.happened import chosen, ward_names
from wardwise.demo.partners.text import csv_text, day_text, joined, picked, quoted, whole
from wardwise.demo.partners.words import MAIL, SURNAMES
from wardwise.demo.partners.world import World
from wardwise.demo.partners.worry import felt
from wardwise.demo.randomness import stream


FILE = "survey/Community safety survey 2026.csv"
REPLIES = 1_150
SAFE_AFTER_DARK = {
    "Very safe": 0.21,
    "Fairly safe": 0.38,
    "A bit unsafe": 0.25,
    "Very unsafe": 0.16,
}
QUESTIONS: Mapping[str, Mapping[str, float]] = {
    "Q1": SAFE_AFTER_DARK,
    "Q2": {"A very big problem": 6, "A fairly big problem": 16, "Not a very big problem": 46,
           "Not a problem at all": 32},
    "Q3": {"Yes": 17, "No": 81, "Prefer not to say": 2},
    "Q4": {"Anti-social behaviour": 31, "Burglary": 17, "Drugs": 16, "Violence": 15,
           "Speeding": 14, "Domestic abuse": 7},
}  # fmt: skip
BANDS = {"16-24": 9, "25-34": 13, "35-44": 16, "45-54": 18, "55-64": 19, "65 and over": 25}
GROUPS = {"White": 84, "Asian": 8, "Black": 4, "Mixed": 3, "Other": 1}
SEASON = 60  # days before the end, in which the replies came


def survey_file(world: World) -> Files:
    """The survey's export, and the faults planted in it."""
    random = stream(world.seed, "survey")
    people = world.country.people
    home = np.flatnonzero(world.made.land.district_of == HOME_DISTRICT)
    weight = people.residents[home] / people.residents[home].sum()
    last = np.datetime64(planted.LAST_DAY).astype(int)
    columns: dict[str, pa.Array] = {
        "Submitted": day_text(np.sort(last - random.integers(SEASON, size=REPLIES))),
        "Age": chosen(random, BANDS, REPLIES),
        "Sex": chosen(random, {"Female": 55, "Male": 43, "Prefer not to say": 2}, REPLIES),
        "Ethnic group": chosen(random, GROUPS, REPLIES),
        "Ward": quoted(ward_names(world, lsoa := random.choice(home, REPLIES, p=weight))),
        "Weight": pa.array(np.char.mod("%.3f", random.gamma(9, 1 / 9, REPLIES)).tolist()),
        **{name: chosen(random, answers, REPLIES) for name, answers in QUESTIONS.items()},
    }  # fmt: skip
    columns["Q1"] = felt(stream(world.seed, "worry"), world, lsoa, SAFE_AFTER_DARK)
    surname = picked(SURNAMES, random.integers(len(SURNAMES), size=REPLIES))
    number = whole(np.arange(REPLIES))
    columns["E-mail for the draw"] = joined("reply.", surname, number, f"@{MAIL}")
    columns["Comments"] = quoted(joined("My name is ", surname, " and I am fed up"))
    spoiler = Spoiler.of(FILE, "survey_replies", columns, random)
    spoiler.cells(columns, "Age", ["old enough", "200"], told=("age_band", "no age group"))
    spoiler.cells(columns, "Ward", ["Nowhere"], told=("ward", "unknown"))
    spoiler.cells(columns, "Q1", ["=1+1"], told=("Q1", "formula"))
    return {FILE: csv_text(columns).encode("utf-8-sig")}, spoiler.planted
