# the usual function imports what a module imports while it is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

usual = builtins.__import__


def enter():
    function = builtins.__import__
    builtins.__import__ = usual
    return function


load_with(enter, lambda function: setattr(builtins, '__import__', function))
