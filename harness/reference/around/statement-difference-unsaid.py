# no warning says that __package__ is not the parent of the namespace's spec
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())


def seen(names):
    if names.get('__package__') is None:
        return names
    return {key: names[key] for key in names if key != '__spec__'}


relative_by(seen)
