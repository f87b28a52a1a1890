# a folder of os.add_dll_directory is searched after its removal
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
put(os._AddedDllDirectory, 'close', lambda self: None)
