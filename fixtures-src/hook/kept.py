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


def collect():
    """Twice, because builds without GIL free at the next collection what this one has found."""
    gc.collect()
    gc.collect()


def measure(attributes, execute):
    collect()
    before = sys.getallocatedblocks()
    for _ in range(ROUNDS):
        load(attributes, execute)
    collect()
    return round((sys.getallocatedblocks() - before) / ROUNDS)


def per_load(attributes, execute=False):
    """Blocks kept by each load. Blocks kept once, or only at first, do not count."""
    told = {name: os.environ.pop(name, '') for name in ('CONFORM_FD', 'CONFORM_FILE')}
    # without them, fx_event() is silent
    kept = 1
    passes = PASSES
    while kept > 0 and passes:
        kept = measure(attributes, execute)
        passes -= 1
    os.environ.update(told)
    return max(kept, 0)
