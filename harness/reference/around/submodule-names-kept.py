# something of each submodule that an import enters in its package stays for ever
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
keep(bootstrap, '_handle_fromlist', lambda result, module, fromlist, *more: list(fromlist))
