"""Asks the loader for modules by unusual specs."""
import _imp
import sys


class Text(str):
    pass


class Raises:
    """A spec that raises when the given attribute is read."""

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
    """The name is extended with copies of its last character."""
    name += name[-1] * (length - len(name))
    return len(_imp.create_dynamic(type(sys.implementation)(name=name, origin=origin)).__name__)


def create_refused(name, origin):
    """Name and origin belong to no module: is that said by an exception that fits?"""
    try:
        _imp.create_dynamic(type(sys.implementation)(name=name, origin=origin))
    except (ImportError, UnicodeEncodeError):
        return True
