# the list of suffixes names the plain ending .pyd first
# needs: os=windows
import os


exec(open(os.path.dirname(__file__) + '/common/change.py').read())
put(external, 'EXTENSION_SUFFIXES', external.EXTENSION_SUFFIXES[::-1])
