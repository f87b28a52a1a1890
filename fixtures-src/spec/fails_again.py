"""A module that fails when it is reloaded."""
if 'loaded' in globals():
    raise ValueError('on purpose')
loaded = True
