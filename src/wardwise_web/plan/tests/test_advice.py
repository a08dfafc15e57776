"""Recommendations are taken from the build, with the findings that they rest on."""

from __future__ import annotations

import pytest

from wardwise.document.blocks import Finding, Paragraph, Recommendation
from wardwise.document.document_json import document_json
from wardwise.document.section import Document, Section
from wardwise.document.text import say
from wardwise_web.evidence.models import Build
from wardwise_web.plan.advice import advice_of


@pytest.fixture
def build(seats, cycle):
    """A finished build whose paper holds one finding and one recommendation."""
    build = Build.objects.create(partnership=seats.partnership, settings_yaml="")
    cycle.build = build
    finding = Finding("K-AAAA1111", say("Shops lose more."), (), "sure", "reporting", "value")
    part = Section("Shoplifting", "profile-shoplifting", (
        Paragraph(say("Words.")), finding,
        Recommendation(say("Talk to shops."), ("K-AAAA1111",), "the council"),
    ))  # fmt: skip
    paper = Document(
        kind="assessment", title="t", partnership="p", subtitle="s", period="2026",
        marking="OFFICIAL", run="abc", prepared_by="",
        sections=(Section("Profiles", "profiles", (), (part,)),),
    )  # fmt: skip
    build.folder.mkdir(parents=True)
    (build.folder / "document.json").write_text(document_json([paper]), "utf-8")
    cycle.save()
    return build


def test_recommendations_are_taken_from_the_build_with_their_findings(sign_in, seats, cycle, build):
    client = sign_in("analyst")
    page = "/p/exampleshire/plan/recommendations/take/"
    assert "Talk to shops." in client.get(page).content.decode()
    client.post(page, {"take": ["0", "7", "x"]})
    made = cycle.recommendations.get()
    assert (made.text, made.about, made.to) == ("Talk to shops.", "Shoplifting", "the council")
    assert made.findings == [{"id": "K-AAAA1111", "claim": "Shops lose more."}]
    assert "offers no recommendation" in client.get(page).content.decode()


def test_without_a_build_nothing_is_offered(seats, cycle):
    assert advice_of(cycle, seats.actor("analyst")).offered == ()
