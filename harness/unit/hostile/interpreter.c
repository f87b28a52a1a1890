/* Deeds in the interpreter that the adapter, which is written in Python, depends on. */
#include "deed.h"

static void
run(const char *code)
{
	if (PyRun_SimpleString(code))
		fx_event("an exception");
}

#define SAYS(NAME, CODE) \
	static void NAME(void) { run(CODE); }

SAYS(no_os_write, "import os\nos.write = lambda fd, data: len(data)")
SAYS(failing_os_write, "import os\n"
     "def write(fd, data):\n"
     "    raise OSError(28, 'no')\n"
     "os.write = write")
SAYS(no_os_exit, "import os\nos._exit = lambda status: None")
SAYS(other_os_exit, "import os\n_exit = os._exit\nos._exit = lambda status: _exit(0)")
SAYS(no_builtins, "import builtins\n"
     "for name in 'len', 'str', 'isinstance', 'getattr', 'repr', 'sorted', 'open':\n"
     "    setattr(builtins, name, None)")
SAYS(no_modules, "import sys\nsys.modules.clear()")
SAYS(no_adapter, "import sys\n"
     "for name in list(sys.modules):\n"
     "    if name.startswith('conform'):\n"
     "        sys.modules[name].__dict__.clear()")
SAYS(adapter_says_nothing, "import sys\n"
     "sys.modules['conform_session'].put = lambda fd, text: None")
SAYS(adapter_imports_nothing, "import sys\nsys.meta_path[:] = []\nsys.path_hooks[:] = []\n"
     "sys.path_importer_cache.clear()")
SAYS(no_path, "import sys\nsys.path[:] = []")
SAYS(trace, "import sys\n"
     "def trace(frame, event, arg):\n"
     "    raise RuntimeError('traced')\n"
     "sys.settrace(trace)")
SAYS(profile, "import sys\n"
     "def profile(frame, event, arg):\n"
     "    raise RuntimeError('profiled')\n"
     "sys.setprofile(profile)")
SAYS(trace_output, "import sys\nsys.settrace(lambda *a: print(*a))")
SAYS(collect_at_once, "import gc\ngc.set_threshold(1)\n"
     "if hasattr(gc, 'callbacks'):\n"
     "    gc.callbacks.append(lambda *a: 1 / 0)")
SAYS(debug_collector, "import gc\n"
     "if hasattr(gc, 'set_debug') and hasattr(gc, 'DEBUG_STATS'):\n"
     "    gc.set_debug(gc.DEBUG_STATS)")
SAYS(freeze_collector, "import gc\ngc.disable()")
SAYS(no_output, "import sys\nsys.stdout = sys.stderr = None")
SAYS(odd_output, "import sys\n"
     "class Odd:\n"
     "    def write(self, text): raise SystemExit(0)\n"
     "    flush = write\n"
     "sys.stdout = sys.stderr = Odd()")
SAYS(closed_output, "import sys\nsys.stdout.close()\nsys.stderr.close()")
SAYS(little_recursion, "import sys\nsys.setrecursionlimit(50)")
SAYS(endless_recursion, "import sys\nsys.setrecursionlimit(1 << 30)\n"
     "def f(): f()\n"
     "f()")
SAYS(strict_warnings, "import warnings\nwarnings.simplefilter('error')")
SAYS(exit_at_exit, "import atexit, os\natexit.register(os._exit, 0)")
SAYS(raise_at_exit, "import atexit\natexit.register(lambda: 1 / 0)")
SAYS(wait_at_exit, "import atexit, time\natexit.register(time.sleep, 20)")
SAYS(other_hook, "import sys\nsys.excepthook = lambda *a: None\n"
     "sys.displayhook = sys.excepthook")
SAYS(no_paths, "import os\nos.path = None\nos.environ.clear()\nos.getcwd = None")
SAYS(audit, "import sys\n"
     "def hook(name, args):\n"
     "    raise RuntimeError(name)\n"
     "if hasattr(sys, 'addaudithook'):\n"
     "    sys.addaudithook(hook)")
SAYS(python_thread, "import _thread, time\n"
     "def work():\n"
     "    while True:\n"
     "        time.sleep(0.001)\n"
     "for i in range(10):\n"
     "    _thread.start_new_thread(work, ())")
SAYS(busy_thread, "import _thread, sys\n"
     "def work():\n"
     "    while True:\n"
     "        pass\n"
     "_thread.start_new_thread(work, ())")
SAYS(own_handlers, "import signal\n"
     "for number in range(1, signal.NSIG):\n"
     "    try:\n"
     "        signal.signal(number, lambda *a: None)\n"
     "    except (OSError, ValueError, RuntimeError):\n"
     "        pass")
SAYS(python_fork, "import os\nos.fork()")
SAYS(python_exec, "import os\nos.execv('/bin/true', ['true'])")
SAYS(deep_lists, "x = []\nfor i in range(1000000):\n    x = [x]\n"
     "import sys\nsys.deep = x")
SAYS(innocent_module, "import sys\nsys.modules['innocent'] = sys")
SAYS(other_import, "import builtins\nbuiltins.__import__ = lambda *a, **k: None")
SAYS(innocent_finder, "import sys\n"
     "class Finder:\n"
     "    def find_spec(self, name, path=None, target=None):\n"
     "        raise ImportError('hostile')\n"
     "sys.meta_path.insert(0, Finder())")

static void
raise_exit(void)
{
	PyErr_SetNone(PyExc_SystemExit);
}

static void
raise_interrupt(void)
{
	PyErr_SetNone(PyExc_KeyboardInterrupt);
}

static void
raise_and_return(void)
{
	run("import sys\nsys.exit(0)");
}

static void
finalize(void)
{
	Py_Finalize();
}

static void
py_exit(void)
{
	Py_Exit(0);
}

static void
fatal(void)
{
	Py_FatalError("hostile");
}

static void
release_lock(void)
{
	PyEval_SaveThread();
}

DEEDS({"no-os-write", no_os_write}, {"failing-os-write", failing_os_write},
      {"no-os-exit", no_os_exit}, {"other-os-exit", other_os_exit},
      {"no-builtins", no_builtins}, {"no-modules", no_modules}, {"no-adapter", no_adapter},
      {"adapter-says-nothing", adapter_says_nothing},
      {"adapter-imports-nothing", adapter_imports_nothing}, {"no-path", no_path},
      {"trace", trace}, {"profile", profile}, {"trace-output", trace_output},
      {"collect-at-once", collect_at_once}, {"debug-collector", debug_collector},
      {"freeze-collector", freeze_collector}, {"no-output", no_output},
      {"odd-output", odd_output}, {"closed-output", closed_output},
      {"little-recursion", little_recursion}, {"endless-recursion", endless_recursion},
      {"strict-warnings", strict_warnings}, {"exit-at-exit", exit_at_exit},
      {"raise-at-exit", raise_at_exit}, {"wait-at-exit", wait_at_exit},
      {"other-hook", other_hook}, {"no-paths", no_paths}, {"audit", audit},
      {"python-thread", python_thread}, {"busy-thread", busy_thread},
      {"own-handlers", own_handlers}, {"python-fork", python_fork},
      {"python-exec", python_exec}, {"deep-lists", deep_lists},
      {"innocent-module", innocent_module}, {"other-import", other_import},
      {"innocent-finder", innocent_finder}, {"raise-exit", raise_exit},
      {"raise-interrupt", raise_interrupt}, {"raise-and-return", raise_and_return},
      {"finalize", finalize}, {"py-exit", py_exit}, {"fatal", fatal},
      {"release-lock", release_lock})
