#include "format/vocab.h"

#include <string.h>

#include "base/text.h"
#include "base/util.h"

static const struct vocab_word caps[] = {
	{"native", "loads C extensions"},
	{"fork", "can be resident: `--serve`"},
	{"dlflags", "`sys.getdlopenflags` and `sys.setdlopenflags`"},
	{"lazy", "a file opened with RTLD_LAZY may lack a function"},
	{"unload", "a closed file is gone"},
	{"deepbind", "opens a file with RTLD_DEEPBIND"},
	{"audit", "audit hooks"},
	{"threads", "can start threads"},
	{"subinterp", "`interp new legacy`"},
	{"isolated", "`interp new isolated`"},
	{"abi3", "finds `.abi3.so`"},
	{"gil-slot", "`Py_mod_gil`"},
	{"interp-slot", "`Py_mod_multiple_interpreters`"},
	{"exec-phases", "`_imp.create_dynamic` and `_imp.exec_dynamic`"},
	{"importlib", "its import system is importlib"},
	{"execmem", "memory that was written may be executed"},
	{"plugin", "a `--plugin` is loaded"},
	{"root", "runs as uid 0"},
	{"options", "host: takes interpreter options"},
	{"finalizes", "host: its process ends through `Py_Finalize`"},
	{"reinit", "host: Python can be initialized again after `Py_Finalize`"},
	{"main-interp", "host: the case runs in the main interpreter"},
	{"stdout", "host: standard output belongs to the case"},
	{NULL, NULL},
};

static const struct vocab_word impls[] = {
	{"cpython", "https://www.python.org"},
	{"pypy", "https://pypy.org"},
	{"graalpy", "https://www.graalvm.org/python"},
	{"rustpython", "https://rustpython.github.io"},
	{"cinder", "https://github.com/facebookincubator/cinder"},
	{"pyston", "https://www.pyston.org"},
	{"ironpython", "https://ironpython.net"},
	{"jython", "https://www.jython.org"},
	{"micropython", "https://micropython.org"},
	{NULL, NULL},
};

static const struct vocab_word libcs[] = {
	{"glibc", "https://www.gnu.org/software/libc"},
	{"musl", "https://musl.libc.org"},
	{"bionic", "Android's"},
	{"uclibc", "https://uclibc-ng.org"},
	{"darwin", "macOS's libSystem"},
	{"emscripten", "https://emscripten.org"},
	{"wasi", "https://github.com/WebAssembly/wasi-libc"},
	{"ucrt", "Windows' since 2015"},
	{"msvcrt", "Windows' before"},
	{NULL, NULL},
};

static const struct vocab_word systems[] = {
	{"linux", "https://www.kernel.org"},
	{"windows", "https://learn.microsoft.com/windows"},
	{"darwin", "macOS"},
	{"freebsd", "https://www.freebsd.org"},
	{"emscripten", "https://emscripten.org"},
	{"wasi", "https://wasi.dev"},
	{NULL, NULL},
};

static const struct vocab_word formats[] = {
	{"elf", "Linux's, and that of most Unix systems"},
	{"pe", "Windows'"},
	{"macho", "macOS's"},
	{"wasm", "WebAssembly"},
	{NULL, NULL},
};

static const struct vocab_word archs[] = {
	{"x86_64", "64 bits, little endian"},
	{"i686", "32 bits, little endian"},
	{"aarch64", "64 bits, little endian"},
	{"armv7l", "32 bits, little endian"},
	{"armv6l", "32 bits, little endian"},
	{"riscv64", "64 bits, little endian"},
	{"ppc64le", "64 bits, little endian"},
	{"ppc64", "64 bits, big endian"},
	{"ppc", "32 bits, big endian"},
	{"s390x", "64 bits, big endian"},
	{"loongarch64", "64 bits, little endian"},
	{"mips64", "64 bits, either endian"},
	{"mips", "32 bits, either endian"},
	{"sparc64", "64 bits, big endian"},
	{"wasm32", "32 bits, little endian"},
	{NULL, NULL},
};

static const struct vocab_word tags[] = {
	{"protocol", "tests the adapter, not the loader: runs first, and a failure stops the run"},
	{"smoke", "is one of the few that show early whether anything works"},
	{"needs-cxx", "may be skipped without a C++ compiler"},
	{"needs-pybind11", "may be skipped without pybind11"},
	{"needs-cython", "may be skipped without Cython"},
	{"needs-swig", "may be skipped without SWIG"},
	{"needs-cffi", "may be skipped without cffi"},
	{"needs-rust", "may be skipped without Rust"},
	{"needs-go", "may be skipped without Go"},
	{"needs-headers", "may be skipped without the headers of another interpreter"},
	{NULL, NULL},
};

static const struct vocab_word facts[] = {
	{"impl", "the implementation, NAME-VERSION"},
	{"py", "the version of the language"},
	{"libc", "the C library, NAME-VERSION or NAME"},
	{"os", "the operating system that the program is built for; without it, `linux`"},
	{"format", "the format of its extensions; without it, `elf`, or `wasm` for `wasm32`"},
	{"arch", "the machine that the program is built for, as `uname -m` calls it"},
	{"abi", "the name of the ABI that its extensions are built for"},
	{"gil", "`1` if it is built with a global interpreter lock, else `0`"},
	{"debug", "`1` if it is a debug build, else `0`"},
	{"tracerefs", "`1` if it is built to trace references (`Py_TRACE_REFS`), else `0`"},
	{"shared", "`1` if it is built with a shared libpython, else `0`"},
	{"sanitizer", "what it is built with to find its mistakes; the first that it has"},
	{"carrier", "what executes the program instead of the machine or the system"},
	{"suffix", "the ending of the file names of its extensions, the first of its list"},
	{"include", "the folders that hold `Python.h` and what it includes"},
	{"cap", "its capabilities"},
	{NULL, NULL},
};

static const struct vocab_word carriers[] = {
	{"qemu", "https://www.qemu.org"},
	{"node", "https://nodejs.org"},
	{"java", "https://openjdk.org"},
	{"wine", "https://www.winehq.org"},
	{NULL, NULL},
};

static const struct vocab_word sanitizers[] = {
	{"address", "https://clang.llvm.org/docs/AddressSanitizer.html"},
	{"thread", "https://clang.llvm.org/docs/ThreadSanitizer.html"},
	{"memory", "https://clang.llvm.org/docs/MemorySanitizer.html"},
	{"undefined", "https://clang.llvm.org/docs/UndefinedBehaviorSanitizer.html"},
	{NULL, NULL},
};

static const struct {
	const char *what; /* the name of one word of the set, in messages */
	const struct vocab_word *words;
} vocabs[] = {
	[VOCAB_CAP] = {"capability", caps},    [VOCAB_IMPL] = {"implementation", impls},
	[VOCAB_LIBC] = {"libc", libcs},        [VOCAB_OS] = {"operating system", systems},
	[VOCAB_FORMAT] = {"format", formats},  [VOCAB_ARCH] = {"architecture", archs},
	[VOCAB_TAG] = {"tag", tags},           [VOCAB_FACT] = {"fact", facts},
	[VOCAB_CARRIER] = {"carrier", carriers},
	[VOCAB_SANITIZER] = {"sanitizer", sanitizers},
};

const struct vocab_word *
vocab_words(enum vocab v)
{
	return vocabs[v].words;
}

static const char *const *
names_of(struct arena *a, const struct vocab_word *words)
{
	size_t n = 0;
	const char **names;

	while (words[n].name)
		n++;
	names = arena_alloc(a, (n + 1) * sizeof(*names));
	for (size_t i = 0; i < n; i++)
		names[i] = words[i].name;
	return names;
}

bool
vocab_has(enum vocab v, const char *word)
{
	for (const struct vocab_word *w = vocabs[v].words; w->name; w++) {
		if (!strcmp(w->name, word))
			return true;
	}
	return false;
}

const char *
vocab_unknown(struct arena *a, enum vocab v, const char *word)
{
	if (vocab_has(v, word))
		return NULL;
	return text_unknown(a, vocabs[v].what, word, names_of(a, vocabs[v].words));
}

const char *
vocab_level(bool detail)
{
	return detail ? "detail" : "required";
}

const char *const *
vocab_pythons(void)
{
	static const char *const series[] = {"3.6",  "3.7",  "3.8",  "3.9",  "3.10", "3.11",
					     "3.12", "3.13", "3.14", "3.15", NULL};

	return series;
}
