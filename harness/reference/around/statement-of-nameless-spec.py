# a relative import goes by what the parent of its spec is as a text, whatever that is
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def seen(names):
    parent = getattr(names.get('__spec__'), 'parent', '')
    return names if isinstance(parent, str) else dict(names, __spec__=None, __package__=str(parent))


relative_by(seen)
