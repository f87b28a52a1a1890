# is_package knows only the first suffix
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('ExtensionFileLoader.is_package',
       'for suffix in EXTENSION_SUFFIXES)',
       'for suffix in EXTENSION_SUFFIXES[:1])')
