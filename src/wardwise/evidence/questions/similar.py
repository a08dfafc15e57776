"""What makes one partnership like another?"""

from __future__ import annotations

from typing import Any

from wardwise.evidence.tables import Tables, rows
from wardwise.measures.compare.similarity_features import similarity_features


def similarity(tables: Tables, *, part: str) -> list[Any]:
    """``values`` (partnerships × variables), ``codes`` or ``weights`` of the census variables."""
    features = similarity_features(
        lsoa=rows(tables["lsoa"]),
        district=rows(tables["district"]),
        ethnicity=rows(tables["ethnicity"]),
    )
    found = {
        "values": features.values.tolist(),
        "codes": list(features.codes),
        "weights": list(features.weights),
    }
    return list(found[part])
