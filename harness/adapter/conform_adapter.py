"""Runs inside the interpreter under test and does what a case says; FORMAT.md is the contract.

It must not disturb what it measures: only built-in, frozen and a few pure modules are imported,
never an extension module (but for an `interp` command, --hello, and
`reload` on 3.6, whose importlib brings one).
CPython 3.6 to 3.15 and PyPy, with -I -S.

    conform_adapter.py --hello [--plugin FILE]
    conform_adapter.py --fix DIR [--plugin FILE] [--serve]

This file is compiled at every start, so it holds no more than the way to the others.
"""
import sys

if sys.version_info < (3, 6):  # nor would the other files be understood
    sys.stdout.write('{"protocol": 1, "error": "this is Python %d.%d; the suite needs 3.6 or later"}'
                     '\n' % sys.version_info[:2])
    sys.exit()

sys.dont_write_bytecode = True  # nothing is written beside the sources or the fixtures

import os

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:] = [entry for entry in sys.path if os.path.abspath(entry) != HERE]


def part(name, fix=None):
    """Import one of the adapter's own files, where no case can find them.

    Compiling them costs as much as starting the interpreter, so what they are compiled to is kept
    below FIX, if that is given; the import system is for the cases as if it were not.
    """
    kept = sys.dont_write_bytecode, getattr(sys, 'pycache_prefix', None)
    keep = fix is not None and hasattr(sys, 'pycache_prefix')
    if keep:
        sys.dont_write_bytecode, sys.pycache_prefix = False, os.path.join(fix, '.pycache')
    sys.path.insert(0, HERE)
    try:
        return __import__(name)
    finally:
        del sys.path[0]
        if keep:
            sys.dont_write_bytecode, sys.pycache_prefix = kept


def start(args):
    fix = args[args.index('--fix') + 1] if '--fix' in args[:-1] else None
    part('conform_main', fix and os.path.abspath(fix)).begin(part, args)


if __name__ == '__main__':
    start(sys.argv[1:])
