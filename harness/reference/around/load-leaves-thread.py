# a thread that watches the file stays after each load
# level: required
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import _thread
stop = _thread.allocate_lock()
stop.acquire()
load_with(lambda: _thread.start_new_thread(stop.acquire, ()))
