# a failed load adds a note to the exception of the module
# needs: py>=3.11
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_failing(lambda error: error.add_note('while it was loaded'))
