"""threats.json: the long list that the partners score again, as its page promises it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from wardwise.threats.scoring import risk_score


pytestmark = pytest.mark.slow
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "threats_json.md"


@pytest.fixture(scope="module")
def threats(built: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((built / "threats.json").read_text("utf-8"))
    return found


def test_its_hash_is_in_the_manifest(built: Path) -> None:
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    content = (built / "threats.json").read_bytes()
    assert manifest["outputs"]["threats.json"] == hashlib.sha256(content).hexdigest()


def test_every_figure_that_it_names_is_printed_with_the_same_value(
    built: Path, threats: dict[str, Any]
) -> None:
    known = {one["figure_id"]: one for one in json.loads((built / "findings.json").read_text())}
    named = 0
    for candidate in threats["candidates"]:
        for name, figure_id in candidate["figures"].items():
            figure = known[figure_id]
            if name in ("risk", "harm", "likelihood"):
                assert figure["value"] == candidate[name]
            if name == "volume" and candidate["kind"] == "offence":
                assert figure["value"] == candidate["volume"]["value"]
            named += 1
        for score in candidate["scores"]:
            assert set(score["figure_ids"]) <= set(known)
    assert named > 100


def test_each_risk_follows_from_the_scores_and_weights_beside_it(threats: dict[str, Any]) -> None:
    sides = {one["factor"]: one["side"] for one in threats["factors"]}
    weights = {one["factor"]: one["weight"] for one in threats["factors"]}
    ranked = [one for one in threats["candidates"] if one["risk"] is not None]
    for candidate in ranked:
        scores = {one["factor"]: one["score"] for one in candidate["scores"]}
        made = risk_score(
            harm={name: one for name, one in scores.items() if sides[name] == "harm"},
            likelihood={name: one for name, one in scores.items() if sides[name] != "harm"},
            weights=weights,
        )
        assert candidate["risk"] == pytest.approx(made.value)
        assert candidate["risk_lower"] <= candidate["risk"] <= candidate["risk_upper"]
    assert len(ranked) >= 20


def test_what_nobody_counts_is_not_known_and_never_nought(threats: dict[str, Any]) -> None:
    unseen = [one for one in threats["candidates"] if not one["counted"]]
    assert unseen
    for candidate in unseen:
        assert candidate["rank"] is None
        assert candidate["risk"] is None
        assert candidate["volume"]["value"] is None
        assert candidate["volume"]["reason"]
        assert candidate["data_needed"]


def test_the_page_describes_every_field_and_no_other(threats: dict[str, Any]) -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.M))
    candidate = threats["candidates"][0]
    held = {
        *threats,
        *threats["factors"][0],
        *candidate,
        *candidate["scores"][0],
        *candidate["volume"],
        *candidate["confidence"],
    }
    assert described == held
