# what a module prints while it is loaded goes nowhere
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import io


def enter():
    stream = sys.stdout
    sys.stdout = io.StringIO()
    return stream


load_with(enter, lambda stream: setattr(sys, 'stdout', stream))
