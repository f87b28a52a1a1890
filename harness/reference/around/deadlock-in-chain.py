# a thread that waits for one that waits for a third one is told of a deadlock
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
if hasattr(bootstrap, '_has_deadlocked'):
    change('_has_deadlocked', 'if _has_deadlocked(target_id', 'if edges or _has_deadlocked(target_id')
else:
    change('_ModuleLock.has_deadlock', 'if tid == me:', 'if tid != me:')
