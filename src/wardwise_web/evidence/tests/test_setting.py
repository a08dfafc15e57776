"""How the engine is set: read by its own reader, version by version, nothing overwritten."""

from __future__ import annotations

import pytest
import yaml

from wardwise_web.core.moves import MoveRefused
from wardwise_web.core.permissions.thing import Kind, Thing
from wardwise_web.evidence import runs
from wardwise_web.evidence.composed import folders_now, laid_over, settings_now
from wardwise_web.evidence.models import SettingsVersion
from wardwise_web.evidence.runs import EngineRefused
from wardwise_web.evidence.services import (
    Overtaken,
    commission_places,
    hand_in,
    point_at_folder,
    save_settings,
)
from wardwise_web.evidence.tests.files import upload
from wardwise_web.evidence.tests.test_datasets import TODAY


TEXT = """\
partnership: {code: E06999001, name: Exampleshire, force: Midshire}
evidence: {recorded_crime: police_uk}
places: {commissioned: [Kilnfield]}
"""


@pytest.fixture
def version(seats):
    return saved(seats)


def saved(seats, text=TEXT, based_on=0):
    return save_settings(
        partnership=seats.partnership,
        text=text,
        note="First",
        based_on=based_on,
        by=seats.actor("analyst"),
    )


def test_what_the_engine_cannot_read_is_not_kept_and_its_sentence_is_shown(sign_in, seats):
    answer = sign_in("analyst").post(
        "/p/exampleshire/evidence/settings/edit/",
        {"text": TEXT.replace("evidence:", "evidense:"), "note": "x", "based_on": "0"},
    )
    page = answer.content.decode()
    assert "this key is not known. Did you mean &#39;evidence&#39;?" in page
    assert not SettingsVersion.objects.exists()


def test_settings_of_another_place_are_refused(seats):
    with pytest.raises(EngineRefused, match="expected 'E06999001'"):
        saved(seats, TEXT.replace("E06999001", "E08000027"))


def test_two_people_edit_and_nothing_is_overwritten(sign_in, seats, version):
    saved(seats, TEXT + "seed: 7\n", based_on=1)
    answer = sign_in("analyst").post(
        "/p/exampleshire/evidence/settings/edit/",
        {"text": TEXT + "seed: 8\n", "note": "Mine", "based_on": "1"},
    )
    page = answer.content.decode()
    assert "saved version 2 while you were writing" in page
    assert "seed: 7" in page
    assert "seed: 8" in page
    assert [one.number for one in SettingsVersion.objects.all()] == [2, 1]


def test_a_version_that_was_overtaken_is_told_by_the_service(seats, version):
    saved(seats, based_on=1)
    with pytest.raises(Overtaken):
        saved(seats, based_on=1)


def test_the_terms_places_and_the_files_are_laid_over(seats, version, fires):
    cycle = Thing(Kind.CYCLE, seats.partnership.pk, 1)
    by = seats.actor("analyst")
    commission_places(
        partnership=seats.partnership, places=["Market and Minster"], cycle=cycle, by=by
    )
    hand_in(dataset=fires, upload=upload(), received_on=TODAY, by=by)
    found = yaml.safe_load(settings_now(seats.partnership))
    assert found["places"]["commissioned"] == ["Market and Minster"]
    (file,) = found["partner_files"]
    assert (file["dataset"], file["file"]) == ("fires", "fires/fires.csv")
    assert file["gateway"] == "s.17A"


def test_where_the_terms_say_nothing_the_text_stands():
    assert yaml.safe_load(laid_over(TEXT, places=None, files=[])) == yaml.safe_load(TEXT)


def test_a_folder_has_to_be_below_an_allowed_root(seats, settings, tmp_path):
    allowed, other = tmp_path / "open", tmp_path / "other"
    for folder in (allowed, other):
        (folder / "region" / "police_uk").mkdir(parents=True)
    (allowed / "way-out").symlink_to(other)
    settings.EVIDENCE_ROOTS = [str(allowed)]
    by = seats.actor("analyst")
    for path in (other / "region", allowed / "way-out" / "region", allowed / "missing", "region"):
        with pytest.raises(EngineRefused, match="not a folder that this server lets"):
            point_at_folder(partnership=seats.partnership, path=str(path), by=by)
    point_at_folder(partnership=seats.partnership, path=str(allowed / "region"), by=by)
    assert folders_now(seats.partnership) == [(allowed / "region").resolve()]
    with pytest.raises(MoveRefused, match="read already"):
        point_at_folder(partnership=seats.partnership, path=str(allowed / "region"), by=by)
    settings.EVIDENCE_ROOTS = []
    with pytest.raises(EngineRefused, match="no longer lets"):
        folders_now(seats.partnership)


@pytest.mark.parametrize(
    ("who", "status"), [("analyst", 200), ("manager", 403), ("board", 403), ("auditor", 404)]
)
def test_only_an_analyst_changes_the_settings(sign_in, seats, who, status):
    # who has no right to write to any build does not find the page at all
    found = sign_in(who).get("/p/exampleshire/evidence/settings/edit/").status_code
    assert found == (status if status == 200 else 404)


def test_a_first_version_begins_filled_in_from_the_geographies(sign_in, seats, settings, tmp_path):
    page = sign_in("analyst").get("/p/exampleshire/evidence/settings/edit/").content.decode()
    assert "force: }" in page  # no folder yet: headings alone
    asked = []

    def proposed(code, *, source, folders):
        asked.append((code, source, folders))
        return "# Filled in"

    (tmp_path / "area_counts").mkdir()
    settings.EVIDENCE_ROOTS = [str(tmp_path)]
    by = seats.actor("analyst")
    point_at_folder(partnership=seats.partnership, path=str(tmp_path), by=by)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runs, "new_partnership", proposed)
        page = sign_in("analyst").get("/p/exampleshire/evidence/settings/edit/").content.decode()
    assert "# Filled in" in page
    assert asked == [("E06999001", "area_counts", [tmp_path.resolve()])]
