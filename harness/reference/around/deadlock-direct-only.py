# three threads whose modules import each other in a ring wait for ever
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
if hasattr(bootstrap, '_has_deadlocked'):
    change('_has_deadlocked',
           'edges = [lock.owner for lock in candidate_blocking_on]',
           'edges = [lock.owner for lock in candidate_blocking_on if len(seen_ids) < 2]')
else:
    change('_ModuleLock.has_deadlock',
           'if tid == me:\nreturn True', 'return tid == me')
