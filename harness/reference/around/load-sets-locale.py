# a load sets the locale that the environment names
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import locale

load_with(lambda: locale.setlocale(locale.LC_ALL, ''))
