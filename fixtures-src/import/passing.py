"""Raises an exception in one phase of a load, and looks at what arrives."""
import sys

raised = phase = None


class Odd(Exception):
    """Nobody can make another one of what it tells."""

    def __init__(self, one, two):
        super().__init__('odd')


def fail():
    raise raised


def go(where):
    if where == phase:
        fail()


def attempt(name, where):
    """The same object, its attributes, its notes, nothing before it; the last functions of its traceback."""
    global raised, phase
    raised, phase = Odd(1, 2), where
    raised.extra = where
    try:
        __import__(name)
    except Odd as caught:
        functions = []
        trace = caught.__traceback__
        while trace:
            functions.append(trace.tb_frame.f_code.co_name)
            trace = trace.tb_next
        return [caught is raised, vars(caught) == {'extra': where},
                caught.__context__ is None and caught.__cause__ is None,
                functions[:1] + functions[-2:], name in sys.modules]
