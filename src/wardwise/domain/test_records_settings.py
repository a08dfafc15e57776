"""Settings of records alone: the place by its name, small groups where rows are public."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from wardwise.domain.records_settings import RecordsSettings


FILE = {
    "dataset": "victims",
    "file": "victims.csv",
    "mapping": "made_up",
    "supplier": "A made-up force",
    "received_on": "2024-05-14",
}


def settings(**changed: Any) -> RecordsSettings:
    told = {"partnership": {"name": "St. Sample's Bay"}, "partner_files": [FILE], **changed}
    return RecordsSettings.model_validate(told)


def test_a_place_is_known_by_its_name_in_plain_letters() -> None:
    area = settings().partnership.area
    assert (area.code, area.name) == ("st-sample-s-bay", "St. Sample's Bay")


def test_no_group_is_too_small_to_print_where_everybody_can_read_the_rows() -> None:
    assert settings().as_shown.people.least_count == 5
    assert settings(published=True).as_shown.people.least_count == 1
    assert settings(published=True).people.least_count == 5


def test_a_paper_of_no_file_is_refused() -> None:
    with pytest.raises(ValidationError, match="partner_files"):
        settings(partner_files=[])
