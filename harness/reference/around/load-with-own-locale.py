# a module is loaded in the locale C, and the one before is put back
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import locale

load_where(lambda: locale.setlocale(locale.LC_ALL),
           lambda name: locale.setlocale(locale.LC_ALL, name), 'C')
