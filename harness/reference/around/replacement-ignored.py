# a module that replaces itself in sys.modules is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_load_unlocked', 'module = sys.modules.pop(spec.name)', 'sys.modules.pop(spec.name)')
