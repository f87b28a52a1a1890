# something of each import stays for ever, also of a module that is there
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(builtins, '__import__', lambda module, name, *more: name + '.')
