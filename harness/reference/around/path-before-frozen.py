# an extension on sys.path wins over a frozen module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right_find_spec = bootstrap.FrozenImporter.find_spec


def wrong(fullname, path=None, target=None):
    return external.PathFinder.find_spec(fullname, path, target) or right_find_spec(fullname, path, target)


put(bootstrap.FrozenImporter, 'find_spec', wrong)
