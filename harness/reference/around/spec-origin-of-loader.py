# the origin of a spec is the path that its loader knows
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = external.spec_from_file_location


def wrong(name, location=None, **keys):
    spec = right(name, location, **keys)
    if spec is not None and hasattr(spec.loader, 'path'):
        spec.origin = spec.loader.path
    return spec


import importlib.util
put(external, 'spec_from_file_location', wrong)
put(importlib.util, 'spec_from_file_location', wrong)
