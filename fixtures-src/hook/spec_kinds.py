"""Asks the loader for modules by specifications of uncommon kinds."""
import _imp
import sys


class Text(str):
    pass


class Raises:
    """A specification whose attribute of the given name cannot be had."""

    def __init__(self, name, origin, attribute):
        self.values = {'name': name, 'origin': origin}
        self.attribute = attribute

    def __getattr__(self, key):
        if key == self.attribute:
            raise ZeroDivisionError(key)
        return self.__dict__['values'][key]


def create_text(name, origin):
    module = _imp.create_dynamic(type(sys.implementation)(name=Text(name), origin=Text(origin)))
    return [module.__name__, str(module.__file__)]


def create_raises(name, origin, attribute):
    return _imp.create_dynamic(Raises(name, origin, attribute))


def create_long(name, length, origin):
    """The name goes on with its last character."""
    name += name[-1] * (length - len(name))
    return len(_imp.create_dynamic(type(sys.implementation)(name=name, origin=origin)).__name__)
