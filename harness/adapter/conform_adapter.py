"""Runs inside the interpreter under test and carries out a case; FORMAT.md is the contract.

It must not disturb what it measures. It imports only built-in, frozen and a few pure modules, never
an extension module (except for an `interp` command, for --hello, and for `reload` on 3.6, whose
importlib imports one). CPython 3.6 to 3.15 and PyPy, with -I -S.

    conform_adapter.py --hello [--fix DIR] [--plugin FILE]
    conform_adapter.py --fix DIR [--plugin FILE] [--serve]

This file is compiled at every start, so it only imports the other files.
"""
import sys

if sys.version_info < (3, 6):  # which could not compile the other files
    sys.stdout.write('{"protocol": 1, "error": "this is Python %d.%d; the suite needs 3.6 or later"}'
                     '\n' % sys.version_info[:2])
    sys.exit()

sys.dont_write_bytecode = True  # nothing is written beside the sources or the fixtures

import os

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != HERE]


def part(name, fix=None):
    """Import one of the adapter's own files, from a folder in which no case can find it.

    Compiling a file costs as much as starting the interpreter, so the bytecode is kept below FIX,
    if FIX is given. Only --hello writes it, before the first case: what a case could change would
    be run for the next one. Afterwards the import system is as the cases expect it.
    """
    kept = sys.dont_write_bytecode, getattr(sys, 'pycache_prefix', None)
    keep = fix is not None and hasattr(sys, 'pycache_prefix')
    lazily = sys.get_lazy_imports() if hasattr(sys, 'get_lazy_imports') else 'normal'
    if keep:
        sys.dont_write_bytecode = not part.writes
        sys.pycache_prefix = os.path.join(fix, '.pycache')
    if lazily != 'normal':  # with -X lazy_imports=all it would find its files too late
        sys.set_lazy_imports('normal')
    sys.path.insert(0, HERE)
    try:
        return __import__(name)
    finally:
        del sys.path[0]
        if lazily != 'normal':
            sys.set_lazy_imports(lazily)
        if keep:
            sys.dont_write_bytecode, sys.pycache_prefix = kept


part.writes = False


def start(args):
    part.writes = '--hello' in args
    fix = args[args.index('--fix') + 1] if '--fix' in args[:-1] else None
    part('conform_main', fix and os.path.abspath(fix)).begin(part, args)


if __name__ == '__main__':
    start(sys.argv[1:])
