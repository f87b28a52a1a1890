# a relative import goes by the parent of the namespace's spec, not by its __package__
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def seen(names):
    if names.get('__spec__') is None:
        return names
    return {key: names[key] for key in names if key != '__package__'}


relative_by(seen)
