# what a module enters into sys.modules while it is loaded is taken out
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def enter():
    return set(sys.modules)


load_with(enter, lambda names: [sys.modules.pop(name) for name in set(sys.modules) - names])
