# a relative import goes by __name__ and __path__, though the namespace has a spec
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def seen(names):
    if names.get('__package__') is not None:
        return names
    return {key: names[key] for key in ('__name__', '__path__') if key in names}


relative_by(seen)
