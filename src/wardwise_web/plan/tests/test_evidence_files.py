"""Files that show that something was done: known by what is in them."""

from __future__ import annotations

import pytest

from wardwise_web.plan.rules import LinkMissing
from wardwise_web.plan.services.progress import add_evidence
from wardwise_web.plan.terms import Shown


@pytest.mark.parametrize(
    "content",
    [b"<html><script>alert(1)</script>", b"<svg onload=x>", b"\xef\xbb\xbf<svg>",
     b"\x00\x01\xff\xfe", b"MZ\x90\x00\xff",
     b"PK\x03\x04 no zip"],
)  # fmt: skip
def test_a_file_is_known_by_what_is_in_it(seats, action, content):
    with pytest.raises(LinkMissing, match="must be a PDF"):
        add_evidence(
            action=action,
            shown=Shown("Report", file_name="report.pdf", content=content),
            milestone=None,
            by=seats.actor("owner"),
        )
