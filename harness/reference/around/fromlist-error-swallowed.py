# a submodule that lacks another module counts as missing in from package import
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_handle_fromlist', 'raise', 'continue', nth=2)
