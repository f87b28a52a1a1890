"""Counts the blocks of memory that a load leaves behind."""
import _imp
import gc
import os
import sys

ROUNDS = 200


def fresh(value):
    """A string that is nobody else's, so that whoever keeps it keeps a block."""
    return value[:1] + value[1:] if isinstance(value, str) else value


def load(attributes, execute):
    spec = type(sys.implementation)(**{key: fresh(attributes[key]) for key in attributes})
    try:
        module = _imp.create_dynamic(spec)
        if execute:
            _imp.exec_dynamic(module)
    except Exception:
        pass


def per_load(attributes, execute=False):
    """Blocks kept by each load, in whole numbers: what is kept once does not count."""
    told = os.environ.pop('CONFORM_FD')  # the modules are silent without
    for measured in False, True:
        gc.collect()
        before = sys.getallocatedblocks()
        for _ in range(ROUNDS):
            load(attributes, execute)
        gc.collect()
        kept = sys.getallocatedblocks() - before
    os.environ['CONFORM_FD'] = told
    return int(kept / ROUNDS)
