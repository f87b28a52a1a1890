"""A stub, as installers make it: it loads an extension that lies elsewhere, under its own name."""
import importlib.machinery
import importlib.util
import os
import sys

EXT = importlib.machinery.EXTENSION_SUFFIXES[0]


def load(name):
    file = os.path.join(os.path.dirname(__file__), 'stub', name + EXT)
    loader = importlib.machinery.ExtensionFileLoader(name, file)
    module = importlib.util.module_from_spec(importlib.util.spec_from_file_location(name, file))
    loader.exec_module(module)


def replaced(name):
    """Has the extension taken the stub's place in sys.modules?"""
    return sys.modules[name].__file__.endswith(EXT)
