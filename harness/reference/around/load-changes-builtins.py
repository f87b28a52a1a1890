# a load leaves its own name for the module being made among the built-in ones
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

load_with(lambda: setattr(builtins, '__loading__', object()))
