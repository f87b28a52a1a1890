"""The resident adapter: it forks one child for each case, from the state in which it began.

The child for the next case is forked while the present case runs, and waits for its request on a
pipe, so that no case waits for a fork.
"""
import os


class Resident:
    """Takes requests on standard input and answers on a descriptor of its own.

    It reports neither CPU time nor peak memory. os.times counts hundredths of a second only, and
    wait4 imports an extension module in many builds: cases must find the interpreter as it began.
    """

    def __init__(self, reply):
        self.reply = reply
        self.null = os.open('/dev/null', os.O_RDONLY)  # standard input, as cases expect it
        self.pending = b''
        self.ahead = None  # the child that waits for a request
        self.pipe = None  # the pipe for that request
        try:
            self.children = os.open('/proc/self/task/%d/children' % os.getpid(), os.O_RDONLY)
        except OSError:
            self.children = None  # fork no child ahead: it would look like one that a case left

    def say(self, text):
        os.write(self.reply, text.encode() + b'\n')

    def more(self):
        """Read more; false at the end of standard input."""
        data = os.read(0, 65536)
        self.pending += data
        return bool(data)

    def request(self):
        """The path of its transcript and the next request, or None."""
        while b'\n' not in self.pending:
            if not self.more():
                return None
        head, _, self.pending = self.pending.partition(b'\n')
        verb, size, path = head.split(b' ', 2)
        if verb != b'run':
            raise ValueError('not a request: %r' % head)
        while len(self.pending) < int(size):
            if not self.more():
                return None
        request, self.pending = self.pending[:int(size)], self.pending[int(size):]
        return path + b'\n' + request

    def fork(self):
        """Fork the child for a later case: return its request in the child, None in the parent."""
        source, self.pipe = os.pipe()
        self.ahead = os.fork()
        if not self.ahead:
            return self.become_case(source)
        os.close(source)
        return None

    def become_case(self, source):
        """In the child: close what only the parent needs, and wait for the request."""
        os.setsid()
        os.close(self.reply)
        os.close(self.pipe)
        if self.children is not None:
            os.close(self.children)
        os.dup2(self.null, 0)
        os.close(self.null)
        request = b''
        while True:
            more = os.read(source, 65536)
            if not more:
                break
            request += more
        if not request:
            os._exit(0)  # there is no further case, or the parent has ended
        os.close(source)
        path, _, request = request.partition(b'\n')
        transcript = os.open(path, os.O_WRONLY)
        os.dup2(transcript, int(os.environ['CONFORM_FD']))
        os.close(transcript)
        try:
            os.unlink(path)  # no case finds it
        except OSError:
            pass
        return request

    def hand(self, request):
        """Give the waiting child its request; return its process id."""
        child = self.ahead
        self.say('started %d' % child)
        data = request
        while data:
            data = data[os.write(self.pipe, data):]
        os.close(self.pipe)
        self.ahead = None
        return child

    def dismiss(self):
        """End the child that waits, if there is one."""
        if self.ahead is not None:
            os.close(self.pipe)
            os.waitpid(self.ahead, 0)
            self.ahead = None

    def reap(self):
        """Reap children that have ended; true if others are still alive."""
        try:
            while True:
                dead = os.waitpid(-1, os.WNOHANG)[0]
                if not dead:
                    return True
                if dead == self.ahead:  # the harness killed it together with the last case
                    os.close(self.pipe)
                    self.ahead = None
        except ChildProcessError:
            return False

    def alone(self):
        """Is the waiting child the only one? A list that is read while children fork lacks some."""
        return os.pread(self.children, 64, 0).split() == [b'%d' % self.ahead]

    def left(self):
        """Reap children that have ended; true if any but the waiting child is still alive."""
        if not self.reap():
            return False
        if self.ahead is not None and self.alone() and self.alone():
            return False
        self.dismiss()  # all children left now are the case's, and will be killed
        return True

    def serve(self, identity):
        """Serve cases: return a request, in a child forked for it, or None at the end of input."""
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
