# a file with another than the first suffix gets no loader
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       'if location.endswith(tuple(suffixes)):',
       'if location.endswith(suffixes[0]):')
