"""What the partners' files say of people who were linked without a common number."""

from __future__ import annotations

from wardwise.domain.linkage import Linkage, ReviewedPair
from wardwise.evidence.tables import Tables, records


COMPARED = ("surname", "forename", "born_on", "sex", "home_lsoa")
COUNTS = (
    "rows_compared",
    "records",
    "pairs_accepted",
    "pairs_expected_wrong",
    "pairs_expected_missed",
    "people",
    "people_in_several_files",
)


def linkage(tables: Tables) -> Linkage | None:
    """None where the settings ask for none."""
    if "partner_linkage" not in tables:
        return None
    (row,) = records(tables["partner_linkage"])
    return Linkage(
        files=tuple(row["files"].split("; ")),
        threshold_percent=100 * row["threshold"],
        review=tuple(
            ReviewedPair(
                pair=pair["pair"],
                match_weight=pair["match_weight"],
                percent=100 * pair["probability"],
                accepted=pair["accepted"],
                levels={name: pair[name] for name in COMPARED},
            )
            for pair in records(tables["partner_linkage_review"].order_by("pair"))
        ),
        **{name: row[name] for name in COUNTS},
    )
