# only the first 4095 characters of a doc count
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
create_with(lambda module: setattr(module, '__doc__', module.__doc__ and module.__doc__[:4095]))
