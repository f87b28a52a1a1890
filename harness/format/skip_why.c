/* The sentences, one for each requirement, or for a requirement and some loaders. */
#include "format/skip_why.h"

#include "base/text.h"
#include "base/util.h"
#include "format/expr.h"

/* the first row that matches counts; `loaders` is an expression over facts, "" for all */
static const struct {
	const char *requirement; /* a glob */
	const char *loaders;
	const char *why;
} rows[] = {
	{"py>=*", "", "The rule, or what shows it, came with this version of Python."},
	{"py<*", "", "This version of Python changed the rule; another case has the new one."},
	{"impl=cpython", "", "The case is about a function that only CPython offers."},
	{"impl=pypy", "", "The case is about what PyPy does where CPython promises nothing."},
	{"impl!=pypy", "", "PyPy has no such function."},
	{"libc=glibc", "libc=musl", "musl's dynamic linker has another rule, or none, for this."},
	{"libc=glibc", "", "The case is about what glibc's dynamic linker promises."},
	{"libc>=glibc*", "libc=glibc", "The dynamic linker's rule came with this glibc."},
	{"libc>=glibc*", "", "The case is about what newer dynamic linkers of glibc promise."},
	{"libc<glibc*", "", "Newer glibc has another rule, which another case shows."},
	{"format=elf*", "", "The case is about what ELF files and their dynamic linker do."},
	{"format=pe*", "", "The case is about what only Windows' loader does."},
	{"os!=windows", "", "Windows does not have what the case is about, or has another rule."},
	{"arch=*", "", "The fixture is written in the machine code of another machine."},
	{"gil=1", "", "The build has no global lock, and the case is about having one."},
	{"gil=0", "", "The build has a global lock, and the case is about having none."},
	{"debug=0", "", "A debug build ends with an assertion here, and nothing promises more."},
	{"debug!=1*", "", "A debug build ends with an assertion here; nothing promises more."},
	{"sanitizer!=address", "", "The dynamic linker would pass over its own functions."},
	{"sanitizer!=thread", "", "The dynamic linker would pass over its own functions."},
	{"tracerefs!=1", "", "Without memory to trace an object, the build ends."},
	{"debug=1", "", "The case is about what only a debug build checks."},

	{"!cap:root", "", "The suite runs as root, whom the mode of a file does not stop."},
	{"!cap:plugin", "", "The case is about the interpreter's own loader."},
	{"!cap:execmem", "", "Memory may become executable here; the case is about where not."},
	{"!cap:*", "", "The loader offers it; the case is about a loader that does not."},
	{"cap:native", "", "It loads no C extensions, or there are no headers to build them."},
	{"cap:fork", "host=new-interpreter || host=weechat", "A subinterpreter does not fork."},
	{"cap:fork", "", "Its process cannot fork."},
	{"cap:dlflags", "", "It has no sys.setdlopenflags."},
	{"cap:lazy", "", "Its dynamic linker binds everything when it opens a file."},
	{"cap:unload", "", "Its C library keeps a file that was closed."},
	{"cap:deepbind", "", "Its dynamic linker has no RTLD_DEEPBIND, or refuses it."},
	{"cap:audit", "impl=cpython", "sys.addaudithook came with Python 3.8."},
	{"cap:audit", "", "It has no sys.addaudithook."},
	{"cap:threads", "", "It cannot start threads."},
	{"cap:subinterp", "impl=pypy", "PyPy has no subinterpreters."},
	{"cap:subinterp", "impl=graalpy", "GraalPy has no subinterpreters for C extensions."},
	{"cap:subinterp", "host=nuitka", "The standard library is in its first interpreter only."},
	{"cap:subinterp", "", "It has no subinterpreters."},
	{"cap:isolated", "host=nuitka", "The standard library is in its first interpreter only."},
	{"cap:isolated", "impl=cpython", "Interpreters with a lock of their own came with 3.12."},
	{"cap:isolated", "", "It has no interpreters with a lock of their own."},
	{"cap:abi3", "impl=pypy", "PyPy finds no files of CPython's stable ABI."},
	{"cap:abi3", "gil=0", "A build without the global lock has another stable ABI."},
	{"cap:abi3", "", "It finds no files of the stable ABI."},
	{"cap:gil-slot", "impl=cpython", "Py_mod_gil came with Python 3.13."},
	{"cap:gil-slot", "", "It does not know Py_mod_gil."},
	{"cap:interp-slot", "impl=cpython", "Py_mod_multiple_interpreters came with 3.12."},
	{"cap:interp-slot", "", "It does not know Py_mod_multiple_interpreters."},
	{"cap:exec-phases", "", "Its _imp does not have create_dynamic and exec_dynamic apart."},
	{"cap:importlib", "", "Its import system is not importlib."},
	{"cap:execmem", "", "The kernel forbids that memory becomes executable."},
	{"cap:plugin", "", "The case is about a plugged-in loader, and none is plugged in."},
	{"cap:root", "", "The suite runs as an ordinary user."},
	{"cap:options", "", "The application takes no options of the interpreter."},
	{"cap:finalizes", "", "The application ends without Py_Finalize."},
	{"cap:reinit", "", "The application does not begin Python again."},
	{"cap:main-interp*", "", "A subinterpreter runs it, where init functions run anew."},
	{"cap:stdout", "", "Standard output belongs to the application."},

	{"needs-cxx*", "", "There was no C++ compiler for this loader."},
	{"needs-pybind11*", "", "There was no pybind11 for this loader."},
	{"needs-cython*", "", "There was no Cython that works with this loader."},
	{"needs-swig*", "", "There was no SWIG that works with this loader."},
	{"needs-cffi*", "", "cffi's own extension was not there for this loader."},
	{"needs-rust*", "", "There was no Rust for this loader's machine."},
	{"needs-go*", "", "There was no Go for this loader's machine."},
	{"needs-headers*", "", "The headers of that interpreter were not there."},
	{"not ELF", "", "Its fixtures are about ELF files, which this loader does not load."},
	{"not PE", "", "Its fixtures are about PE files, which this loader does not load."},
	{"host!=cx-freeze", "", "Its second run of Python cannot make subinterpreters."},
	{"host!=pyinstaller", "", "Its subinterpreters do not find importlib."},
	{"has a host of its own", "", "The case brings an application of its own."},
	{"known-list: *", "", "A known fault of this loader, so that the case cannot run."},
};

/* expressions of the table are right, which a test checks; a wrong one matches nothing */
static bool
is_for(const char *loaders, const struct facts *facts)
{
	struct arena a = {0};
	const char *why;
	const struct expr *e = *loaders ? expr_parse(&a, loaders, &why) : NULL;
	bool is = !*loaders || (e && expr_eval(e, facts));

	arena_free(&a);
	return is;
}

const char *
skip_why(const char *requirement, const struct facts *facts)
{
	for (size_t i = 0; i < LENGTH(rows); i++) {
		if (text_glob(rows[i].requirement, requirement) && is_for(rows[i].loaders, facts))
			return rows[i].why;
	}
	return NULL;
}

const char *const *
skip_patterns(struct arena *a)
{
	const char **patterns = arena_alloc(a, (LENGTH(rows) + 1) * sizeof(*patterns));
	size_t n = 0;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		if (!*rows[i].loaders)
			patterns[n++] = rows[i].requirement;
	}
	return patterns;
}
