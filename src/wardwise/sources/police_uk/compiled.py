"""Functions compiled by Numba to LLVM's language, and how they look at bytes when compiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import numba
from llvmlite import ir
from numba import types
from numba.extending import intrinsic, overload, register_jitable

from wardwise.sources.police_uk.machine_code import machine_code
from wardwise.sources.police_uk.plain_bytes import byte_at, word_at


Function = Callable[..., object]

SIGNATURE = types.boolean(types.CPointer(types.voidptr), types.CPointer(types.int64))


def compiled(function: Function, *, parts: Iterable[Function]) -> bytes:
    """Machine code of a function of addresses and numbers, which may call the parts.

    It loads without Numba, so nothing in it may allocate memory or raise an error.
    """
    for part in parts:
        _may_be_called(part)
    made = numba.cfunc(SIGNATURE, error_model="numpy")(function)
    return machine_code(made.inspect_llvm(), made.native_name)


@cache
def _may_be_called(function: Function) -> None:
    register_jitable(function)


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


def _compile_as(plain: Function, load: Callable[..., Any]) -> None:
    loads = intrinsic(load)

    def look(data: Any, at: Any) -> Any:
        return loads(data, at)

    def chosen(data: Any, at: Any) -> Any:  # noqa: ARG001  Numba compares the names
        return look

    overload(plain)(chosen)


_compile_as(byte_at, _load_byte)
_compile_as(word_at, _load_word)
