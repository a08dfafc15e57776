"""Five hundred ways to touch the audit, each of which has to be found.

The chain is made once, in memory, by the same hash as the services use: what is tried on it
is what somebody with the right to write to the database could do.
"""

from __future__ import annotations

import copy
import json
import random

import pytest

from wardwise_web.core.audit.chain import COLUMNS, START, row_hash
from wardwise_web.core.audit.verify import verify


ROWS = 60
TRIED = 500


def chain(actor_names):
    """A chain of rows, one for each name."""
    rows, before = [], START
    for n, name in enumerate(actor_names, start=1):
        row = {
            "sequence": n,
            "at": f"2026-11-20T09:{n % 60:02d}:00.000000+00:00",
            "operation": "alteration",
            "event": "score.given",
            "partnership_id": 1,
            "actor_id": n % 7,
            "actor_name": name,
            "object_kind": "threat score",
            "object_id": str(n),
            "details": json.dumps({"score": n % 4 + 1}),
            "reason": "as discussed" if n % 3 else "",
            "recipients": "",
            "previous_hash": before,
        }
        row["hash"] = before = row_hash(row)
        rows.append(row)
    return rows


WHOLE = chain(f"Person {n % 5}" for n in range(ROWS))
WITNESS = [(row["sequence"], row["hash"]) for row in WHOLE]


def chained(rows):
    """The rows with numbers and hashes computed afresh: what somebody clever would do."""
    before = START
    for n, row in enumerate(rows, start=1):
        row["sequence"], row["previous_hash"] = n, before
        row["hash"] = before = row_hash({name: row[name] for name in COLUMNS})
    return rows


def altered(rows, chance):
    row = chance.choice(rows)
    column = chance.choice([name for name in COLUMNS if name not in ("sequence", "previous_hash")])
    row[column] = f"{row[column]} " if isinstance(row[column], str) else (row[column] or 0) + 1
    return rows


def altered_with_its_hash(rows, chance):
    row = chance.choice(rows)
    row["details"] = json.dumps({"score": 99})
    row["hash"] = row_hash({name: row[name] for name in COLUMNS})
    return rows


def deleted(rows, chance):
    del rows[chance.randrange(len(rows) - 1)]
    return rows


def reordered(rows, chance):
    first, second = sorted(chance.sample(range(len(rows)), 2))
    rows[first], rows[second] = rows[second], rows[first]
    return rows


def inserted(rows, chance):
    place = chance.randrange(len(rows))
    rows.insert(place, copy.deepcopy(chance.choice(rows)))
    return rows


def tail_cut(rows, chance):
    return rows[: chance.randrange(len(rows))]


def recomputed(rows, chance):
    """The whole chain again after one change: nothing inside the database can tell."""
    chance.choice(rows)["details"] = json.dumps({"score": 99})
    return chained(rows)


def deleted_and_recomputed(rows, chance):
    return chained(deleted(rows, chance))


def inserted_and_recomputed(rows, chance):
    return chained(inserted(rows, chance))


WAYS = (
    altered,
    altered_with_its_hash,
    deleted,
    reordered,
    inserted,
    tail_cut,
    recomputed,
    deleted_and_recomputed,
    inserted_and_recomputed,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_mutation_is_found(way):
    chance = random.Random(way.__name__)
    for _ in range(TRIED // len(WAYS) + 1):
        rows = way(copy.deepcopy(WHOLE), chance)
        # whoever can write to the rows can write to the head that lies beside them
        head = (rows[-1]["sequence"], rows[-1]["hash"]) if rows else (0, START)
        assert verify(rows, head=head, witness=WITNESS).faults


def test_what_nobody_touched_is_whole():
    head = (ROWS, WHOLE[-1]["hash"])
    assert verify(WHOLE, head=head, witness=WITNESS).faults == ()


def test_without_the_witness_a_recomputed_chain_would_pass():
    """Why the witness is kept outside the database."""
    rows = recomputed(copy.deepcopy(WHOLE), random.Random(1))
    assert verify(rows, head=(ROWS, rows[-1]["hash"]), witness=()).is_whole
    assert not verify(rows, head=(ROWS, rows[-1]["hash"]), witness=WITNESS).is_whole
