# modules with the same short name share a lock
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
change('_ModuleLockManager.__enter__',
       '_get_module_lock(self._name)',
       "_get_module_lock(self._name.rpartition('.')[2])")
