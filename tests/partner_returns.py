"""The aggregate returns of Exampleshire, read by their mapping, on a small desk of their own."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from tests.builders import AREA, desk_with
from wardwise.demo import partner_file_settings
from wardwise.demo.partners.returns import FILES, returns_drawn
from wardwise.demo.partners.write import mappings
from wardwise.domain.period import Month
from wardwise.evidence.returns import returns
from wardwise.evidence.tables import Tables, open_tables
from wardwise.figures.desk import Desk
from wardwise.sources.partner_files import Areas, Door, Keys, read_partner_files


LAST = Month(2026, 9)
MONTHLY = {"Burglary": [4] * 24, "Drugs": [5] * 24, "Anti-social behaviour": [9] * 24}


def return_tables(folder: Path, *, seed: int = 20261120) -> Tables:
    """The five returns of a seed as stored tidy tables, the area renamed to the small desk's."""
    for name, data in returns_drawn(seed=seed)[0].items():
        path = folder / "partners" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    mapping = mappings()["exampleshire_returns.yaml"].replace(b"E06999001", AREA.code.encode())
    (folder / "exampleshire_returns.yaml").write_bytes(mapping)
    asked = [one for one in partner_file_settings() if one.file in FILES.values()]
    door = Door(Keys(b"a made-up secret for tests 0123456789"), Areas(None, None))
    read = read_partner_files(asked, folders=[folder], door=door)
    paths = {}
    for name, table in read.tables.items():
        paths[name] = folder / f"{name}.parquet"
        pq.write_table(table, paths[name])
    return open_tables(paths)


def desk_of_returns(tables: Tables) -> Desk:
    """A desk that holds those returns and nothing else of partners."""
    empty = desk_with(MONTHLY, last=LAST)
    return desk_with(MONTHLY, last=LAST, returns=returns(tables, empty.evidence.place))
