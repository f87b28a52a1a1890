"""Gates at which threads wait, in each interpreter of the process and without one.

A gate is two FIFOs in the case's folder: `.reached` has a writer as soon as a thread is at the
gate, `.open` as soon as the gate is open. Who opens one of them for reading waits for that.
"""
import os

held = {}  # gate: the descriptor that keeps it open


def fifo(gate, state):
    path = '%s/gate-%s.%s' % (os.environ.get('TMPDIR', '.'), gate, state)
    try:
        os.mkfifo(path)
    except FileExistsError:
        pass
    return path


def wait(gate, state):
    os.close(os.open(fifo(gate, state), os.O_RDONLY))


def give_up(gate):
    """Let who waits until a thread is at the gate go on, though none is there."""
    os.open(fifo(gate, 'reached'), os.O_RDWR)


def hold_open(gate):
    if gate not in held:
        held[gate] = os.open(fifo(gate, 'open'), os.O_RDWR)


def close(gate):
    if gate in held:
        os.close(held.pop(gate))


class Later:
    """What `start` and `open` let go on goes on when the next command but `interp` has been written, so
    that its events have one place in the transcript.
    """

    def __init__(self):
        self.gates = []

    def begin(self):
        for gate in self.gates:
            try:
                hold_open(gate)
            except (AttributeError, OSError):
                pass  # a system without FIFOs has no thread that waits
        self.gates = []

    def note(self, verb, name):
        if verb == 'start':
            self.gates.append(start_of(name))
        elif verb == 'open':
            self.gates.append(name)
        elif verb == 'join':
            close(start_of(name))  # another thread may get the name


def start_of(thread):
    """The gate at which a thread waits before its command; no gate of a case has such a name."""
    return 'start.' + thread
