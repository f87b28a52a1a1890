# the name of a module that is not ASCII is decomposed
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import unicodedata
right = bootstrap.ModuleSpec.__init__


def wrong(self, name, *args, **keys):
    right(self, unicodedata.normalize('NFD', name) if isinstance(name, str) else name, *args, **keys)


put(bootstrap.ModuleSpec, '__init__', wrong)
