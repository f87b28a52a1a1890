"""A class of modules that come back when they are released."""
import sys

saved = []


class Saved(type(sys)):
    dying = False

    def __del__(self):
        if not self.dying:
            saved.append(self)


def count():
    return len(saved)


def answer():
    return saved[0].answer


def drop():
    saved.pop().dying = True
