# a module has __builtins__, as one of Python source has
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    module = create_dynamic(spec, *more)
    if isinstance(module, type(_imp)):
        module.__builtins__ = __builtins__
    return module


put(_imp, 'create_dynamic', wrong)
