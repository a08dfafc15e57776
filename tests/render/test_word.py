"""The Word file: real headings, captions, header rows, words for pictures; the same bytes twice."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import docx as word
import pytest
from docx.oxml.ns import qn

from wardwise.document.section import Section
from wardwise.document.text import say
from wardwise.render.word import write_docx


@pytest.fixture
def opened(docx):
    return word.Document(str(docx))


def styles_used(opened) -> list[str]:
    return [paragraph.style.name for paragraph in opened.paragraphs]


def test_headings_are_real_and_nest(opened, paper):
    found = [
        (int(p.style.name[-1]), p.text)
        for p in opened.paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert [text for _, text in found] == [section.title for section in paper.walk()]
    levels = [0, *(level for level, _ in found)]
    assert all(now <= before + 1 for before, now in pairwise(levels))


def test_every_table_has_a_header_row_and_row_headers(opened):
    assert len(opened.tables) == 3
    for table in opened.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        look = table._tbl.tblPr.find(qn("w:tblLook"))
        assert (look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) == ("1", "1")


def test_a_short_table_stays_whole_and_a_long_one_may_break(opened):
    tied = [
        all(
            p.paragraph_format.keep_with_next
            for row in table.rows[1:]
            for p in row.cells[0].paragraphs
        )
        for table in opened.tables
    ]
    # 6 offence groups, 6 rows by month, 40 wards
    assert tied == [True, True, False]


def test_cells_say_what_the_document_says(opened, sample):
    cells = [[cell.text for cell in row.cells] for row in opened.tables[0].rows]
    assert cells[0] == [column.heading for column in sample.offences_table().columns]
    assert cells[1][:3] == ["All recorded crime", "18,991", "84.3"]
    assert cells[1][4] == "−4.0% – no clear change"


def test_every_picture_has_words(opened, sample):
    said = [shape._inline.docPr.get("descr") for shape in opened.inline_shapes]
    assert said == [sample.bars().alt] * 4


def test_captions_count_by_themselves(opened):
    fields = [f.get(qn("w:instr")).split()[1] for f in opened.element.iter(qn("w:fldSimple"))]
    assert (fields.count("Table"), fields.count("Figure")) == (3, 4)
    captions = [p.text for p in opened.paragraphs if p.style.name == "Caption"]
    assert len(captions) == 7


def test_links_lead_to_bookmarks_that_are_there_once(opened):
    made = [mark.get(qn("w:name")) for mark in opened.element.iter(qn("w:bookmarkStart"))]
    wanted = {link.get(qn("w:anchor")) for link in opened.element.iter(qn("w:hyperlink"))}
    assert len(made) == len(set(made))
    assert wanted <= set(made)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in made)


def test_each_numbered_list_begins_with_one(sample, paper, tmp_path):
    two = tuple(sample.Bullets((say("First."), say("Second.")), numbered=True) for _ in range(2))
    write_docx(
        replace(paper, sections=(Section("S", "s", two),)),
        tmp_path / "a.docx",
        draw=sample.draw_stub,
    )
    opened = word.Document(str(tmp_path / "a.docx"))
    lists = [p._p.pPr.numPr.numId.val for p in opened.paragraphs if p.style.name == "List Number"]
    assert lists[0] == lists[1] != lists[2] == lists[3]


def test_the_marking_and_page_fields_are_above_and_below(opened, paper):
    for section in opened.sections:
        head = "\n".join(p.text for p in section.header.paragraphs)
        foot = "\n".join(p.text for p in section.footer.paragraphs)
        assert paper.marking in head
        assert paper.marking in foot
        assert paper.partnership in head
        assert paper.run in foot
        fields = [
            f.get(qn("w:instr")).strip() for f in section.footer._element.iter(qn("w:fldSimple"))
        ]
        assert fields == ["PAGE", "NUMPAGES"]


def test_the_language_is_british(docx, opened):
    with zipfile.ZipFile(docx) as archive:
        styles = archive.read("word/styles.xml").decode()
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]+)"', styles)) == {"en-GB"}
    assert opened.core_properties.language == "en-GB"


def test_a_half_page_is_tied_together(opened):
    starts = [n for n, p in enumerate(opened.paragraphs) if p.text in ("Castle", "Riverside")]
    tied = opened.paragraphs[starts[-2] : starts[-1] - 1]
    assert len(tied) >= 4
    assert all(p.paragraph_format.keep_with_next for p in tied)


def test_the_same_paper_gives_the_same_bytes(sample, paper, docx, tmp_path):
    write_docx(paper, tmp_path / "again.docx", draw=sample.draw_stub)
    assert (tmp_path / "again.docx").read_bytes() == docx.read_bytes()


def test_no_clock_goes_in(docx):
    with zipfile.ZipFile(docx) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = ElementTree.fromstring(archive.read("docProps/core.xml"))
    dates = [e.text for e in core.iter() if e.tag.endswith(("created", "modified"))]
    # The period of the sample ends with April 2024
    assert dates == ["2024-04-30T00:00:00Z"] * 2


def test_letters_that_xml_cannot_hold_are_left_out(sample, paper, tmp_path):
    table = replace(sample.offences_table(), caption="A & B < C", source="x\x0by")
    section = Section("S & T", "s", (table,))
    write_docx(replace(paper, sections=(section,)), tmp_path / "a.docx", draw=sample.draw_stub)
    texts = [p.text for p in word.Document(str(tmp_path / "a.docx")).paragraphs]
    assert "S & T" in texts
    assert any("A & B < C" in text for text in texts)


@pytest.mark.slow
def test_libreoffice_opens_it(docx, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, docx]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "assessment.pdf").stat().st_size > 10_000
