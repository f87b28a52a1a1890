# a module that was not found is not sought again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap._find_spec
missing = set()


def wrong(name, path, target=None):
    if name in missing:
        return None
    spec = right(name, path, target)
    if spec is None:
        missing.add(name)
    return spec


put(bootstrap, '_find_spec', wrong)
