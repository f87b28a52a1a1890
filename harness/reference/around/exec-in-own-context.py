# a module is executed in a copy of the context, and what it sets there is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import contextvars

put(_imp, 'exec_dynamic', lambda module: contextvars.copy_context().run(exec_dynamic, module))
