# a relative import in a namespace without a name fails as one of a module outside of packages
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
relative_by(lambda names: dict({'__name__': 'top'}, **names))
