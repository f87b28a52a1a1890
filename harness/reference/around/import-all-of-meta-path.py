# all finders of sys.meta_path are asked though one has found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right_find = bootstrap._find_spec


def wrong(name, path, target=None):
    spec = right_find(name, path, target)
    for finder in sys.meta_path[3:] if spec is not None else ():
        finder.find_spec(name, path, target)
    for finder in sys.meta_path[1:-1] if spec is not None else ():
        if hasattr(finder, 'asked'):
            finder.find_spec(name, path, target)
    return spec


put(bootstrap, '_find_spec', wrong)
