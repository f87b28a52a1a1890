# a hyphen in a module's name becomes an underscore
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap.ModuleSpec.__init__


def wrong(self, name, *args, **keys):
    right(self, name.replace('-', '_') if isinstance(name, str) else name, *args, **keys)


put(bootstrap.ModuleSpec, '__init__', wrong)
