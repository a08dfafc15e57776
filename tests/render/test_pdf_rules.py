"""The rules see what is broken: each one is broken once on purpose."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from wardwise.render.pdf.row_headers import elements


def first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Dictionary:
    return next(element for element in elements(pdf) if kind == element.S)


def unmark(pdf):
    pdf.Root.MarkInfo.Marked = False


def lose_language(pdf):
    del pdf.Root.Lang


def hide_title(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def skip_a_heading(pdf):
    first(pdf, "/H2").S = pikepdf.Name.H5


def silence_a_figure(pdf):
    first(pdf, "/Figure").Alt = pikepdf.String("")


def forget_row_headers(pdf):
    for element in elements(pdf):
        if element.S == "/TBody":
            for row in element.K:
                row.K[0].S = pikepdf.Name.TD


def forget_a_scope(pdf):
    cell = first(pdf, "/TH")
    listed = cell.A if isinstance(cell.A, pikepdf.Array) else [cell.A]
    for given in listed:
        if "/Scope" in given:
            del given.Scope


def invent_a_type(pdf):
    first(pdf, "/P").S = pikepdf.Name.Wibble


def lose_tab_order(pdf):
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


def unname_links(pdf):
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "/Contents" in note:
                del note.Contents


def lose_fonts(pdf):
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in thing:
                    del thing[key]


def lose_bookmarks(pdf):
    del pdf.Root.Outlines


BREAKS = {
    unmark: "marked",
    lose_language: "language",
    hide_title: "title",
    skip_a_heading: "headings_nest",
    silence_a_figure: "figures_have_alt",
    forget_row_headers: "tables_have_headers",
    forget_a_scope: "header_cells_have_scope",
    invent_a_type: "known_types",
    lose_tab_order: "tab_order",
    unname_links: "links_say_where",
    lose_fonts: "fonts_embedded",
    lose_bookmarks: "contents_listed",
}


@pytest.mark.parametrize("damage", BREAKS, ids=lambda damage: damage.__name__)
def test_a_broken_rule_is_seen(damage, pdf: Path, pdf_rules, tmp_path):
    with pikepdf.open(pdf) as opened:
        damage(opened)
        opened.save(tmp_path / "broken.pdf")
    found = pdf_rules.breaches(tmp_path / "broken.pdf")
    assert {breach.split(":")[0] for breach in found} == {BREAKS[damage]}
