# a doc has no blanks at its ends
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def wrong(spec, *more):
    module = create_dynamic(spec, *more)
    doc = getattr(module, '__doc__', None)
    if isinstance(doc, str):
        module.__doc__ = doc.strip()
    return module


put(_imp, 'create_dynamic', wrong)
