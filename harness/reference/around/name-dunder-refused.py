# a name with two underscores at each end is refused
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
refuse(lambda spec: spec.name[:2] == spec.name[-2:] == '__')
