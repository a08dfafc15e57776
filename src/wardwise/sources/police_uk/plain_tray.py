"""Where one worker reads plain files: one buffer and one set of counts, for file after file.

A fresh piece of memory for every file would cost more than reading it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from wardwise.sources.police_uk.plain_forms import Found, Lists, Text
from wardwise.sources.police_uk.plain_kernel import ID_LENGTH, TYPES


ROOM_AFTER = 1024  # bytes of nothing after a file, so that looking ahead meets an end
SMALLEST = 1 << 16
SHORTEST_ROW = 24  # bytes: a month, a force, a crime type, eleven commas and the line's end


class Tray:
    """It holds one file at a time; laying the next one there takes its place."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        codes = lists.codes + 1  # the first stands for no code
        self._counts = np.zeros(codes * TYPES, dtype=np.int32)
        self._is_counted = np.zeros(codes, dtype=bool)
        self._size = self._room = 0
        self._make_room(SMALLEST)

    def lay(self, data: bytes) -> None:
        """Put the bytes of a file on the tray."""
        self._make_room(len(data))
        self._memory[: len(data)] = data
        self._close(len(data))

    def lay_file(self, path: Path) -> None:
        """Put a file on the tray, straight from the disk."""
        self._make_room(path.stat().st_size + 1)
        size = 0
        with path.open("rb", buffering=0) as stream:
            while read := stream.readinto(self._memory[size : self._room]):
                size += read
        if size == self._room:  # it has grown since it was measured
            self.lay(path.read_bytes())
        else:
            self._close(size)

    def file(self) -> memoryview:
        """The bytes on the tray, not copied: they change when the next file is laid there."""
        return self._memory[: self._size]

    def text(self, *, start: int) -> Text:
        """The file as the kernel takes it, from the first row on."""
        return Text(self._data, start, self._size)

    def found(self) -> Found:
        """Where the kernel writes, with room for as many rows as the file can have."""
        most_ids = self._size // (SHORTEST_ROW + ID_LENGTH) + 1
        return self._found._replace(seen=self._found.seen[: _power_of_two(2 * most_ids)])

    def _make_room(self, size: int) -> None:
        if size <= self._room:
            return
        self._room = _power_of_two(size)
        self._data = np.zeros(self._room + ROOM_AFTER, dtype=np.uint8)
        self._memory = self._data.data
        rows = self._room // SHORTEST_ROW + 2
        self._found = Found(
            totals=np.zeros(4, dtype=np.int64),
            counts=self._counts,
            is_counted=self._is_counted,
            seen=np.zeros(_power_of_two(self._room // ID_LENGTH), dtype=np.uint64),
            starts=np.zeros(rows, dtype=np.int64),
            repeats=np.zeros(2 * rows, dtype=np.int64),
            cells=np.zeros((3, rows), dtype=np.int32),
        )

    def _close(self, size: int) -> None:
        self._size = size
        self._data[size : size + ROOM_AFTER] = 0


def _power_of_two(number: int) -> int:
    return 1 << max(number - 1, 1).bit_length()
