"""Faults that a run meets before or beside its files: what is said and the exit code."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from tests.bad_input.case import Case, Make
from tests.sample_folder import SAMPLETON, sample_folder
from tests.tidy_force import desk_of, settings, stored, tidy_tables
from wardwise.domain.card import card_text, lock_card
from wardwise.evidence.comparators import comparators
from wardwise.evidence.place import place
from wardwise.figures.threats import threats_found
from wardwise.pipeline.inputs import folders_read, input_files
from wardwise.pipeline.new_partnership import write_settings
from wardwise.pipeline.out_folder import check_out
from wardwise.sources.cards import read_cards
from wardwise.sources.geography import read_geography
from wardwise.sources.tidy import tidy_rows


PARTNERSHIP = {"code": SAMPLETON, "name": "Sampleton", "force": "Sampleshire"}


def _placed(commissioned: tuple[str, ...] = (), **partnership: str) -> Make:
    """The partnership of those settings laid over the made-up lookups."""

    def make(path: Path) -> Callable[[], object]:
        lsoas: pd.DataFrame = read_geography([sample_folder(path)]).tables["lsoa"].to_pandas()
        chosen = settings(
            partnership=PARTNERSHIP | partnership, places={"commissioned": commissioned}
        )
        return partial(place, lsoas, chosen, {})

    return make


def _card(change: tuple[str, str]) -> Make:
    """A card that was locked, and then written otherwise."""

    def make(path: Path) -> Callable[[], object]:
        locked = lock_card(
            file="",
            initiative="New locks",
            locked_on=datetime.date(2025, 9, 4),
            terms={"start": "2025-10-01"},
        )
        (path / "cards").mkdir()
        kept = path / "cards" / "new-locks.json"
        kept.write_text(card_text(locked).replace(*change), "utf-8")
        return partial(read_cards, path)

    return make


def _similar(*codes: str) -> Make:
    """The partnership beside an official list."""
    listed = {"codes": codes, "source": "Home Office", "date": "2024-02-01"}

    def make(path: Path) -> Callable[[], object]:
        tables = stored(path)
        chosen = settings(comparators={"most_similar": listed})
        where = place(tables["lsoa"].to_pandas(), chosen, {})
        return partial(comparators, tables, where, chosen)

    return make


def _held(*districts: str) -> Make:
    """Counts of which those districts' months are held, and no others."""

    def make(path: Path) -> Callable[[], object]:
        tables = tidy_tables()
        rows = [
            row | {"held": row["district_code"] in districts}
            for row in tables["area_month_held"].to_pylist()
        ]
        opened = stored(path, tables | {"area_month_held": tidy_rows("area_month_held", rows)})
        return lambda: desk_of(opened).latest

    return make


def _year_ends(month: str) -> Make:
    def make(path: Path) -> Callable[[], object]:
        opened = stored(path)
        return lambda: desk_of(opened, period={"year_ends": month}).latest

    return make


def _override(candidate: str) -> Make:
    decided = {"candidate": candidate, "propose": True, "reason": "The board asked for it."}

    def make(path: Path) -> Callable[[], object]:
        desk = desk_of(stored(path), priorities={"overrides": [decided]})
        return lambda: threats_found(desk)

    return make


def _weight(factor: str) -> Make:
    def make(path: Path) -> Callable[[], object]:
        desk = desk_of(stored(path), threat={"draws": 100, "weights": {factor: 3}})
        return lambda: threats_found(desk)

    return make


def _linked(target: str, name: str = "2023-05") -> Make:
    def make(path: Path) -> Callable[[], object]:
        (path / "police_uk").mkdir()
        (path / "police_uk" / name).symlink_to(target)
        return partial(input_files, "police_uk", [path])

    return make


def _out(name: str, *, holds: str | None = None) -> Make:
    """Documents asked for in that folder, which may hold a file already."""

    def make(path: Path) -> Callable[[], object]:
        data, out = path / "data", path / name
        if holds is not None:
            (out / holds).parent.mkdir(parents=True)
            (out / holds).write_text("mine", "utf-8")
        return partial(check_out, out, kept=[data], read=folders_read([data]))

    return make


def _out_is_a_file(path: Path) -> Callable[[], object]:
    (path / "report").write_text("mine", "utf-8")
    return partial(check_out, path / "report")


def _written_to(name: str) -> Make:
    def make(path: Path) -> Callable[[], object]:
        folder = sample_folder(path)
        (path / "ours.yaml").touch()
        return partial(
            write_settings, SAMPLETON, source="police_uk", folders=[folder], to=path / name
        )

    return make


CASES: list[Case] = [
    (
        "the partnership's code is of no partnership",
        _placed(code="E06999990"),
        11,
        ("partnership.code", "E06999990 is neither a district nor"),
    ),
    (
        "the partnership's code is a ward's",
        _placed(code="E05999991"),
        11,
        ("partnership.code", "E05999991 is neither a district nor"),
    ),
    (
        "the partnership bears another one's name",
        _placed(name="Otherham"),
        11,
        ("partnership.name", "found 'Otherham', which is E06999992", "(Sampleton)"),
    ),
    (
        "the partnership's force is another",
        _placed(force="Othershire"),
        11,
        ("partnership.force", "found 'Othershire', expected 'Sampleshire'"),
    ),
    (
        "a commissioned ward is in another district",
        _placed(("Northside",)),
        11,
        ("places.commissioned", "'Northside' is not a ward", "Eastgate (E05999991)"),
    ),
    (
        "a commissioned ward is there by name and by code",
        _placed(("Eastgate", "E05999991")),
        13,
        ("places.commissioned", "'E05999991' (E05999991) is there twice"),
    ),
    (
        "a similar partnership is the partnership itself",
        _similar("E22999991", "E22999992"),
        13,
        ("comparators.most_similar", "E22999991 is the partnership itself"),
    ),
    (
        "a similar partnership is a district",
        _similar("E06999992"),
        11,
        ("comparators.most_similar", "E06999992 is not a community safety partnership"),
    ),
    (
        "the archive is of a force that the lookups do not hold",
        _held(),
        16,
        ("police_uk", "no month of any district", "another force"),
    ),
    (
        "the archive is of another force",
        _held("E07999994"),
        16,
        ("police_uk", "no month that it holds for the whole of Sampleton"),
    ),
    (
        "the year ends before the data begin",
        _year_ends("2019-03"),
        16,
        ("police_uk", "expected April 2018 to March 2019", "period.year_ends"),
    ),
    (
        "the year ends after the data end",
        _year_ends("2031-03"),
        16,
        ("police_uk", "expected April 2030 to March 2031", "period.year_ends"),
    ),
    (
        "a decision is about a candidate that there is not",
        _override("Robery"),
        13,
        ("priorities.overrides", "found 'Robery'", "Did you mean 'Robbery"),
    ),
    (
        "a weight is given to a factor that is not scored",
        _weight("physicl"),
        13,
        ("threat.weights.physicl", "Did you mean 'physical'?"),
    ),
    (
        "a month's folder is a link that leads round in a circle",
        _linked("../police_uk"),
        16,
        ("police_uk/2023-05", "a link to a folder or to nothing"),
    ),
    (
        "a street file is a link that leads nowhere",
        _linked("gone.csv", name="2023-05-sampleshire-street.csv"),
        16,
        ("police_uk/2023-05-sampleshire-street.csv", "a link to a folder or to nothing"),
    ),
    (
        "the documents' folder is a file",
        _out_is_a_file,
        19,
        ("report: it is a file", "--out"),
    ),
    (
        "the documents' folder holds a person's own file",
        _out("out", holds="my notes.docx"),
        19,
        ("it holds 'my notes.docx', which no run of this tool wrote",),
    ),
    (
        "the documents' folder lies among the evidence",
        _out("data/context/out"),
        19,
        ("it lies in context, where the next run would read it as evidence",),
    ),
    (
        "the documents' folder holds the data",
        _out("data"),
        19,
        ("it is or holds data, which the run reads",),
    ),
    (
        "a card of an initiative was changed after it was locked",
        _card(("2025-10-01", "2025-12-01")),
        25,
        ("cards/new-locks.json", "somebody has changed it", "'wardwise card'"),
    ),
    (
        "a card of an initiative is none",
        _card(('"terms"', '"words"')),
        25,
        ("cards/new-locks.json", "cannot be read as a card"),
    ),
    (
        "new settings would be written over old ones",
        _written_to("ours.yaml"),
        13,
        ("--to: ours.yaml is there already",),
    ),
    (
        "new settings are to go into a folder that is not there",
        _written_to("new/ours.yaml"),
        13,
        ("--to: ours.yaml cannot be written", "Make its folder first"),
    ),
]
