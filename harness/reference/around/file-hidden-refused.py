# a file whose name begins with a dot is not loaded
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
refuse(lambda spec: os.path.basename(spec.origin).startswith('.'))
