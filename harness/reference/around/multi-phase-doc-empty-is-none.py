# an empty doc is none
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
create_with(lambda module: setattr(module, '__doc__', module.__doc__ or None))
