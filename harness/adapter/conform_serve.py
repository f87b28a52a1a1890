"""The resident adapter: one child forked per case, from the state in which the adapter began.

The child for the next case is forked while the present one runs. It makes itself ready, so far as
no case can tell, and waits for its request on a pipe: so nobody waits for a fork.
"""
import os


class Resident:
    """Takes requests on standard input, answers on a descriptor of its own.

    Neither CPU time nor peak memory is told: os.times knows hundredths of a second, and wait4
    imports an extension module in many builds, where the cases shall find the interpreter as it
    began.
    """

    def __init__(self, reply, rehearse):
        self.reply = reply
        self.rehearse = rehearse  # what a child does while it waits
        self.pending = b''
        self.ahead = None  # the child that waits for a request
        self.pipe = None  # where it gets it
        try:
            self.children = os.open('/proc/self/task/%d/children' % os.getpid(), os.O_RDONLY)
        except OSError:
            self.children = None  # then none is forked ahead: it could not be told from others

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

    def fork(self):
        """Fork the child for a case to come: its request, in the child, and None in here."""
        source, self.pipe = os.pipe()
        self.ahead = os.fork()
        if not self.ahead:
            return self.become_case(source)
        os.close(source)
        return None

    def become_case(self, source):
        """In the child: leave what only the resident needed, and await the request."""
        os.setsid()
        os.close(self.reply)
        os.close(self.pipe)
        if self.children is not None:
            os.close(self.children)
        self.rehearse()
        request = b''
        while True:
            more = os.read(source, 65536)
            if not more:
                break
            request += more
        if not request:
            os._exit(0)  # no case is to come, or there is no resident any more
        os.close(source)
        return request[1:]

    def hand(self, request):
        """Give the waiting child its request; who it is."""
        child = self.ahead
        self.say('started %d' % child)
        data = b'+' + request  # an empty one, too, is more than nothing
        while data:
            data = data[os.write(self.pipe, data):]
        os.close(self.pipe)
        self.ahead = None
        return child

    def dismiss(self):
        """Have no child that waits."""
        if self.ahead is not None:
            os.close(self.pipe)
            os.waitpid(self.ahead, 0)
            self.ahead = None

    def reap(self):
        """Reap what is dead already; true if children live still."""
        try:
            while True:
                dead = os.waitpid(-1, os.WNOHANG)[0]
                if not dead:
                    return True
                if dead == self.ahead:  # the harness killed it with the case before
                    os.close(self.pipe)
                    self.ahead = None
        except ChildProcessError:
            return False

    def left(self):
        """Reap what is dead already; true if others live than the child that waits."""
        if not self.reap():
            return False
        if self.ahead is not None and \
                os.pread(self.children, 64, 0).split() == [b'%d' % self.ahead]:
            return False
        self.dismiss()  # all that is left now is the case's, and will be killed
        return True

    def serve(self, identity):
        """Be resident: return a request, in a child forked for it, or None when all is done."""
        self.say('ready ' + identity)
        while True:
            request = self.request()
            if request is None:
                self.dismiss()
                return None
            self.reap()
            if self.ahead is None:
                mine = self.fork()
                if mine is not None:
                    return mine
            child = self.hand(request)
            if self.children is not None:
                mine = self.fork()
                if mine is not None:
                    return mine
            status = os.waitpid(child, 0)[1]
            self.say('ended %d 0 0 %d' % (status, self.left()))
