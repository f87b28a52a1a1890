# the name __main__ is taken
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
refuse(lambda spec: spec.name == '__main__')
