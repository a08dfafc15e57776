"""The rule for Crime IDs that come more than once."""

from __future__ import annotations

from wardwise.sources.police_uk.repeats import judge_repeats


ID, OTHER = "1" * 64, "2" * 64


def fields(
    crime_id: str = ID,
    *,
    offence: str = "Burglary",
    lsoa: str = "E01017540",
    outcome: str = "Local resolution",
) -> list[str]:
    """A row of a street file."""
    force = "Sampleshire Police"
    place = ["-0.4", "51.8", "On or near High Street", lsoa, "Sampleton"]
    return [crime_id, "2023-05", force, force, *place, offence, outcome, ""]


def test_the_first_of_equal_records_is_used() -> None:
    judged = judge_repeats([(0, fields()), (7, fields()), (9, fields())])
    assert sorted(judged.set_aside) == [7, 9]
    assert judged.shared_ids == 0


def test_an_outcome_that_says_something_is_preferred() -> None:
    nothing = fields(outcome="Status update unavailable")
    assert sorted(judge_repeats([(0, nothing), (1, fields())]).set_aside) == [0]
    assert sorted(judge_repeats([(0, fields(outcome="")), (1, fields())]).set_aside) == [0]


def test_one_reference_for_two_offences_or_places_is_two_entries() -> None:
    rows = [(0, fields()), (1, fields(offence="Drugs")), (2, fields(lsoa="E01017541"))]
    judged = judge_repeats(rows)
    assert not judged.set_aside
    assert judged.shared_ids == 2  # three entries under one reference


def test_different_ids_and_no_ids_are_never_repeats() -> None:
    assert not judge_repeats([(0, fields()), (1, fields(OTHER))]).set_aside
    assert not judge_repeats([(0, fields("")), (1, fields(""))]).set_aside
