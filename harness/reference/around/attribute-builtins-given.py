# a module has __builtins__, as one of Python source has
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
create_with(lambda module: setattr(module, '__builtins__', builtins))
