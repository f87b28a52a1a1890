# spec_from_loader takes the loader's file for the origin, though another one is given
# needs: py>=3.11
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('spec_from_loader',
       "if not origin and hasattr(loader, 'get_filename'):",
       "if hasattr(loader, 'get_filename'):")
