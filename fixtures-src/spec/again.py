"""A module that reloads itself when it is reloaded, and counts."""
import importlib
import sys

count = globals().get('count', 0) + 1
if 1 < count < 5:
    importlib.reload(sys.modules[__name__])
