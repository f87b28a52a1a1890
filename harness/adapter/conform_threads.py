"""Threads that run beside the case: the verbs start, join, blocked?, reached and open."""
import sys

import _thread
import os

import conform_gates as gates
from conform_session import lookup, refuse, verb
from conform_text import Lines

NAP = 0.001
CALM = 20  # looks in a row at a thread that sleeps and has not run in between
awaited = []  # the gate that `reached` waits for


def joinable(body, args):
    return _thread.start_joinable_thread(lambda: body(*args), daemon=False)


START = (_thread.start_new_thread, joinable)[:1 + hasattr(_thread, 'start_joinable_thread')]


def locked():
    lock = _thread.allocate_lock()
    lock.acquire()
    return lock


def begin(body, args):
    """Start a thread; an isolated interpreter may have only those that its end waits for."""
    for start in START:
        try:
            return start(body, args)
        except RuntimeError:
            pass
    raise NotImplementedError('no threads')


def mark(name):
    """Give this thread the name that marks its events; return its folder in /proc, or None."""
    try:
        fd = os.open('/proc/thread-self/comm', os.O_WRONLY)
        os.write(fd, ('T:' + name).encode())
        os.close(fd)
        return '/proc/' + os.readlink('/proc/thread-self')
    except OSError:
        return None


class Running:
    """A thread, from its start until its answer is asked for."""

    def __init__(self, name, words):
        self.name = name
        self.words = words
        self.begun, self.ended = locked(), locked()
        self.folder = self.out = None

    def body(self, session):
        self.folder = mark(self.name)
        self.begun.release()
        gates.wait(gates.start_of(self.name), 'open')
        out = session.attempt(self.words)
        out.value = None  # what dies with it writes its events as this thread
        self.out = out
        self.ended.release()
        if over(session):
            for gate in awaited:
                gates.give_up(gate)

    def look(self):
        """Its state and how often it has run, or None while it runs."""
        if self.folder is None:
            return ()  # a system without /proc: it sleeps if it does not end
        try:
            with open(self.folder + '/status', 'rb') as file:
                lines = file.read().split(b'\n')
        except OSError:
            return None  # it ends just now, and has said so before
        state = [line.split()[1] for line in lines if line.startswith(b'State:')]
        return [line for line in lines if b'ctxt' in line] if state == [b'S'] else None


def over(session):
    """Has each thread that was started, and not joined, ended?"""
    return session.threads and all(one.out is not None for one in session.threads.values())


def answer(session, thread):
    """What a thread that has ended answered; `mentions?` and `error?` refer to it."""
    if thread.out.failed:
        session.message, session.error = thread.out.message, thread.out.error
    return Lines(thread.out.lines)


@verb('start', 2, 1000)
def do_start(session, name, *words):
    lookup(words)
    if session.inner and sys.version_info < (3, 12):
        raise NotImplementedError('no threads in a subinterpreter that runs further commands')
    if name in session.threads:
        refuse('thread %s runs' % name)
    thread = session.threads[name] = Running(str(name), words)
    begin(thread.body, (session,))
    thread.begun.acquire()


@verb('join', 1)
def do_join(session, name):
    thread = session.threads[name]
    thread.ended.acquire()
    del session.threads[name]
    return answer(session, thread)


@verb('blocked?', 1)
def do_blocked(session, name):
    """Wait until the thread sleeps, or until its command has ended: then it is not blocked."""
    thread = session.threads[name]
    before, calm = None, 0
    while calm < CALM:
        if thread.ended.acquire(True, NAP):
            thread.ended.release()
            return False
        now = thread.look()
        calm = calm + 1 if now is not None and now == before else 0
        before = now
    return True


@verb('reached', 1)
def do_reached(session, gate):
    """Wait until a thread is at the gate. If each thread has ended, none will be: the answer is then
    that of one that failed, or false.
    """
    awaited.append(gate)
    if not over(session):
        gates.wait(gate, 'reached')
    awaited.remove(gate)
    if not over(session):
        return None
    failed = [thread for thread in session.threads.values() if thread.out.failed]
    return answer(session, failed[0]) if failed else False


@verb('open', 1)
def do_open(session, gate):
    """Open the gate for good; Later does it."""
