# no module can be made from a spec without loader
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right = bootstrap.module_from_spec


def wrong(spec):
    if spec.loader is None:
        raise ImportError('missing loader', name=spec.name)
    return right(spec)


import importlib.util
put(bootstrap, 'module_from_spec', wrong)
put(importlib.util, 'module_from_spec', wrong)
