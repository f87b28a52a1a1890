# reload puts its argument back where the module has put another one
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_exec', 'module = sys.modules.pop(spec.name)', 'sys.modules.pop(spec.name)')
