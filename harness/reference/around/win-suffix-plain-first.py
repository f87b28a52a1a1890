# a file with the plain ending hides the one of this version
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
change('FileFinder.__init__', 'for suffix in suffixes)', 'for suffix in suffixes[::-1])')
