# the origin of a namespace package is a word
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder.find_spec', 'spec.origin = None', "spec.origin = 'namespace'")
