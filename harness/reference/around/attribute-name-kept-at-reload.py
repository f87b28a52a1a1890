# reload does not set __name__ again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_init_module_attrs',
       "override or getattr(module, '__name__', None) is None",
       "getattr(module, '__name__', None) is None")
