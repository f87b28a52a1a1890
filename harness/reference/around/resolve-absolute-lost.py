# importlib.util.resolve_name gives nothing for a name without leading dots
# needs: py>=3.9
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('importlib.util.resolve_name', 'return name', 'return None')
