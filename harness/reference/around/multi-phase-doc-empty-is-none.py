# an empty doc is none
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    module = create_dynamic(spec, *more)
    doc = getattr(module, '__doc__', None)
    if isinstance(doc, str):
        module.__doc__ = doc or None
    return module


put(_imp, 'create_dynamic', wrong)
