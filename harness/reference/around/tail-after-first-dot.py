# a module below two packages is sought by the name after the first dot
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.find_spec',
       "fullname.rpartition('.')[2]",
       "fullname.partition('.')[2] or fullname")
