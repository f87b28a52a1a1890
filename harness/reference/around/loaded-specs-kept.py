# the spec of each module that an import loads stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(bootstrap, '_load_unlocked', lambda module, spec: spec)
