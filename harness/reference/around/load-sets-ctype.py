# each load makes the characters of the locale those of C
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import locale
load_with(lambda: locale.setlocale(locale.LC_CTYPE, 'C'))
