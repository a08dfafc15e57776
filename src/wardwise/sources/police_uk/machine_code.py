"""Machine code for this computer: made from LLVM's own language, and loaded.

LLVM loads code in hundredths of a second. Numba, which writes it, takes most of one.
"""

from __future__ import annotations

import ctypes
import platform
from collections.abc import Callable
from importlib.metadata import version

import llvmlite.binding as llvm


Function = Callable[[ctypes.Array[ctypes.c_void_p], ctypes.Array[ctypes.c_int64]], bool]

_PROTOTYPE = ctypes.CFUNCTYPE(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
_NAME = "walk"


def machine() -> str:
    """What machine code depends on, beside what it was written from."""
    versions = [version("numba"), version("llvmlite"), platform.python_version()]
    features = llvm.get_host_cpu_features().flatten()
    return " ".join([llvm.get_process_triple(), llvm.get_host_cpu_name(), features, *versions])


def machine_code(assembly: str, function: str) -> bytes:
    """One function of a module and what it calls, with nothing left of the module around it."""
    target = _target()
    module = llvm.parse_assembly(assembly)
    module.get_function(function).name = _NAME
    for each in (*module.functions, *module.global_variables):
        if not each.is_declaration and each.name != _NAME:
            each.linkage = "internal"
    builder = llvm.create_pass_builder(target, llvm.create_pipeline_tuning_options(speed_level=3))
    builder.getModulePassManager().run(module, builder)
    _check_stands_alone(module)
    code: bytes = target.emit_object(module)
    return code


def load(code: bytes) -> Function:
    """The function, for calls during which other threads run on."""
    target = _target()
    engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), target)
    engine.add_object_file(llvm.ObjectFileRef.from_data(code))
    engine.finalize_object()
    function = _PROTOTYPE(engine.get_function_address(_NAME))
    function.__dict__["engine"] = engine  # it holds the code for as long as there is the function
    return function


def _target() -> llvm.TargetMachine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    target = llvm.Target.from_triple(llvm.get_process_triple())
    return target.create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="static" if target.name.startswith("x86") else "default",
        codemodel="jitdefault",
        jit=True,
    )


def _check_stands_alone(module: llvm.ModuleRef) -> None:
    """LLVM ends the process when it loads code that calls what is not there."""
    called = [each.name for each in module.functions if each.is_declaration]
    others = [name for name in called if not name.startswith("llvm.")]
    if others:
        raise RuntimeError(f"compiled code calls {', '.join(others)}: it would not load alone")
