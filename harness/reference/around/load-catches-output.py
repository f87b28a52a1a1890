# what a module prints while it is loaded goes nowhere
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import io

load_where(lambda: sys.stdout, lambda stream: setattr(sys, 'stdout', stream), io.StringIO())
