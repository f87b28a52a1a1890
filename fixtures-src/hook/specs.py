"""Asks the loader for a module by a specification that has the given attributes, and no others."""
import _imp
import sys


def create(attributes):
    return _imp.create_dynamic(type(sys.implementation)(**attributes))
