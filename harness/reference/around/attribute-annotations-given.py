# a module has __annotations__
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
create_with(lambda module: setattr(module, '__annotations__', {}))
