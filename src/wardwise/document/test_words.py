"""How numbers and changes are written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardwise.document.blocks import (
    Bullets,
    Column,
    Finding,
    Headline,
    Note,
    NoteKind,
    Paragraph,
    Recommendation,
    Table,
)
from wardwise.document.phrases import changed, limits, listed, verdict_cell, verdict_of, why_not
from wardwise.document.pictures import Bar, Bars
from wardwise.document.section import Document, Section
from wardwise.document.sources import NAMES, source_line
from wardwise.document.text import Link, Number, Strong, Text, join, say
from wardwise.document.words import (
    between,
    decimal,
    ordinal,
    percent,
    signed_percent,
    whole,
)
from wardwise.domain.area import Area, AreaKind
from wardwise.domain.figure import Comparison, Figure, Unit
from wardwise.domain.interval import Interval
from wardwise.domain.nothing import NotKnown, Withheld
from wardwise.domain.period import Period
from wardwise.domain.verdict import Verdict
from wardwise.reference.load import load_table


PERIOD = Period.parse("2024-01", "2024-12")
COUNT = Figure(
    measure="offences",
    offence=None,
    area=Area("E06999991", "Sampleton", AreaKind.DISTRICT),
    period=PERIOD,
    value=2860,
    unit=Unit.OFFENCES,
    sources=("police_uk",),
    interval=Interval(2756.6, 2966.9, 0.95, "Byar"),
)


def change(verdict: Verdict, value: float | NotKnown = 12.3) -> Figure:
    """A change with that word, between 8.1% and 16.7%."""
    comparison = Comparison(100, PERIOD.earlier(), value, 8.1, 16.7, verdict)
    return replace(
        COUNT,
        measure="change_percent",
        value=value,
        interval=Interval(8.1, 16.7, 0.95, "log ratio"),
        comparison=comparison,
    )


def test_numbers_are_written_with_their_unit_and_sign() -> None:
    assert whole(COUNT).text == "2,860"
    assert decimal(replace(COUNT, value=76.84)).text == "76.8"
    assert percent(replace(COUNT, value=49.04)).text == "49.0%"
    assert signed_percent(replace(COUNT, value=3.0)).text == "+3.0%"
    assert signed_percent(replace(COUNT, value=-3.0)).text == "\u22123.0%"
    assert signed_percent(replace(COUNT, value=0.04)).text == "0.0%"
    assert signed_percent(replace(COUNT, value=-0.04)).text == "0.0%"
    assert between(COUNT) == "2,757 to 2,967"
    assert between(COUNT, 1, "%") == "2,756.6% to 2,966.9%"
    assert between(replace(COUNT, interval=None)) == "–"


@pytest.mark.parametrize("write", [whole, decimal, percent, signed_percent])
def test_what_is_not_known_or_withheld_has_a_symbol_and_never_a_number(write: object) -> None:
    assert callable(write)
    assert write(replace(COUNT, value=NotKnown("x"))).text.startswith("[x]")
    assert write(replace(COUNT, value=Withheld("x"))).text.startswith("[c]")


def test_ordinals() -> None:
    said = {n: ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 102, 111)}
    assert " ".join(said.values()) == "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 111th"


def test_a_change_is_said_only_as_its_test_allows() -> None:
    assert str(changed(change(Verdict.ROSE))).startswith("rose by 12.3% on the year before")
    assert str(changed(change(Verdict.FELL, -12.3))).startswith("fell by 12.3%")
    still = str(changed(change(Verdict.NO_CLEAR_CHANGE)))
    assert still.startswith("showed no clear change on the year before (+12.3%")
    gone = change(Verdict.NOT_COMPARABLE, NotKnown("the system changed"))
    assert str(changed(gone)) == "cannot be compared with the year before (the system changed)"
    # from nought there is a rise and no percentage
    new = str(changed(change(Verdict.ROSE, NotKnown("there was none before"))))
    assert new.startswith("rose by an amount that has no percentage")


def test_an_arrow_never_stands_without_its_word() -> None:
    assert verdict_cell(change(Verdict.ROSE)) == "▲ rose"
    assert verdict_cell(change(Verdict.NO_CLEAR_CHANGE)) == "no clear change"
    assert verdict_of(COUNT) is Verdict.NOT_COMPARABLE


def test_limits_carry_their_sign() -> None:
    figure = replace(COUNT, interval=Interval(-5.94, 0.13, 0.95, "x"))
    assert limits(figure) == "\u22125.9% to +0.1%"
    assert limits(replace(COUNT, interval=Interval(-0.01, 0.01, 0.95, "x"))) == "0.0% to 0.0%"
    assert limits(replace(COUNT, interval=None)) == "–"


def test_a_limit_without_end_is_not_printed_to_a_digit() -> None:
    # one offence after none to speak of: the upper limit is of no use to anybody
    figure = replace(COUNT, interval=Interval(-10.5, 31_767.7, 0.998, "exact"))
    assert limits(figure) == "\u221210.5% to over +1,000%"
    assert limits(replace(COUNT, interval=Interval(1.0, 1000.0, 0.95, "x"))) == "+1.0% to +1,000.0%"


def test_names_are_listed_and_reasons_given() -> None:
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert listed(("a", "b"), last="or") == "a or b"
    assert why_not(replace(COUNT, value=NotKnown("no source"))) == "no source"
    assert why_not(COUNT) == "[x]"


def test_a_sentence_keeps_the_figures_that_it_prints() -> None:
    text = say("{n} in {where}, {see}.", n=whole(COUNT), where=Strong("Sampleton"), see="here")
    assert str(text) == "2,860 in Sampleton, here."
    assert text.figures == (COUNT,)
    more = text + " More." + say("{link}", link=Link("Below", "below"))
    assert str(more) == "2,860 in Sampleton, here. More.Below"
    assert str(join([text, text], "; ")).count("2,860") == 2
    assert join([]) == Text(())


def test_every_block_knows_the_figures_that_it_prints() -> None:
    number = whole(COUNT)
    text = say("{n}", n=number)
    table = Table(
        "t",
        "A table",
        (Column("a"), Column("b"), Column("c")),
        (("x", number, text),),
        notes=(text,),
    )
    assert len(table.figures) == 3
    blocks = (
        Paragraph(text),
        Bullets((text, text)),
        Note(NoteKind.CAUTION, text),
        Headline(((number, text),)),
        table,
        Finding("K-1", text, (number,), "high", "", ""),
        Recommendation(text, ("K-1",)),
        Bars("p", "", "", "", "", table, bars=(Bar("x", 1.0),), unit="%"),
        Bars("q", "", "", "", "", None, bars=(), unit="%"),
    )
    assert [len(block.figures) for block in blocks] == [1, 2, 1, 2, 3, 2, 1, 3, 0]
    inner = Section("Inner", "inner", (Paragraph(text),))
    section = Section("Outer", "outer", blocks, (inner,))
    assert len(section.figures) == 16
    paper = Document("summary", "t", "p", "s", "2024", "OFFICIAL", "r", "", (section,))
    assert [one.anchor for one in paper.walk()] == ["outer", "inner"]


def test_a_row_that_does_not_fit_its_table_is_a_fault() -> None:
    with pytest.raises(ValueError, match="a row of 1 cells under 2 columns"):
        Table("t", "", (Column("a"), Column("b")), (("x",),))


def test_advice_without_a_finding_is_an_opinion() -> None:
    with pytest.raises(ValueError, match="opinion"):
        Recommendation(say("Do it."), ())


def test_a_source_is_named_as_it_is_published() -> None:
    assert source_line("census_2021") == "Office for National Statistics, Census 2021"
    assert source_line("police_uk", PERIOD).endswith(", 2024")
    assert source_line("a new one") == "a new one"
    assert Number("1", COUNT).figure is COUNT


def test_every_dataset_of_a_partner_has_a_name_of_its_own() -> None:
    known = [f"partner:{row['dataset']}" for row in load_table("partner_datasets").rows]
    assert len(known) == 23
    assert [source for source in known if source not in NAMES] == []
    assert len(set(NAMES.values())) == len(NAMES)
