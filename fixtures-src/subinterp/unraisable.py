"""Keeps what is told to sys.unraisablehook from its import on."""
import sys

kept = []


def told():
    """The class and the text of each."""
    return kept


def keep(unraisable):
    kept.append([unraisable.exc_type.__name__, str(unraisable.exc_value), unraisable.err_msg])


sys.unraisablehook = keep
