"""The resident adapter: one child forked per case, from the state in which the adapter began."""
import os


class Resident:
    """Takes requests on standard input, answers on a descriptor of its own.

    Peak memory is not told: wait4 would, but imports an extension module for it in many builds,
    and the cases shall find the interpreter as it began.
    """

    def __init__(self, reply):
        self.reply = reply
        self.pending = b''

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
        """In the child: leave what only the resident needed."""
        os.setsid()
        os.close(self.reply)

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
            before = os.times()
            _, status = os.waitpid(child, 0)
            after = os.times()
            cpu = after[2] + after[3] - before[2] - before[3]
            self.say('ended %d %d 0 %d' % (status, int(cpu * 1e6), self.reap()))
