"""Asks the loader for a module by a spec that has only the given attributes."""
import _imp
import sys


def create(attributes):
    return _imp.create_dynamic(type(sys.implementation)(**attributes))
