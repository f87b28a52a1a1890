"""Collects what sys.unraisablehook gets after this module is imported."""
import sys

kept = []


def told():
    """The class and the text of each exception."""
    return kept


def keep(unraisable):
    kept.append([unraisable.exc_type.__name__, str(unraisable.exc_value), unraisable.err_msg])


sys.unraisablehook = keep
