"""A module in Python."""
import os

value = 1


def changed(path):
    return os.stat(path).st_mtime
