"""The paper as one HTML file: whole, self-contained, the same each time, open to everybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from tests.render.sample import finding, offences_table, sample_document, wards_table
from tests.render_screen.ground import area_map, borough, map_pair, real
from tests.render_screen.made_up import charts, peers
from wardwise.document.blocks import Paragraph, Recommendation
from wardwise.document.section import Document, Section
from wardwise.document.text import say
from wardwise.render.html import write_html
from wardwise.render.html.page import page
from wardwise.render.pictures import draw


BOROUGH = borough()
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Reading(HTMLParser):
    """Tags in order, with what closes what, ids, links and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def values(self, attribute: str) -> list[str]:
        return [value for _, held in self.tags if (value := held.get(attribute)) is not None]

    def named(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (held for name, held in self.tags if name == tag)


def whole_paper() -> Document:
    """The sample paper with a chapter of maps and one of every other picture."""
    explored = tuple(
        replace(
            area_map(BOROUGH, layer, name=f"explore {layer}"),
            interactive=True,
            table=wards_table(name=f"numbers of {layer}", wards=3),
        )
        for layer in ("lsoa", "ward")
    )
    places = Section("Places", "places", (*explored, map_pair(BOROUGH)))
    tabled = [replace(picture, table=wards_table(name=picture.name)) for picture in charts()]
    document = sample_document()
    gallery = Section("Every kind of picture", "gallery", tuple(tabled))
    return replace(document, sections=(*document.sections, places, gallery))


def html_of(document: Document) -> str:
    return page(document, draw=draw, boundaries=BOROUGH)


def one_section(*blocks: object) -> Document:
    section = Section("Only", "only", blocks)  # type: ignore[arg-type]
    return replace(sample_document(), sections=(section,))


@pytest.fixture(scope="module")
def html() -> str:
    return html_of(whole_paper())


@pytest.fixture(scope="module")
def reading(html: str) -> Reading:
    return Reading(html)


def test_every_tag_that_opens_closes(reading: Reading) -> None:
    assert reading.wrong == []
    assert reading.open == []


def test_no_id_stands_twice_and_no_link_leads_nowhere(reading: Reading) -> None:
    ids = Counter(reading.values("id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert {link[1:] for link in reading.values("href")} <= set(ids)
    assert {name for one in reading.values("aria-labelledby") for name in one.split()} <= set(ids)


def test_every_figure_can_be_opened_and_is_in_the_register(reading: Reading) -> None:
    document = whole_paper()
    wanted = {figure.figure_id for section in document.sections for figure in section.figures}
    spans = [held for held in reading.named("span") if held.get("class") == "figure"]
    assert {held["data-figure"] for held in spans} == wanted
    assert all(held["tabindex"] == "0" for held in spans)
    assert wanted <= {held.get("id") for held in reading.named("tr")}


def test_nothing_is_fetched_from_elsewhere(html: str, reading: Reading) -> None:
    assert list(reading.named("link")) == []
    assert all("src" not in held for _, held in reading.tags)
    assert all(link.startswith("#") for link in reading.values("href"))
    assert set(re.findall(r"url\((.{5})", html)) == {"data:"}
    assert "http" not in html.split("</head>")[1]
    assert "default-src 'none'" in html


def test_headings_nest_without_a_skip(reading: Reading) -> None:
    levels = [int(tag[1]) for tag, _ in reading.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_landmarks_a_skip_link_and_the_language_are_there(reading: Reading) -> None:
    assert next(reading.named("html"))["lang"] == "en-GB"
    assert next(reading.named("a"))["href"] == "#main"
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _ in reading.tags}


def test_the_marking_stands_at_the_top_the_bottom_and_on_printed_pages(html: str) -> None:
    body = html.split("</head>")[1]
    assert body.index("OFFICIAL – MADE UP") < body.index("<h1>")
    assert body.rindex("OFFICIAL – MADE UP") > body.index("</main>")
    assert '@top-center { content: "OFFICIAL – MADE UP"; }' in html


def test_a_marking_cannot_break_out_of_the_style() -> None:
    odd = replace(sample_document(), marking='"}</style><script>x()</script>')
    html = html_of(odd)
    assert html.count("<style>") == html.count("</style>") == 1
    assert "<script>x()" not in html


def test_words_are_never_read_as_markup() -> None:
    html = html_of(one_section(Paragraph(say("Fewer <b>than</b> 5 & more"))))
    assert "Fewer &lt;b&gt;than&lt;/b&gt; 5 &amp; more" in html


def test_tables_have_captions_headers_and_quiet_columns() -> None:
    html = html_of(one_section(offences_table()))
    table = html.split('<table id="table-Offences-in-three-years"')[1].split("</table>")[0]
    assert table.count('<th scope="col"') == 5
    assert table.count('<th scope="row"') == 6  # all recorded crime and five groups
    assert "<caption" in table
    assert 'class="number quiet">95% interval' in table
    assert '<tr class="strong">' in table
    assert '<tr class="group">' in table


def test_only_the_symbols_that_occur_are_explained() -> None:
    html = html_of(one_section(wards_table(wards=3)))
    assert "[x] not known." in html
    assert "withheld to protect people" not in html


def test_a_table_too_long_for_paper_is_folded() -> None:
    html = html_of(one_section(wards_table(wards=30, appendix=True)))
    assert "<summary>Burglary by ward, highest rate first (30 rows)</summary>" in html


def test_a_picture_has_its_words_as_text_and_its_table_a_click_away() -> None:
    html = html_of(one_section(replace(peers(), table=wards_table(wards=3))))
    figure = html.split('<figure class="picture"')[1].split("</figure>")[0]
    assert "The finding of peers &amp; its &lt;limits&gt;" in figure.split("</figcaption>")[0]
    assert figure.count("<svg") == 2  # for a desk and for a phone
    assert figure.count('role="img"') == 2
    assert "Table of the same numbers" in figure
    assert "Source: made up" in figure


def test_maps_in_a_row_share_one_list_to_choose_from(html: str) -> None:
    assert html.count('<div class="explorer">') == 1
    assert html.count("<option") == 2


def test_a_recommendation_links_only_to_findings_that_are_there() -> None:
    advice = Recommendation(say("Do so."), findings=("K-SAMPLE01", "K-GONE"))
    html = html_of(one_section(finding(), advice))
    assert '<a href="#K-SAMPLE01">K-SAMPLE01</a>, K-GONE' in html


def test_what_is_not_known_says_why_in_the_register(html: str) -> None:
    assert "Not known: no population estimate for the ward" in html
    assert "Withheld: fewer than three households" in html


def test_accents_bring_the_letters_they_need() -> None:
    plain = html_of(one_section(Paragraph(say("Plain"))))
    welsh = html_of(one_section(Paragraph(say("Tŷ Gŵyr"))))
    assert plain.count("@font-face") == 2
    assert welsh.count("@font-face") == 4


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.html", "two.html"):
        write_html(whole_paper(), tmp_path / name, draw=draw, boundaries=borough())
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_summary_is_written_by_the_same_hand() -> None:
    html = html_of(sample_document("summary"))
    assert '<body class="summary">' in html


def test_a_paper_of_one_section_needs_no_contents() -> None:
    assert "<nav" not in html_of(one_section(Paragraph(say("Short"))))
    assert html_of(sample_document()).count("<nav") == 2  # beside on a desk, folded on a phone


@pytest.mark.shared
def test_a_borough_of_203_neighbourhoods_stays_under_six_megabytes(shared: Path) -> None:
    boundaries = real(shared, "E08000027")
    wards = tuple(boundaries.layers["ward"]["code"])
    maps = [replace(area_map(boundaries, name=f"whole {n}"), interactive=n < 4) for n in range(12)]
    halves = [replace(area_map(boundaries, name=code), focus=(code,)) for code in wards]
    document = one_section(*maps, *halves, *charts())
    html = page(document, draw=draw, boundaries=boundaries)
    assert len(html.encode()) < 4_000_000  # leaves 2 MB for tables and the register
