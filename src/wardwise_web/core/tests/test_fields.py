"""What a field says of what it cannot take."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from wardwise_web.core.forms.fields import AFile, Amount, OnDay, OneOf, Whole, Words


def test_a_day_is_read_from_its_three_boxes():
    assert OnDay(label="Due on").clean([" 27", "3 ", "2027"]) == datetime.date(2027, 3, 27)


@pytest.mark.parametrize(
    ("label", "typed", "told"),
    [
        ("Due on", ["31", "2", "2027"], "Due on must be a real date, for example 27 3 2027"),
        ("Due on", ["1", "May", "2027"], "Due on must be a real date, for example 27 3 2027"),
        ("Due on", ["27", "3", ""], "Due on must be a real date, for example 27 3 2027"),
        ("Due on", ["1", "1", "9" * 30], "Due on must be a real date, for example 27 3 2027"),
        ("Due on", ["27", "3", "27"], "Due on must have a year of four digits"),
        ("When was it received?", ["0", "3", "2027"], "The date must be a real date, for example"),
    ],
)
def test_what_is_no_day_is_told_in_a_sentence(label, typed, told):
    with pytest.raises(ValidationError) as refused:
        OnDay(label=label).clean(typed)
    (message,) = refused.value.messages
    assert message.startswith(told)


def test_an_empty_file_is_told_as_one():
    with pytest.raises(ValidationError, match="The selected file is empty"):
        AFile(label="The file").clean(SimpleUploadedFile("fires.csv", b""))


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        (Words(label="Source"), " ", "Fill in 'Source'"),
        (Words(label="Source", max_length=3), "long", "Source must be 3 characters or fewer"),
        (Whole(label="Quorum", min_value=2), "1", "Quorum must be 2 or more"),
        (Whole(label="Quorum"), "two", "Enter a whole number, such as 12"),
        (Amount(label="Share, %", max_value=100), "101", "Share, % must be 100 or less"),
        (Amount(label="Share, %"), "", "Fill in 'Share, %'"),
        (Amount(label="Score"), "nan", "Enter a number, such as 2.5"),
        (OneOf(label="Tier", choices=["ab"]), "", "Choose an answer to 'Tier'"),
        (OneOf(label="Tier", choices=["ab"]), "z", "Choose one of the answers of the list"),
        (Words(label="Why", error_messages={"required": "Enter why"}), "", "Enter why"),
    ],
)
def test_a_refusal_names_the_field(field, typed, told):
    with pytest.raises(ValidationError) as refused:
        field.clean(typed)
    assert refused.value.messages == [told]
