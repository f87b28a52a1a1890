# modules are created and executed in a thread of their own
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
import _thread


def in_thread(right):
    def wrong(*args):
        done, answer = _thread.allocate_lock(), []

        def run():
            try:
                answer.append(right(*args))
            except BaseException as error:
                answer.extend([None, error])
            done.release()
        done.acquire()
        _thread.start_new_thread(run, ())
        done.acquire()
        if len(answer) == 2:
            raise answer[1]
        return answer[0]
    return wrong


put(_imp, 'create_dynamic', in_thread(create_dynamic))
put(_imp, 'exec_dynamic', in_thread(exec_dynamic))
