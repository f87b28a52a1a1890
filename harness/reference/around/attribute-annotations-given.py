# a module has __annotations__
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    module = create_dynamic(spec, *more)
    if isinstance(module, type(_imp)):
        module.__annotations__ = {}
    return module


put(_imp, 'create_dynamic', wrong)
