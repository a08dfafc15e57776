"""What every room does alike is written once."""

from __future__ import annotations

from pathlib import Path


ROOMS = Path(__file__).parents[2]


def test_a_list_leaves_by_one_macro():
    by_hand = [
        path.name
        for path in ROOMS.rglob("jinja2/**/*.html")
        if "form=csv" in path.read_text("utf-8")
    ]
    assert by_hand == ["tables.html"]
