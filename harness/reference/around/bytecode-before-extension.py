# bytecode without source wins over an extension of the same folder
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('FileFinder.__init__', 'in loader_details:', 'in loader_details[2:] + loader_details[:2]:')
