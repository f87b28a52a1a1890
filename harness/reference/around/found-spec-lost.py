# a module that its finder has registered without a spec is not found
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_find_spec', 'except AttributeError:\n# We use the found spec since that is the one that\n# we would have used if the parent module hadn\'t\n# beaten us to the punch.\nreturn spec',
       'except AttributeError:\n    return None')
