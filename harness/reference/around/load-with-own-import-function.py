# the usual function imports what a module imports while it is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

load_where(lambda: builtins.__import__,
           lambda function: setattr(builtins, '__import__', function), builtins.__import__)
