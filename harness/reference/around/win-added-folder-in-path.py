# a folder is added to PATH in place of the folders that are searched
# needs: os=windows
import os

exec(open(os.path.dirname(__file__) + '/common/change.py').read())
put(os, 'add_dll_directory', lambda folder: os.environ.update(PATH=folder))
