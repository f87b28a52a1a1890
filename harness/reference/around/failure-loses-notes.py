# the exception of a module loses its notes
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_failing(lambda error: vars(error).pop('__notes__', None))
