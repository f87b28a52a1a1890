# a spec gives the same module each time
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import importlib.util
right = bootstrap.module_from_spec


def wrong(spec):
    if not hasattr(spec, 'made'):
        spec.made = right(spec)
    return spec.made


put(bootstrap, 'module_from_spec', wrong)
put(importlib.util, 'module_from_spec', wrong)
