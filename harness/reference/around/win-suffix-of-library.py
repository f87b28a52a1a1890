# a file with the ending of a library, .dll, is found as an extension
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
change('FileFinder.__init__',
       'for suffix in suffixes)',
       "for suffix in suffixes + (['.dll'] if '.pyd' in suffixes else []))")
