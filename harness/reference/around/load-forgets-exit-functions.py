# what was to be called at exit is forgotten when a module is loaded
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import atexit

load_with(atexit._clear)
