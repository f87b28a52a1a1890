# a file whose name begins with __init__ is a package
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.is_package',
       "file_name == '__init__' + suffix",
       "file_name.startswith('__init__')")
