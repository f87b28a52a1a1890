"""Subinterpreters: each runs this same adapter, with a session of its own.

`mentions?` knows the last exception of the interpreter that is asked.
"""
import os

import _imp

from conform_session import own_import, refuse

START = """
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, %a)
import conform_verbs, conform_session as _conform
del sys.path[0]
_session = _conform.Session(%a, %a, %a, %a, %a)
"""
OBEY = """
_session.obey(_session.words(%a))
_conform.flush()
"""


class Interpreters:
    """The subinterpreters of a case, numbered from 1; 0 is the one it began in."""

    def __init__(self, session):
        here = os.path.dirname(os.path.abspath(__file__))
        self.start = START % ((here,) + session.given)
        self.api = self.find()
        self.known = {}
        self.made = 0
        self.current = 0

    def find(self):
        """The interpreter's own module for this, which has had two names."""
        for name in '_interpreters', '_xxsubinterpreters':
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
            return self.api.create()  # 3.8: always as a legacy one

    def new(self, kind):
        # before 3.12 "isolated" meant nothing to the loading of extensions
        if kind == 'isolated' and not hasattr(_imp, '_override_multi_interp_extensions_check'):
            raise NotImplementedError('no isolated subinterpreters')
        ident = self.create(kind)
        self.made += 1
        self.known[self.made] = ident
        self.run(self.made, self.start)
        return self.made

    def run(self, number, code):
        problem = self.api.run_string(self.known[number], code)
        if problem is not None:
            refuse('in subinterpreter %d: %s' % (number, problem))

    def obey(self, command):
        self.run(self.current, OBEY % command)

    def end(self, number):
        if self.current == number:
            self.current = 0
        self.api.destroy(self.known.pop(number))
