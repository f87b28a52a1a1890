# something of each search that finds nothing stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(bootstrap, '_find_spec', lambda spec, name, *more: None if spec else name + '.')
