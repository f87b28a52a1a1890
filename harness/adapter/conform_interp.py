"""Subinterpreters: each runs this adapter too, with a session of its own.

So `mentions?` refers to the last exception of the interpreter in use.
"""
import os

import _imp

from conform_session import own_import, put, refuse
from conform_text import message

START = """
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, %a)
import conform_adapter  # removes that from the path
conform_adapter.part('conform_verbs', %a)
import conform_session as _conform
_session = _conform.Session(%a, %a, %a, %a, %a)
_session.inner = True
_conform.plug(_conform.load_plugin(_session.plugin))
"""
OBEY = """
_session.obey(_session.words(%a))
_conform.flush()
"""


# the two names that the interpreter's own module for this has had
API = '_interpreters', '_xxsubinterpreters'


def isolates():
    """Does an isolated interpreter load extensions in another way? Not before 3.12."""
    return hasattr(_imp, '_override_multi_interp_extensions_check')


class Interpreters:
    """The subinterpreters of a case, numbered from 1; 0 is the interpreter it began in."""

    def __init__(self, session):
        here = os.path.dirname(os.path.abspath(__file__))
        self.start = START % ((here, session.given[1] or None) + session.given)
        self.api = self.find()
        self.known = {}
        self.made = 0
        self.current = 0

    def find(self):
        for name in API:
            try:
                return own_import(name)
            except ImportError:
                pass
        raise NotImplementedError('no subinterpreters')

    def do(self, action, which):
        if action == 'new' and which in ('legacy', 'isolated'):
            return self.new(which)
        if action not in ('use', 'end') or not which.isdigit():
            refuse('interp %s %s' % (action, which))
        number = int(which)
        if number and number not in self.known:
            raise KeyError(number)
        if action == 'use':
            self.current = number
        else:
            self.end(number)

    def create(self, kind):
        if self.api.__name__ == '_interpreters':
            return self.api.create(kind)
        try:
            return self.api.create(isolated=kind == 'isolated')
        except TypeError:
            return self.api.create()  # 3.8: always a legacy one

    def new(self, kind):
        if kind == 'isolated' and not isolates():
            raise NotImplementedError('no isolated subinterpreters')
        ident = self.create(kind)
        if not self.begins(ident):
            self.api.destroy(ident)
            raise NotImplementedError('no %s subinterpreters' % kind)
        self.made += 1
        self.known[self.made] = ident
        return self.made

    def begins(self, ident):
        """Start the adapter in it. This fails if a plug-in does not support subinterpreters."""
        try:
            self.run(ident, self.start)
            return True
        except Exception as exc:
            put(2, 'conform_adapter: in a subinterpreter: %s' % message(exc))
            return False

    def run(self, ident, code):
        problem = self.api.run_string(ident, code)
        if problem is not None:  # up to 3.12 it was an exception
            raise RuntimeError(getattr(problem, 'formatted', problem))

    def obey(self, command):
        """Make the interpreter in use carry out a command and write its answer."""
        self.run(self.known[self.current], OBEY % command)

    def end(self, number):
        if self.current == number:
            self.current = 0
        self.api.destroy(self.known.pop(number))
