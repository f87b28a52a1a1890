# a file with a foreign suffix gets the loader of sources
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_file_location',
       '''else:
return None''',
       '''else:
    spec.loader = loader = SourceFileLoader(name, location)''')
