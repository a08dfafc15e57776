"""Functions in machine code: how they are compiled, and how they look at bytes.

Numba keeps the code beside the module or, where that folder cannot be written to, in the
user's cache folder, and takes it from there in the next run. Where neither can be written to
it would refuse to load the module at all; then we compile for this one run. It notices that
code is out of date by the file of the compiled function alone, so what that calls of ours is
in the same file; what is here seldom changes (``NUMBA_CACHE_DIR`` says where to look).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numba
import numpy as np
from llvmlite import ir
from numba import types
from numba.extending import intrinsic, overload, register_jitable
from numpy.typing import NDArray


Bytes = NDArray[np.uint8]
Function = TypeVar("Function", bound=Callable[..., object])


def part(function: Function) -> Function:
    """A function that compiled ones may call. It stays a plain function in Python."""
    marked: Function = register_jitable(function)
    return marked


def compiled(signature: Any, function: Function) -> Function:
    """The function in machine code, for arguments of those types alone; other threads run on."""
    try:
        made: Function = numba.njit(signature, nogil=True, cache=True)(function)
    except RuntimeError as refused:
        if "cannot cache function" not in str(refused):
            raise
        made = numba.njit(signature, nogil=True)(function)
    return made


def byte_at(data: Bytes, at: int) -> int:
    """One byte. Compiled, it looks at no bounds: neither ``at`` nor the end is checked."""
    return int(data[at])


def word_at(data: Bytes, at: int) -> np.uint64:
    """Eight bytes as one number, the first the lowest; compiled, without bounds as well."""
    word: np.uint64 = data[at : at + 8].view("<u8")[0]
    return word


def _load(bits: int) -> Callable[..., Any]:
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.gep(array.data, [arguments[1]])
        place = builder.bitcast(place, ir.IntType(bits).as_pointer())
        return builder.zext(builder.load(place, align=1), ir.IntType(64))

    return code


def _load_byte(_: Any, data: Any, at: Any) -> Any:
    return types.int64(data, at), _load(8)


def _load_word(_: Any, data: Any, at: Any) -> Any:
    return types.uint64(data, at), _load(64)


def _compile_as(plain: Callable[..., object], load: Callable[..., Any]) -> None:
    loads = intrinsic(load)

    def look(data: Any, at: Any) -> Any:
        return loads(data, at)

    def chosen(data: Any, at: Any) -> Any:  # noqa: ARG001  Numba compares the names
        return look

    overload(plain)(chosen)


_compile_as(byte_at, _load_byte)
_compile_as(word_at, _load_word)
