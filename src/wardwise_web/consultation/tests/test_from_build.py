"""Residents for weighting, taken from the build in use."""

from __future__ import annotations

import pytest

from wardwise_web.consultation.models import Property, PropertyGroup
from wardwise_web.consultation.selectors.from_build import residents_of_build
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.tests.made_run import figure, write_run


def row(figure_id, measure, value, **more):
    given = {"detail": "", "offence": None, "period_start": "2021-03", "period_end": "2021-03"}
    return figure(figure_id, measure=measure, value=value, unit="people", **(given | more))


@pytest.fixture
def built(asked):
    """A build that prints residents as the engine does."""
    build = Build.objects.create(partnership=asked.partnership, settings_yaml="", run="0123456789")
    write_run(
        build.folder,
        [
            row("F-WHOLE", "residents", 210_000),
            row("F-WARD", "residents", 11_084, area_code="E05999001", area_name="Kilnfield"),
            row("F-OLD", "people_of_age", 32_458, detail="Aged 65 and over"),
            row("F-WOMEN", "people_of_sex", 107_099, detail="Female"),
            row("F-SECRET", "people_of_age", 9, detail="Aged 0 to 15", marking="SECRET"),
            row("F-NONE", "people_of_age", None, detail="Aged 16 to 64", status="not_known"),
        ],
    )
    asked.partnership.cycles.update(build=build)
    return asked


def asks(survey, *names):
    about = Property.objects.create(survey=survey, name="Asked", column="X", weighs=False)
    for name in names:
        PropertyGroup.objects.create(property=about, name=name)
    return about


def found(seats, about):
    made = residents_of_build(about, partnership=seats.partnership, actor=seats.actor("analyst"))
    return None if made is None else [(one.residents, one.figure_id) for one in made.groups]


# groups as a survey names them, and what the build says of each
CASES = [
    (("65 and over", "16 to 24"), [(32_458, "F-OLD"), (None, "")]),
    (("Kilnfield", "Elsewhere"), [(11_084, "F-WARD"), (None, "")]),
    (("female", "male"), [(107_099, "F-WOMEN"), (102_901, "F-WHOLE less F-WOMEN")]),
    (("Female", "Male", "Other"), [(107_099, "F-WOMEN"), (None, ""), (None, "")]),
    (("0 to 15", "16 to 64"), None),  # marked higher than the reader may see, and not known
    (("Cats", "Dogs"), None),
]


@pytest.mark.parametrize(("names", "expected"), CASES)
def test_groups_are_found_by_the_build_s_names(built, survey, names, expected):
    assert found(built, asks(survey, *names)) == expected


def test_without_a_build_nothing_is_taken(asked, survey):
    asked.partnership.cycles.update(build=None)
    assert found(asked, asks(survey, "Female", "Male")) is None


def test_the_page_is_filled_and_saves_nothing_by_itself(sign_in, built, planned):
    about = asks(planned, "Female", "Male")
    address = f"/p/exampleshire/consultation/surveys/{planned.pk}/people/{about.pk}/"
    client = sign_in("analyst")
    page = client.get(f"{address}?from=build").content.decode()
    assert "Male | 102,901" in page
    assert "residents of all ages, March 2021: F-WOMEN, F-WHOLE less F-WOMEN" in page
    assert about.groups.first().residents is None
    groups = "Female | 107,099\nMale | 102,901"
    client.post(f"{address}?from=build", {"groups": groups, "source": "Run 0", "weighs": "yes"})
    assert [one.residents for one in about.groups.all()] == [107_099, 102_901]
    about.refresh_from_db()
    assert (about.weighs, about.source) == (True, "Run 0")


def test_what_the_build_does_not_hold_is_said(sign_in, built, planned):
    about = asks(planned, "Cats", "Dogs")
    address = f"/p/exampleshire/consultation/surveys/{planned.pk}/people/{about.pk}/?from=build"
    assert "residents for none of these groups" in sign_in("analyst").get(address).content.decode()
