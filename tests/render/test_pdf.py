"""The PDF: built to PDF/UA-1, the same bytes twice, nothing over the edge."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from wardwise.document.blocks import Align, Column, Table
from wardwise.document.section import Section
from wardwise.document.text import Link, Text, say
from wardwise.render.pdf import write_pdf
from wardwise.render.pdf.row_headers import elements


MARGIN_POINTS = 24.5 * 72 / 25.4  # 25 mm, less a hair for rounding


def tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} (poppler) is not installed")
    return found


def text_of(path: Path) -> str:
    run = subprocess.run([tool("pdftotext"), "-layout", path, "-"], capture_output=True, check=True)
    return run.stdout.decode()


def test_the_assessment_keeps_every_rule(pdf, pdf_rules):
    assert pdf_rules.breaches(pdf) == []


def test_the_summary_keeps_every_rule(sample, pdf_rules, tmp_path):
    write_pdf(sample.sample_document("summary"), tmp_path / "s.pdf", draw=sample.draw_stub)
    assert pdf_rules.breaches(tmp_path / "s.pdf") == []


def test_the_same_paper_gives_the_same_bytes(sample, paper, pdf, tmp_path):
    write_pdf(paper, tmp_path / "again.pdf", draw=sample.draw_stub)
    assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()


def test_tables_and_pictures_are_tagged_once_each(pdf):
    with pikepdf.open(pdf) as opened:
        kinds = [str(element.S) for element in elements(opened)]
    # Table 1 to 3; the fourth is for the workbook. Four pictures, in four places
    assert (kinds.count("/Table"), kinds.count("/Figure")) == (3, 4)


def test_every_row_is_headed_by_its_first_cell(pdf):
    with pikepdf.open(pdf) as opened:
        bodies = [e for e in elements(opened) if e.S == "/TBody"]
        firsts = [row.K[0].S for body in bodies for row in body.K]
        assert set(firsts) == {"/TH"}
        # 6 offence groups, 6 rows by month, 40 wards
        assert len(firsts) == 6 + 6 + 40


def test_headings_are_bookmarks(pdf, paper):
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        top = [item.title for item in outline.root]
    assert top == [section.title for section in paper.sections]


def test_marking_run_and_page_stand_on_every_page(pdf, paper):
    pages = text_of(pdf).rstrip("\f").split("\f")
    for n, page in enumerate(pages, start=1):
        assert page.count(paper.marking) == 2
        assert f"Page {n} of {len(pages)}" in page
        assert f"Run {paper.run}" in page
        assert paper.partnership in page


def test_every_table_printed_holds_its_words_and_explains_its_shorthand(pdf):
    text = re.sub(r"\s+", " ", text_of(pdf))
    assert "[c] withheld to protect people: fewer than three households." in text
    assert "[x] not known: no population estimate for the ward as it was redrawn in 2024" in text
    assert "in sheet ‘Every LSOA’ of the workbook" in text
    assert "Most groups stayed within their usual range; shoplifting did not (see" in text


def words_over_the_edge(path: Path) -> list[str]:
    run = subprocess.run([tool("pdftotext"), "-bbox", path, "-"], capture_output=True, check=True)
    over, width = [], 0.0
    for line in run.stdout.decode().splitlines():
        if page := re.search(r'<page width="([\d.]+)"', line):
            width = float(page[1])
        word = re.search(r'<word xMin="([\d.]+)".* xMax="([\d.]+)".*>(.*)</word>', line)
        if word and (float(word[1]) < MARGIN_POINTS or float(word[2]) > width - MARGIN_POINTS):
            over.append(word[3])
    return over


def test_nothing_runs_over_the_edge(pdf):
    assert words_over_the_edge(pdf) == []


def crowded() -> Table:
    wide = [Column("Offence group", Align.LEFT), *(Column(f"Quarter {n}") for n in range(18))]
    rows = [("Criminal damage and arson", *["12,345.6"] * 18) for _ in range(4)]
    return Table("crowded", "Nineteen columns", tuple(wide), tuple(rows))


def long_words() -> Table:
    row = ("a" * 64, "2022-01/2022-01-bedfordshire-stop-and-search.csv", "1,234,567")
    columns = (Column("Hash", Align.LEFT), Column("File", Align.LEFT), Column("Rows"))
    return Table("long", "Long words", columns, (row, row))


@pytest.mark.parametrize("table", [crowded(), long_words()], ids=lambda table: table.name)
def test_an_awkward_table_stays_on_the_page(table, sample, paper, pdf_rules, tmp_path):
    section = Section("Awkward", "awkward", (table,), together=True)
    write_pdf(replace(paper, sections=(section,)), tmp_path / "a.pdf", draw=sample.draw_stub)
    assert words_over_the_edge(tmp_path / "a.pdf") == []
    assert pdf_rules.breaches(tmp_path / "a.pdf") == []


def test_a_wide_table_turns_the_page_on_its_side(sample, paper, tmp_path):
    section = Section("Wide", "wide", (crowded(),))
    write_pdf(replace(paper, sections=(section,)), tmp_path / "a.pdf", draw=sample.draw_stub)
    with pikepdf.open(tmp_path / "a.pdf") as opened:
        sides = [float(p.mediabox[2]) > float(p.mediabox[3]) for p in opened.pages]
    assert True in sides
    assert sides[0] is False


def test_words_that_look_like_markup_are_only_words(sample, paper, tmp_path):
    odd = '#import "x" *bold* _it_ <label> @ref $x$ \\ // [ ] = {} “Ŵŷ”'
    section = Section(odd, "odd", (sample.Paragraph(say("{x}", x=odd)),))
    write_pdf(replace(paper, sections=(section,)), tmp_path / "a.pdf", draw=sample.draw_stub)
    assert '#import "x" *bold* _it_ <label> @ref $x$' in text_of(tmp_path / "a.pdf")


def test_a_link_to_nowhere_is_plain_words(sample, paper, tmp_path):
    lost = sample.Paragraph(Text(("See ", Link("the annex", "no-such-section"), ".")))
    section = Section("Lost", "lost", (lost,))
    write_pdf(replace(paper, sections=(section,)), tmp_path / "a.pdf", draw=sample.draw_stub)
    assert "See the annex." in text_of(tmp_path / "a.pdf")


def test_a_finding_printed_twice_has_one_target(sample, paper, tmp_path):
    sections = tuple(Section(f"S{n}", f"s{n}", (sample.finding(),)) for n in range(2))
    write_pdf(replace(paper, sections=sections), tmp_path / "a.pdf", draw=sample.draw_stub)
    assert text_of(tmp_path / "a.pdf").count("How sure") == 2


def test_a_letter_that_the_typeface_lacks_is_a_square(sample, paper, pdf_rules, tmp_path):
    section = Section("路", "odd", (sample.Paragraph(say("By the 😀 {x}", x="sign\x0b.")),))
    write_pdf(replace(paper, sections=(section,)), tmp_path / "a.pdf", draw=sample.draw_stub)
    assert "By the □ sign." in text_of(tmp_path / "a.pdf")
    assert pdf_rules.breaches(tmp_path / "a.pdf") == []
