# a module is loaded with the usual umask, and the one before is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: os.umask(0o22), os.umask)
