# each load adds an argument to sys.argv
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.argv.append('x'))
