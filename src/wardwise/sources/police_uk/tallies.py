"""Cells to the tidy counts: repeated records taken off, in order of file, place and offence."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa

from wardwise.domain.offences import POLICE_UK_OFFENCES
from wardwise.sources.place_numbers import PlaceNumbers
from wardwise.sources.police_uk.batch import Batch
from wardwise.sources.police_uk.cells import FileCells, cell_keys, cells_of_keys
from wardwise.sources.police_uk.prepare import Prepared
from wardwise.sources.police_uk.repeated_cells import take_off_repeats
from wardwise.sources.police_uk.schema import SOURCE
from wardwise.sources.police_uk.splits import share_out_splits
from wardwise.sources.sum_by_key import sum_by_key
from wardwise.sources.tidy import conform


def offence_counts(batch: Batch, *, places: PlaceNumbers) -> pa.Table:
    """The tidy table ``offence_count`` of the street files that are used."""
    pairs = zip(batch.files, batch.used, strict=True)
    files = [file for file, is_used in pairs if is_used and file.cells is not None]
    counted = [each for file in files if (each := file.cells) is not None]
    cells = [_in_order(each) for each in share_out_splits(counted, places=places)]
    left = take_off_repeats(cells, [file.repeats for file in files], places=places)
    return _tidy(left, files, places=places)


def _in_order(cells: FileCells) -> FileCells:
    """The cells by place and offence, none of them twice. Mostly they are so already."""
    keys = cell_keys(cells.place, cells.offence)
    if bool((keys[1:] > keys[:-1]).all()):
        return cells
    return cells_of_keys(*sum_by_key(keys, cells.records.astype(np.int64)))


def _tidy(
    cells: Sequence[FileCells], files: Sequence[Prepared], *, places: PlaceNumbers
) -> pa.Table:
    rows = [len(each.place) for each in cells]
    file = pa.array(np.repeat(np.arange(len(files), dtype=np.int32), rows))
    months = pa.array([each.source.name.month for each in files], pa.string())
    forces = pa.array([each.force for each in files], pa.string())
    offence = pa.array(np.concatenate([each.offence for each in cells]))
    place = np.concatenate([each.place for each in cells])
    # Writing out texts is most of the work, and does not hold the other threads up
    with ThreadPoolExecutor(2) as pool:
        written = {
            "offence": pool.submit(pa.array(POLICE_UK_OFFENCES).take, offence),
            "force": pool.submit(forces.take, file),
            "month": pool.submit(months.take, file),
            "lsoa_code": pool.submit(places.lsoa_codes, place),
        }
        columns = {name: column.result() for name, column in written.items()}
    columns["offences"] = np.concatenate([each.records for each in cells], dtype=np.int64)
    columns["source"] = pa.repeat(SOURCE, len(place))
    return conform("offence_count", pa.table(columns))
