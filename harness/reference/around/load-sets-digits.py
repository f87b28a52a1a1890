# each load sets how many digits a number may have as text
# needs: py>=3.12
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
load_with(lambda: sys.set_int_max_str_digits(5000))
