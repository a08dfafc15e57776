"""Loops that are compiled: by numba, which keeps the machine code where it may write.

Import a file of compiled loops only where they are called: numba takes half a second to
import, and most commands never count.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numba


Loop = TypeVar("Loop", bound=Callable[..., object])


def compiled(loop: Loop) -> Loop:
    """The loop as machine code, during which other threads run on.

    It raises nothing and checks no bounds: whoever calls it has looked at the arguments. The
    loop as it is written is its ``py_func``, for tests.
    """
    settings = {"nogil": True, "error_model": "numpy"}
    try:
        made: Loop = numba.njit(loop, cache=True, **settings)
    except RuntimeError:  # there is nowhere to keep it: it is compiled in each run
        made = numba.njit(loop, **settings)
    return made
