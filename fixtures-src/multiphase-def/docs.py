"""Looks at a doc that is too long for a transcript."""
import sys


def long(name):
    """Its length, and what it begins and ends with."""
    doc = sys.modules[name].__doc__
    return len(doc), doc[:4], doc[-4:], doc.count('d')
