"""The resident adapter: one child forked per case, from the state in which the adapter began."""
import os
import sys


class Resident:
    """Takes requests on standard input, answers on a descriptor of its own."""

    def __init__(self, reply):
        self.reply = reply
        self.pending = b''
        self.modules = set(sys.modules)
        self.wait = os.wait4 if self.can_measure() else self.plain_wait

    def can_measure(self):
        """Does wait4 work: where `resource` is an extension module, wait4 imports it."""
        child = os.fork()
        if not child:
            os._exit(0)
        try:
            os.wait4(child, 0)
        except (AttributeError, ImportError):
            self.reap()
            return False
        return True

    def plain_wait(self, child, options):
        return os.waitpid(child, options) + (None,)

    def say(self, text):
        os.write(self.reply, text.encode() + b'\n')

    def more(self):
        """Read on; false at the end of standard input."""
        data = os.read(0, 65536)
        self.pending += data
        return bool(data)

    def request(self):
        """The next request, or None."""
        while b'\n' not in self.pending:
            if not self.more():
                return None
        head, _, self.pending = self.pending.partition(b'\n')
        verb, size = head.split()
        if verb != b'run':
            raise ValueError('not a request: %r' % head)
        while len(self.pending) < int(size):
            if not self.more():
                return None
        request, self.pending = self.pending[:int(size)], self.pending[int(size):]
        return request

    def reap(self):
        """Reap what is dead already; true if other children live still."""
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return False
        return True

    def become_case(self):
        """In the child: forget what only the resident needed."""
        os.setsid()
        os.close(self.reply)
        for name in set(sys.modules) - self.modules:
            del sys.modules[name]

    def serve(self):
        self.say('ready')
        while True:
            request = self.request()
            if request is None:
                return None
            self.reap()
            child = os.fork()
            if not child:
                self.become_case()
                return request
            self.say('started %d' % child)
            _, status, usage = self.wait(child, 0)
            cpu, peak = 0, 0
            if usage:
                cpu, peak = int((usage.ru_utime + usage.ru_stime) * 1e6), usage.ru_maxrss
            self.say('ended %d %d %d %d' % (status, cpu, peak, self.reap()))
