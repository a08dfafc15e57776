"""The words: two halves, each with its answer or with what it needs."""

from __future__ import annotations

from wardwise.chapters.outcomes_and_searches.findings import OutcomesAndSearches
from wardwise.chapters.outcomes_and_searches.outcome_words import outcome_blocks
from wardwise.chapters.outcomes_and_searches.search_words import search_blocks
from wardwise.document.section import Section
from wardwise.domain.evidence import NotHeld


def write(found: OutcomesAndSearches) -> Section:
    """Outcomes, then stop and search on a page of its own where there is something to show."""
    return Section(
        title="Outcomes, and stop and search",
        anchor="outcomes-and-searches",
        new_page=not (isinstance(found.outcomes, NotHeld) and isinstance(found.searches, NotHeld)),
        sections=(
            Section("What became of offences", "outcomes", outcome_blocks(found)),
            Section(
                "Stop and search",
                "stop-and-search",
                search_blocks(found),
                new_page=not isinstance(found.searches, NotHeld),
            ),
        ),
    )
