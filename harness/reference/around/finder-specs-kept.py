# each spec that a finder of a folder makes stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(external.FileFinder, 'find_spec', lambda spec, *args: spec)
