# module_from_spec enters its module in sys.modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right_from_spec = bootstrap.module_from_spec


def wrong(spec):
    module = right_from_spec(spec)
    if spec.name not in sys.modules:
        sys.modules[spec.name] = module
    return module


import importlib.util
put(bootstrap, 'module_from_spec', wrong)
put(importlib.util, 'module_from_spec', wrong)
