"""A module that reloads itself when it is reloaded, counts, and notes what that answers."""
import importlib
import sys

count = globals().get('count', 0) + 1
if 1 < count < 5:
    itself = importlib.reload(sys.modules[__name__]) is sys.modules[__name__]
