"""A module that puts another one in its place when it is reloaded."""
import sys

if 'loaded' in globals():
    sys.modules[__name__] = type(sys)('replacement')
loaded = True
