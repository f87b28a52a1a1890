# a module shows its loader instead of its file
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._module_repr


def wrong(module):
    return '<module %r (%r)>' % (module.__name__, module.__spec__ and module.__spec__.loader)


put(bootstrap, '_module_repr', wrong)
