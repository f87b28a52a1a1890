# each load makes random numbers begin anew
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import random
load_with(lambda: random.seed(1))
