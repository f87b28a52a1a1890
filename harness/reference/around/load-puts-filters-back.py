# filters of warnings that a module sets while it is loaded are lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import warnings


def enter():
    return list(warnings.filters)


load_with(enter, lambda filters: warnings.filters.__setitem__(slice(None), filters))
