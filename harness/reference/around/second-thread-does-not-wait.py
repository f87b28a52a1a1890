# a second thread does not wait for the first
# needs: py<3.15
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_and_load', '_lock_unlock_module(name)', 'pass')
