"""A package that refuses attributes."""
import sys


class Refusing(type(sys)):
    def __setattr__(self, name, value):
        raise AttributeError(name)


sys.modules[__name__].__class__ = Refusing
