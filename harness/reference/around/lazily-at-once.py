# a lazy import loads its module at once
# needs: py>=3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import builtins

put(builtins, '__lazy_import__',
    lambda name, globals=None, locals=None, fromlist=(), level=0:
    builtins.__import__(name, globals, locals, fromlist, level) if not fromlist else getattr(
        builtins.__import__(name, globals, locals, fromlist, level), fromlist[0]))
