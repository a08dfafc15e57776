"""Every paper sets a source alike."""

from __future__ import annotations

import pytest

from wardwise.render.source_line import set_source


@pytest.mark.parametrize("given", ["Census 2021", "Census 2021.", "Source: Census 2021."])
def test_the_word_and_the_full_stop_come_once(given: str) -> None:
    assert set_source(given) == "Source: Census 2021."


def test_nothing_is_set_where_no_source_is_given() -> None:
    assert set_source("") == ""
