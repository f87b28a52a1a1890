# an extension with the plain ending .pyd is not found
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
change('FileFinder.__init__',
       'for suffix in suffixes)',
       "for suffix in suffixes if suffix != '.pyd')")
