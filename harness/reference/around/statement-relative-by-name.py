# a relative import goes by __name__, not by __package__
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def seen(names):
    if '__name__' not in names:
        return names
    return {key: names[key] for key in ('__name__', '__path__') if key in names}


relative_by(seen)
