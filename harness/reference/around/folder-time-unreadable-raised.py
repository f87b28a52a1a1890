# an entry below a folder that forbids it is an error
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec', 'except OSError:', 'except FileNotFoundError:')
