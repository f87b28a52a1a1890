# the spec of each reload stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(bootstrap, '_exec', lambda module, spec, *more: spec)
