"""What stands on which page: summaries, half-pages, short tables, sections that begin a page."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from wardwise.document.blocks import Recommendation
from wardwise.document.section import Section
from wardwise.document.text import say
from wardwise.render.pdf import write_pdf


@pytest.fixture
def pages(sample, paper, tmp_path):
    """Write sections and read the words of each page back; the paper's front is left out."""
    poppler = shutil.which("pdftotext")
    if poppler is None:
        pytest.skip("pdftotext (poppler) is not installed")

    def of(*sections: Section, kind: str = "assessment") -> list[str]:
        path: Path = tmp_path / "pages.pdf"
        document = replace(paper, kind=kind, sections=sections)
        write_pdf(document, path, draw=sample.draw_stub)
        run = subprocess.run([poppler, "-layout", path, "-"], capture_output=True, check=True)
        read = run.stdout.decode().rstrip("\f").split("\f")
        return read if kind == "summary" else read[2:]

    return of


def filler(sample, lines: int):
    return tuple(sample.Paragraph(say("Filler.")) for _ in range(lines))


@pytest.mark.parametrize(("chapters", "sections"), [(8, 5), (16, 3), (15, 4), (24, 2), (20, 4)])
def test_the_contents_are_one_page(sample, paper, tmp_path, chapters, sections):
    poppler = shutil.which("pdftotext")
    if poppler is None:
        pytest.skip("pdftotext (poppler) is not installed")
    # every other is as long as the longest title of a section, and takes the whole column
    titles = ["Where the series breaks", "Neighbourhoods that are vulnerable"] * 3
    made = tuple(
        Section(
            f"Chapter {n}",
            f"c{n}",
            filler(sample, 1),
            tuple(
                Section(f"{title} {n} {m}", f"c{n}-{m}", ())
                for m, title in zip(range(sections), titles, strict=False)
            ),
            new_page=True,
        )
        for n in range(chapters)
    )
    path: Path = tmp_path / "contents.pdf"
    write_pdf(replace(paper, sections=made), path, draw=sample.draw_stub)
    run = subprocess.run([poppler, "-layout", path, "-"], capture_output=True, check=True)
    listed = [page for page in run.stdout.decode().split("\f")[1:] if "Filler." not in page]
    assert len([page for page in listed if page.strip()]) == 1
    told = re.findall(r"(?:breaks|vulnerable)\s+\d+ \d+\s+\W?\d", listed[0])
    assert len(told) == chapters * sections


def test_a_summary_begins_beneath_its_head(pages, sample):
    first, *rest = pages(
        Section("Executive summary", "s", filler(sample, 1), new_page=True), kind="summary"
    )
    assert rest == []
    assert "Strategic assessment 2024" in first
    assert "Executive summary" in first


@pytest.mark.parametrize("level", ["chapter", "section"])
def test_a_page_is_begun_only_where_this_one_is_mostly_used(pages, sample, level):
    def read(lines: int) -> list[str]:
        after = Section("After", "after", filler(sample, 1), new_page=True)
        if level == "chapter":
            return pages(Section("One", "one", filler(sample, lines)), after)
        return pages(Section("One", "one", filler(sample, lines), (after,)))

    # A page holds some 34 such lines: ten leave more than half of it white, 24 do not
    assert len(read(10)) == 1
    assert len(read(24)) == 2


def test_a_chapter_begins_where_its_first_picture_has_room_too(pages, sample):
    # Ten lines leave more than half a page, but not room for 18 more and a picture, however small
    after = Section("After", "after", (*filler(sample, 18), sample.bars()), new_page=True)
    first, second = pages(Section("One", "one", filler(sample, 10)), after)
    assert "After" not in first
    assert "After" in second
    assert "Figure 1" in second


def test_a_chapter_that_runs_on_has_its_picture_with_it(pages, sample):
    # each chapter of 4 lines and a picture takes somewhat more than half of a page
    chapters = [
        Section(f"Part {n}", f"part-{n}", (*filler(sample, 4), sample.bars()), new_page=True)
        for n in range(4)
    ]
    read = pages(*chapters)
    begun = [[f"Part {n}" in page for n in range(4)] for page in read]
    assert all(any(of_page[n] for of_page in begun) for n in range(4))
    # its picture is with it always
    for page in read:
        assert page.count("Part ") == page.count("Figure ")


def test_recommendations_are_not_parted_from_their_heading(pages, sample):
    told = sample.Paragraph(say("Three first steps."))
    advice = Recommendation(text=say("Ask."), to="the board", findings=("K-1",))
    for lines in range(24, 32):
        read = pages(
            Section("S", "s", filler(sample, lines)), Section("Advice", "a", (told, advice))
        )
        (page,) = [page for page in read if "Three first steps." in page]
        assert "Provisional recommendation" in page, lines


def test_every_page_says_whose_and_of_when_it_is(pages, sample, paper):
    (page,) = pages(Section("One", "one", filler(sample, 1)))
    assert paper.partnership in page
    assert paper.period in page


def test_a_tall_table_fills_the_page_and_leaves_no_row_alone(pages, sample):
    # A page holds about 40 rows under no words: each line of words more takes a row to the next
    for lines in range(10, 16):
        blocks = (*filler(sample, lines), sample.wards_table(wards=26))
        read = pages(Section("S", "s", blocks))
        rows = [len(re.findall(r"^ *\S.* {5,}[\d,]+ {5,}\S+$", page, re.M)) for page in read]
        assert sum(rows) == 26
        assert all(count >= 3 for count in rows), rows


def test_a_short_table_is_not_broken(pages, sample):
    # 35 paragraphs leave less than the table of 6 rows needs
    broken = pages(Section("S", "s", (*filler(sample, 31), sample.offences_table())))
    with_table = [page for page in broken if "Offence group" in page]
    assert len(with_table) == 1
    assert "All recorded crime" in with_table[0]
    assert "extracted 3 May 2024" in with_table[0]


def test_two_half_pages_share_a_page_and_a_heading_goes_along(pages, sample):
    wards = sample.levels_section().sections[0].sections
    (page,) = pages(Section("Wards", "wards", (), wards))
    assert page.index("Wards") < page.index("Castle") < page.index("Riverside")


def test_a_long_table_repeats_its_header(pages, sample):
    table = sample.wards_table(wards=120)
    heads = [page.count("Rate per 1,000") for page in pages(Section("S", "s", (table,)))]
    assert len(heads) >= 3
    assert set(heads) == {1}


def test_a_section_kept_whole_that_needs_two_pages_may_break(pages, sample):
    whole = Section("S", "s", (*filler(sample, 60), sample.wide_table()), together=True)
    read = pages(whole)
    assert sum(page.count("Filler.") for page in read) == 60
    assert "Offences by month" in "".join(read)
