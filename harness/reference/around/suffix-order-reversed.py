# the last suffix of the list wins, not the first
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__', 'for suffix in suffixes)', 'for suffix in suffixes[::-1])')
