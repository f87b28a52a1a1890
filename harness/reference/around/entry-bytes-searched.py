# an entry of sys.path in bytes is searched
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('PathFinder._get_spec',
       'if not isinstance(entry, str):',
       '''if isinstance(entry, bytes):
    entry = __import__('os').fsdecode(entry)
if not isinstance(entry, str):''')
