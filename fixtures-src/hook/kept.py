"""Counts the blocks of memory that a load leaves behind."""
import _imp
import gc
import os
import sys

ROUNDS, PASSES = 200, 12


def fresh(value):
    """A new string that nothing else refers to, so that keeping it keeps a block."""
    return value[:1] + value[1:] if isinstance(value, str) else value


def load(attributes, execute):
    spec = type(sys.implementation)(**{key: fresh(attributes[key]) for key in attributes})
    try:
        module = _imp.create_dynamic(spec)
        if execute:
            _imp.exec_dynamic(module)
    except Exception:
        pass


def measure(work, *args):
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(ROUNDS):
        work(*args)
    gc.collect()
    return round((sys.getallocatedblocks() - before) / ROUNDS)


def per_load(attributes, execute=False):
    """Blocks kept by each load. Blocks kept once, or only at first, do not count, nor those that any
    module keeps that is not loaded: one, on builds without GIL.
    """
    told = os.environ.pop('CONFORM_FD')  # without it, fx_event() is silent
    kept = 1
    passes = PASSES
    while kept > 0 and passes:
        kept = measure(load, attributes, execute)
        passes -= 1
    os.environ['CONFORM_FD'] = told
    return max(kept - measure(type(sys), 'plain'), 0) if kept > 0 else 0
