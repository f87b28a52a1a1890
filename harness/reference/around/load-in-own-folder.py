# a module is loaded in another working folder, and the process goes back to the one before
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_where(os.getcwd, os.chdir, '/')
