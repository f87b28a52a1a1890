# LazyLoader takes a loader without exec_module
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import importlib.util
put(importlib.util.LazyLoader, '_LazyLoader__check_eager_loader', staticmethod(lambda loader: None))
