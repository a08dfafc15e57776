"""The walk in machine code: compiled once, kept, and loaded again in each run.

It is kept in the user's cache folder, for this processor, these versions and these lines of ours.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from wardwise.sources import place_numbers
from wardwise.sources.police_uk import plain_bytes, plain_forms, plain_kernel, schema
from wardwise.sources.police_uk.kept_code import kept_code
from wardwise.sources.police_uk.machine_code import Function, load, machine
from wardwise.sources.police_uk.own_folder import own_cache_folder
from wardwise.sources.police_uk.plain_forms import Alike, Found, Lists, Text, Walk


HERE = Path(__file__).parent
FILE = f"walk.{sys.implementation.cache_tag}.code"
# All that the code is made from, and the modules whose numbers are in it
MADE_FROM = (
    *(Path(str(module.__file__)) for module in (plain_bytes, plain_forms, plain_kernel)),
    *(Path(str(module.__file__)) for module in (schema, place_numbers)),
    *(HERE / name for name in ("plain_entry.py", "compiled.py", "machine_code.py")),
)


def load_walk() -> Walk:
    """The walk in machine code."""
    lines = [path.read_bytes() for path in MADE_FROM]
    made_for = b"\0".join([machine().encode(), *lines])
    function = load(kept_code(FILE, own_cache_folder(), made_for=made_for, make=_compile))

    def walk(text: Text, alike: Alike, lists: Lists, found: Found) -> bool:
        return _call(function, (*text, *alike, *lists, *found))

    return walk


def _compile() -> bytes:
    # Loaded here alone, because Numba takes most of a second
    from wardwise.sources.police_uk.plain_entry import compile_walk

    return compile_walk()


def _call(function: Function, values: Iterable[NDArray[Any] | int]) -> bool:
    """The addresses of the arrays; their shapes and the numbers among them. In order."""
    addresses: list[int] = []
    numbers: list[int] = []
    for each in values:
        if isinstance(each, int):
            numbers.append(each)
        else:
            addresses.append(each.ctypes.data)
            numbers.extend(each.shape)
    return function(
        (ctypes.c_void_p * len(addresses))(*addresses), (ctypes.c_int64 * len(numbers))(*numbers)
    )
