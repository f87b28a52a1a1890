# one lock serves all modules
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLockManager.__enter__', '_get_module_lock(self._name)', "_get_module_lock('')")
