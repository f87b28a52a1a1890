# what should be replaced by a question mark is left out after a load
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import codecs
load_with(lambda: codecs.register_error('replace', codecs.ignore_errors))
