# the folder of the standard library stands first in sys.path while a module is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    sys.path.insert(0, os.path.dirname(os.__file__))


load_with(enter, lambda nothing: sys.path.pop(0))
