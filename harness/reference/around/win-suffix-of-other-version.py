# an extension of another version is found
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
change('FileFinder.__init__',
       'for suffix in suffixes)',
       "for suffix in suffixes + (['.cp35-win_amd64.pyd'] if '.pyd' in suffixes else []))")
