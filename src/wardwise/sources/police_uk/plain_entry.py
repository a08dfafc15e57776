"""The walk as machine code calls it: with addresses and numbers in place of arrays."""

from __future__ import annotations

from inspect import getmembers, isfunction
from typing import Any

import numpy as np
from numba import carray

from wardwise.sources.police_uk import plain_kernel
from wardwise.sources.police_uk.compiled import compiled
from wardwise.sources.police_uk.plain_forms import Alike, Found, Lists, Text
from wardwise.sources.police_uk.plain_kernel import walk


def compile_walk() -> bytes:
    """Machine code of the walk."""
    parts = [each for _, each in getmembers(plain_kernel, isfunction)]
    return compiled(_entry, parts=[each for each in parts if each.__module__ == walk.__module__])


def _entry(at: Any, n: Any) -> Any:
    """``at`` holds the addresses of the arrays, ``n`` their shapes and the numbers, in order."""
    text = Text(carray(at[0], n[0], np.uint8), n[1], n[2])
    alike = Alike(carray(at[1], n[3], np.uint64), n[4])
    lists = Lists(
        n[5],
        carray(at[2], (n[6], n[7]), np.int32),
        carray(at[3], n[8], np.int8),
        carray(at[4], (n[9], n[10]), np.uint64),
        carray(at[5], (n[11], n[12]), np.uint64),
    )
    found = Found(
        carray(at[6], n[13], np.int64),
        carray(at[7], n[14], np.int32),
        carray(at[8], n[15], np.bool_),
        carray(at[9], n[16], np.uint64),
        carray(at[10], n[17], np.int64),
        carray(at[11], n[18], np.int64),
        carray(at[12], (n[19], n[20]), np.int32),
    )
    return walk(text, alike, lists, found)
