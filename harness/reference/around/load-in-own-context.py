# a module is created in a copy of the context, and what it sets there is lost
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import contextvars

put(_imp, 'create_dynamic', lambda *args: contextvars.copy_context().run(create_dynamic, *args))
