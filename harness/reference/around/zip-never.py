# a zip archive on sys.path is not searched
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
put(sys, 'path_hooks', sys.path_hooks[1:])
