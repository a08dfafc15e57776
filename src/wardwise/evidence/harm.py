"""What an offence of each group weighs, from the force's own mix of Home Office codes."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from wardwise.domain.errors import ReferenceDataError
from wardwise.domain.evidence import GroupWeight, HarmWeights, NotHeld, Place
from wardwise.domain.period import Period
from wardwise.evidence.same_force import as_written
from wardwise.evidence.tables import Tables, rows
from wardwise.measures.harm.category_weight import category_weight
from wardwise.reference.load import load_table, version


QUARTERS = 4
NEEDED = NotHeld("recorded crime by force, quarter and offence code", "the Home Office")


def harm_weights(tables: Tables, place: Place) -> HarmWeights | NotHeld:
    """Mean weights over the force's last four quarters held."""
    if "force_quarter" not in tables:
        return NEEDED
    table = tables["force_quarter"]
    frame = rows(table.filter(table.territorial))
    force = as_written(frame["force"].unique().tolist(), place.force.name)
    if force is None:
        return NEEDED
    ours = frame[frame["force"] == force]
    pairs = set(zip(ours["first_month"].astype(str), ours["last_month"].astype(str), strict=True))
    quarters = sorted(pairs)[-QUARTERS:]
    recent = frame[frame["first_month"].isin([first for first, _ in quarters])]
    by_code = code_weights()
    return HarmWeights(
        scheme="ONS severity weights",
        version=version("severity_weight").version,
        force=force,
        quarters=tuple(Period.parse(first, last) for first, last in quarters),
        police_uk=_weights(recent, force, _police_uk_groups(), by_code),
        official=_weights(recent, force, _official_groups(), by_code),
        by_code=by_code,
    )


def code_weights() -> dict[str, float]:
    """Home Office code → severity weight; a code that took over from another has its weight."""
    held = {
        str(row["offence_code"]): float(str(row["weight"]))
        for row in load_table("severity_weight").rows
    }
    for row in load_table("severity_successor").rows:
        if str(row["weight_of"]) in held:
            held.setdefault(str(row["offence_code"]), held[str(row["weight_of"])])
    return held


def _official_groups() -> dict[str, tuple[str, ...]]:
    """ONS headline offence → Home Office subgroups; a parent has those of its children."""
    offences = load_table("ons_headline_offence").rows
    own = {
        str(row["offence"]): tuple(
            part.strip() for part in str(row["home_office_subgroups"] or "").split(";") if part
        )
        for row in offences
    }
    for row in offences:
        name = str(row["offence"])
        if not own[name]:
            inside = [own[str(child["offence"])] for child in offences if child["parent"] == name]
            own[name] = tuple(subgroup for group in inside for subgroup in group)
    return own


def _police_uk_groups() -> dict[str, tuple[str, ...]]:
    """police.uk type → Home Office subgroups, through the headline offences."""
    official = _official_groups()
    found: dict[str, list[str]] = {}
    for row in load_table("ons_headline_offence").rows:
        if row["police_uk_offence"]:
            found.setdefault(str(row["police_uk_offence"]), []).extend(
                official[str(row["offence"])]
            )
    return {name: tuple(dict.fromkeys(subgroups)) for name, subgroups in found.items()}


def _weights(
    recent: pd.DataFrame,
    force: str,
    groups: Mapping[str, tuple[str, ...]],
    by_code: Mapping[str, float],
) -> dict[str, GroupWeight]:
    found = {}
    for name, subgroups in groups.items():
        part = recent[recent["offence_subgroup"].isin(subgroups)]
        if part.empty:
            continue
        try:
            found[name] = _weight(part, force, by_code)
        except ReferenceDataError:
            continue  # no code of the group has a weight: the group's harm is not known
    return found


def _weight(part: pd.DataFrame, force: str, by_code: Mapping[str, float]) -> GroupWeight:
    counts = part.pivot_table(
        index=["force", "first_month"], columns="offence_code", values="offences", aggfunc="sum"
    ).fillna(0.0)
    codes = tuple(str(code) for code in counts.columns)
    weight = category_weight(
        counts_by_code=counts.loc[force].to_numpy(),
        weights_by_code=[by_code.get(code) for code in codes],
        other_forces=counts.groupby("force").sum().to_numpy(dtype=np.float64),
    )
    return GroupWeight(
        value=weight.value,
        lower=weight.lower,
        upper=weight.upper,
        typical=weight.typical,
        coverage_percent=weight.coverage_percent,
        codes=codes,
    )
