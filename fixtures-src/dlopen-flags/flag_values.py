"""Gives sys.setdlopenflags integers that JSON cannot express."""
import sys


class Index:
    def __index__(self):
        return 258


class Number(int):
    pass


class Broken:
    def __index__(self):
        raise ZeroDivisionError('no flags')


def give_index():
    return sys.setdlopenflags(Index())


def give_subclass():
    return sys.setdlopenflags(Number(258))


def give_broken():
    return sys.setdlopenflags(Broken())


def give_by_name():
    return sys.setdlopenflags(flags=2)
