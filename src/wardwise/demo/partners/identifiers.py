"""Every planted identifier of a person, for the hunt: none may be found beyond the door."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wardwise.demo.partners.words import FORENAMES_F, FORENAMES_M, MAIL, SURNAMES, TELEPHONE
from wardwise.demo.partners.world import World


KINDS = ("word", "surname", "forename", "name", "born", "nominal", "reference", "address",
         "postcode", "telephone", "mail")  # fmt: skip
"""What the first column of the list says. A 'word' alone betrays every identifier of its kind."""


def identifiers(world: World) -> str:
    """A line for each: its kind, a tab, and the text. Births are there in two forms."""
    people, roles = world.identities, world.roles
    present = pa.array(np.unique(np.concatenate([roles.victim, roles.suspect])))
    columns = {
        "surname": pa.array(SURNAMES),
        "forename": pa.array((*FORENAMES_F, *FORENAMES_M)),
        "name": people.name.take(present),
        "born": pa.concat_arrays([people.born.take(present), people.born_iso.take(present)]),
        "nominal": people.nominal.take(present),
        "reference": world.reference,
        "address": people.address.take(present),
        "postcode": pa.array([str(code) for code in world.addresses.postcode]),
        "telephone": people.telephone.take(present),
        "mail": people.mail.take(present),
    }
    lines = [f"word\t{word}" for word in (MAIL, TELEPHONE)]
    for kind, texts in columns.items():
        lines += [f"{kind}\t{text}" for text in sorted(set(pc.unique(texts).to_pylist()))]
    return "\n".join(lines) + "\n"
