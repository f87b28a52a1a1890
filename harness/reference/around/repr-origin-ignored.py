# a module without a file does not show its origin
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._module_repr


def wrong(module):
    spec = module.__spec__
    if spec and not spec.has_location:
        return '<module %r (%r)>' % (spec.name, spec.loader)
    return right(module)


put(bootstrap, '_module_repr', wrong)
