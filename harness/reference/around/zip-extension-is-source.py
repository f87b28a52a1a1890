# an extension in a zip archive is taken for a source
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import zipimport
put(zipimport, '_zip_searchorder', (('.so', False, False),) + zipimport._zip_searchorder)
