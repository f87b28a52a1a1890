# after a load sys has no exception of the command before, for a debugger to look at
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: setattr(sys, 'last_value', None))
