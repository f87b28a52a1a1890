"""Imports modules with the check for multiple interpreters switched off or on by importlib."""
import importlib.util


def attempt(name, disable):
    with importlib.util._incompatible_extension_module_restrictions(disable_check=disable):
        try:
            __import__(name)
        except ImportError as e:
            return type(e).__name__
    return 'imported'
