"""Pages of figures: found, opened, compared, mapped; never beyond the reader's clearance."""

from __future__ import annotations

import json

import geopandas
import pytest
from shapely.geometry import box

from wardwise_web.assessments.selectors.figures import not_wards
from wardwise_web.core.audit.models import AuditEvent
from wardwise_web.evidence.manifest import read_manifest
from wardwise_web.evidence.models import Build
from wardwise_web.evidence.services import ask_for_build, begin_build, end_build
from wardwise_web.evidence.tests.made_run import figure, write_run


CLOSED = figure("F-BBBBBBBB", marking="OFFICIAL-SENSITIVE", offence="Knife crime", value=7)


@pytest.fixture
def build(seats):
    return made_build(seats, [figure(), CLOSED])


def made_build(seats, figures, **differs):
    build = ask_for_build(
        partnership=seats.partnership, settings_yaml="", by=seats.actor("analyst")
    )
    begin_build(build=build)
    write_run(build.folder, figures, **differs)
    areas = geopandas.GeoDataFrame(
        {
            "code": ["E05000001", "E05000002"],
            "name": ["Kilnfield", "Market"],
            "residents": [1000, 500],
            "offences": [40.0, 90.0],
            "rate_per_1000_residents": [40.0, 180.0],
            "lower": [30.0, 150.0],
            "upper": [52.0, 215.0],
            "figure_id": ["F-AAAAAAAA", ""],
            "period_start": ["2025-10", "2025-10"],
            "period_end": ["2026-09", "2026-09"],
        },
        geometry=[box(400000, 300000, 401000, 301000), box(401000, 300000, 402000, 301000)],
        crs=27700,
    )
    areas.to_file(build.folder / "results.gpkg", layer="ward")
    end_build(build=build, told="Done", manifest=read_manifest(build.folder))
    build.refresh_from_db()
    return build


def address(build, rest):
    return f"/p/exampleshire/builds/{build.pk}/{rest}"


def test_a_figure_opens_with_all_that_is_known_of_it(build, sign_in):
    page = sign_in("board").get(address(build, "figures/F-AAAAAAAA/")).content.decode()
    for told in (
        "412",
        "interval 373 to 454",
        "October 2025 to September 2026",
        "Count, with a Byar interval",
        "police.uk street-level records",
        "run 0123456789".removeprefix("run "),
        "counted in the stored rows (source police.uk street-level records)",
        "police_uk/2026-09.csv",
    ):
        assert told in page, told


def test_what_is_beyond_the_clearance_is_not_found_counted_or_exported(build, seats, sign_in):
    from wardwise_web.people.services import clear_person

    clear_person(
        person=seats.people["manager"],
        partnership=seats.partnership,
        marking="OFFICIAL",
        compartments=(),
        by=seats.actor("administrator"),
    )
    manager = sign_in("manager")
    assert manager.get(address(build, "figures/F-BBBBBBBB/")).status_code == 404
    assert "1 figures" in manager.get(address(build, "figures/")).content.decode()
    assert "Knife" not in manager.get(address(build, "figures/")).content.decode()
    left = manager.get(address(build, "figures/?form=csv")).content.decode("utf-8-sig")
    assert "Knife" not in left
    assert "Knife" in sign_in("analyst").get(address(build, "figures/")).content.decode()


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("", {"F-AAAAAAAA", "F-BBBBBBBB"}),
        ("?words=knife", {"F-BBBBBBBB"}),
        ("?words=f-aaaaaaaa", {"F-AAAAAAAA"}),
        ("?words=offences+exampleshire", {"F-AAAAAAAA", "F-BBBBBBBB"}),
        ("?offence=Burglary", {"F-AAAAAAAA"}),
        ("?words=nothing+like+it", set()),
    ],
)
def test_the_list_is_sifted(build, sign_in, query, rows):
    page = sign_in("analyst").get(address(build, f"figures/{query}")).content.decode()
    assert {one for one in ("F-AAAAAAAA", "F-BBBBBBBB") if f">{one}</a>" in page} == rows


def test_an_export_holds_the_same_rows_as_the_screen_and_is_remembered(build, sign_in):
    analyst, before = sign_in("analyst"), AuditEvent.objects.count()
    left = analyst.get(address(build, "figures/?words=knife&form=csv")).content.decode("utf-8-sig")
    assert len(left.splitlines()) == 3  # watermark, headings, one row
    assert AuditEvent.objects.filter(sequence__gt=before, event="list.exported").count() == 1
    assert sign_in("board").get(address(build, "figures/?form=csv")).status_code == 403


def test_two_builds_side_by_side(build, seats, sign_in):
    later = made_build(
        seats,
        [figure(value=500), CLOSED],
        files=[{"path": "police_uk/2026-09.csv", "sha256": "e" * 64, "bytes": 1}],
    )
    page = sign_in("board").get(address(later, "compare/")).content.decode()
    assert "1 figure moved; 1 as they were" in page
    assert "police_uk/2026-09.csv: changed" in page
    first = sign_in("board").get(address(build, "compare/")).content.decode()
    assert "There is nothing to compare with yet" in first


def test_what_moved_leaves_under_the_higher_marking_of_the_two(build, seats, sign_in):
    later = made_build(seats, [figure(value=500)])
    Build.objects.filter(pk=later.pk).update(marking="OFFICIAL")
    Build.objects.filter(pk=build.pk).update(marking="OFFICIAL-SENSITIVE")
    left = sign_in("analyst").get(address(later, "compare/?form=csv")).content.decode()
    assert "OFFICIAL-SENSITIVE" in left.splitlines()[0]


def test_the_map_has_its_table_and_its_layer_is_in_degrees(build, sign_in):
    board = sign_in("board")
    page = board.get(address(build, "map/")).content.decode()
    assert page.index("Market") < page.index("Kilnfield")  # the highest rate first
    layer = json.loads(board.get(address(build, "map/ward.json")).content)
    assert layer["features"][0]["properties"]["name"] == "Kilnfield"
    longitude, latitude = layer["features"][0]["geometry"]["coordinates"][0][0]
    assert (-3 < longitude < -1, 52 < latitude < 53) == (True, True)
    assert board.get(address(build, "map/density.json")).status_code == 404
    assert board.get(address(build, "map/?layer=other")).status_code == 404


def test_a_build_that_has_not_ended_has_no_figures(seats, sign_in):
    build = ask_for_build(
        partnership=seats.partnership, settings_yaml="", by=seats.actor("analyst")
    )
    for rest in ("figures/", "figures/F-AAAAAAAA/", "compare/", "map/", "map/ward.json"):
        assert sign_in("analyst").get(address(build, rest)).status_code == 404


def test_only_wards_of_the_build_are_places_to_profile(seats):
    place = seats.partnership
    assert not_wards(place, ["Kilnfeild"]) == []  # nothing is built: nobody can say
    made_build(seats, [figure(), figure("F-WARD", area_code="E05000001", area_name="Kilnfield")])
    assert not_wards(place, ["Kilnfield", "E05000001", "Kilnfeild"]) == ["Kilnfeild"]
