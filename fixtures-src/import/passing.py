"""Raises an exception in one phase of a load, and looks at what arrives."""
import builtins
import sys

raised = phase = None
ARGUMENTS = {'UnicodeDecodeError': ('utf-8', b'', 0, 1, ''), 'UnicodeEncodeError': ('utf-8', '', 0, 1, ''),
             'UnicodeTranslateError': ('', 0, 1, '')}


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
    """The same object, with its attributes and nothing before it? Functions of its traceback; is the module there?"""
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


def arrives(name, where, exception):
    """Another exception, of another class, is nothing to be caught here."""
    global raised, phase
    raised, phase = exception, where
    try:
        __import__(name)
    except type(exception) as caught:
        return caught is raised and name not in sys.modules


def classes_lost(name):
    """The built-in classes, in each phase, of which an exception does not arrive; and are there enough?"""
    classes = [one for one in vars(builtins).values()
               if isinstance(one, type) and issubclass(one, BaseException) and
               not one.__name__.endswith('ExceptionGroup')]
    exceptions = [one(*ARGUMENTS.get(one.__name__, ('text',))) for one in classes]
    return [type(one).__name__ + ' in ' + where for where in ('init', 'create', 'exec')
            for one in exceptions if not arrives(name, where, one)], len(set(classes)) > 50
