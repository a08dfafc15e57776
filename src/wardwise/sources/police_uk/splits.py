"""Give the counts of split LSOAs to the new ones, by point: a second look at a few files."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb
import numpy as np
import pyarrow as pa

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.counts import Cells, read_csv_sql
from wardwise.sources.police_uk.points import places_by_point
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.schema import Kind


def share_out_splits(cells: Cells, files: Sequence[Prepared], *, places: PlaceNumbers) -> Cells:
    """The same cells with those of split LSOAs replaced by cells of the new ones."""
    is_split = cells.place >= len(places.codes)
    if not is_split.any():
        return cells
    numbers = np.unique(cells.file[is_split]).tolist()
    points = _count_points([files[number] for number in numbers], places)
    placed = places_by_point(
        points["LSOA code"].to_pylist(),
        points["Longitude"].to_numpy(),
        points["Latitude"].to_numpy(),
        places=places,
    )
    return Cells(
        file=np.append(cells.file[~is_split], np.array(numbers)[points["file_number"].to_numpy()]),
        place=np.append(cells.place[~is_split], placed),
        offence=np.append(cells.offence[~is_split], points["offence_number"].to_numpy()),
        records=np.append(cells.records[~is_split], points["n"].to_numpy()),
    )


def _count_points(files: Sequence[Prepared], places: PlaceNumbers) -> pa.Table:
    paths = [str(file.path) for file in files]
    with duckdb.connect() as connection:
        connection.register(
            "file", pa.table({"filename": paths, "file_number": np.arange(len(paths))})
        )
        connection.register("split", pa.table({"LSOA code": list(places.splits)}))
        connection.register(
            "offence",
            pa.table(
                {
                    "Crime type": list(POLICE_UK_OFFENCES),
                    "offence_number": np.arange(len(POLICE_UK_OFFENCES)),
                }
            ),
        )
        return connection.execute(
            f"""
            select file_number, "LSOA code", offence_number, count(*) as n,
                   coalesce("Longitude", 'nan'::double) as "Longitude",
                   coalesce("Latitude", 'nan'::double) as "Latitude"
            from {read_csv_sql(paths, kind=Kind.STREET)}
            join file using (filename)
            join split using ("LSOA code")
            join offence using ("Crime type")
            group by all
            """
        ).to_arrow_table()
