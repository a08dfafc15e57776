"""Exampleshire's initiatives: each planted truth is called what it is, and worked again."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from wardwise.cli import main
from wardwise.demo.initiatives import MOVED, NOTHING, PLANNED, WORKED
from wardwise.domain.errors import SettingsError
from wardwise.domain.figure import Figure
from wardwise.domain.nothing import NotKnown
from wardwise.evidence.recompute import recompute
from wardwise.evidence.tables import Tables, open_tables
from wardwise.figures.desk import Desk
from wardwise.figures.initiatives import Evaluated, Planned, initiatives
from wardwise.measures.effect.called import Effect
from wardwise.pipeline.card import card
from wardwise.pipeline.gather import Gatherer
from wardwise.pipeline.laid_out import laid_out
from wardwise.sources.cards import read_cards
from wardwise.sources.settings import read_settings
from wardwise.store.tidy import TidyStore


Judged = dict[str, Evaluated | Planned]


@pytest.fixture(scope="module")
def gathered(
    made: Path, read_store: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Desk, Tables]:
    """Exampleshire's desk and stored rows."""
    settings = read_settings(made / "exampleshire.yaml")
    store = TidyStore(read_store(tmp_path_factory.mktemp("initiatives") / "store"))
    rows = Gatherer(settings, [made / "data"], store, beside=made).gather(lambda _: None)
    return Desk(laid_out(settings, rows, store), settings), open_tables(rows.tables)


@pytest.fixture(scope="module")
def judged(gathered: tuple[Desk, Tables]) -> Judged:
    """By the name of the initiative."""
    return {one.initiative.name: one for one in initiatives(gathered[0])}


def effect_of(judged: Judged, name: str) -> Effect | None:
    one = judged[name]
    assert isinstance(one, Evaluated)
    return one.effects.called


def test_each_planted_truth_is_called_what_it_is(judged: Judged) -> None:
    assert effect_of(judged, WORKED.name) is Effect.REDUCED
    assert effect_of(judged, MOVED.name) is Effect.MOVED
    assert effect_of(judged, NOTHING) is Effect.RETURNED
    assert isinstance(judged[PLANNED.name], Planned)


def test_the_place_that_was_picked_falls_by_itself_as_far_as_it_stood_high(judged: Judged) -> None:
    one = judged[NOTHING]
    assert isinstance(one, Evaluated)
    # a difference of two years alone would have called it reduced
    assert one.effects.local.interval is not None
    assert one.effects.local.interval.upper < 0
    assert one.effects.height.number == pytest.approx(-one.effects.local.number, rel=0.2)


def test_the_planned_one_says_when_it_would_be_visible(judged: Judged) -> None:
    one = judged[PLANNED.name]
    assert isinstance(one, Planned)
    assert not isinstance(one.power, NotKnown)
    assert 6 < one.power.months.number < 36


def test_every_figure_is_worked_again_from_the_rows(
    judged: Judged, gathered: tuple[Desk, Tables]
) -> None:
    figures: list[Figure] = []
    for one in judged.values():
        if isinstance(one, Evaluated):
            told = (getattr(one.effects, field.name) for field in fields(one.effects))
            figures += [figure for figure in told if isinstance(figure, Figure)]
            figures += [end for line in one.lines for end in (line.before, line.after)]
        assert not isinstance(one.power, NotKnown)
        figures += [one.power.months, one.power.after_a_year, one.power.least_percent]
    known = [figure for figure in figures if figure.status == "known"]
    assert len(known) > 40
    assert len({figure.figure_id for figure in known}) == len(known)
    memo: dict[str, object] = {}
    for figure in known:
        assert figure.recipe is not None
        again = recompute(figure.recipe, gathered[1], memo)
        assert again == pytest.approx(figure.number, rel=1e-9, abs=1e-9), figure.detail


def test_harm_weights_are_worked_again_too(gathered: tuple[Desk, Tables]) -> None:
    desk, tables = gathered
    first, second = desk.settings.initiatives[1:3]
    both = second.model_copy(
        update={"offences": (*first.offences, *second.offences), "harm_weighted": True}
    )
    settings = desk.settings.model_copy(update={"initiatives": (both,)})
    (one,) = initiatives(replace(desk, settings=settings))
    assert isinstance(one, Evaluated)
    assert one.effects.local.unit == "severity points"
    assert one.effects.local.recipe is not None
    again = recompute(one.effects.local.recipe, tables)
    assert again == pytest.approx(one.effects.local.number)
    assert one.effects.cost is None  # pounds are for crimes, not for points


@pytest.fixture
def place(made: Path, tmp_path: Path, read_store: Callable[[Path], Path]) -> Path:
    """A folder with the settings alone, and the store."""
    shutil.copy(made / "exampleshire.yaml", tmp_path)
    read_store(tmp_path / "store")
    return tmp_path


def test_a_card_is_told_locked_and_never_written_over(
    made: Path, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = place / "exampleshire.yaml"
    common = ["--data", str(made / "data"), "--store", str(place / "store")]
    assert main(["card", str(settings), PLANNED.name, *common]) == 0
    assert "It is not locked: add --lock." in capsys.readouterr().out
    assert not (place / "cards").exists()
    for _ in range(2):
        assert main(["card", str(settings), PLANNED.name.upper(), *common, "--lock"]) == 0
    (kept,) = read_cards(place)
    assert kept.initiative == PLANNED.name
    assert f"hash {kept.sha256}" in capsys.readouterr().out
    power = json.loads((place / kept.file).read_text("utf-8"))["terms"]["power"]
    assert 0 < power["power_after_a_year"] < 1
    assert kept.terms["offences"] == [*PLANNED.offence.split(";")]


def test_a_card_is_not_locked_once_it_has_begun(made: Path, place: Path) -> None:
    with pytest.raises(SettingsError, match="it started on 2025-10-01, and a card is locked"):
        card(
            place / "exampleshire.yaml",
            name=WORKED.name,
            folders=[made / "data"],
            locked_on=datetime.date(2025, 10, 1),
        )
    with pytest.raises(SettingsError, match=f"Did you mean '{WORKED.name}'"):
        card(place / "exampleshire.yaml", name="Evening patrol", folders=[made / "data"])


def test_a_card_locked_in_time_is_found_again_by_the_evaluation(made: Path, place: Path) -> None:
    settings = place / "exampleshire.yaml"
    card(
        settings,
        name=WORKED.name,
        folders=[made / "data"],
        store=place / "store",
        locked_on=datetime.date(2025, 9, 4),
    )
    store = TidyStore(place / "store")
    read = read_settings(settings)
    rows = Gatherer(read, [made / "data"], store, beside=place).gather(lambda _: None)
    evidence = replace(laid_out(read, rows, store), cards=rows.cards)
    one = initiatives(Desk(evidence, read))[0]
    assert one.registered is not None
    assert one.registered.in_time
    assert one.registered.departs_in == ()
