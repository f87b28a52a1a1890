"""Tells what a module has that nobody gave it."""
import sys

GIVEN = {'__doc__', '__file__', '__loader__', '__name__', '__package__', '__spec__'}


def others(name):
    return sorted(key for key in vars(sys.modules[name]) if key[:2] == key[-2:] == '__' and key not in GIVEN)
