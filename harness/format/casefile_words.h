/*
 * The closed sets of words in a case (FORMAT.md section 1), each written once: the header keys
 * K(key) and the verbs V(verb, min, max, writes, usage). min and max count arguments; writes is
 * the number of the argument whose file the verb changes, 0 for none. The words of a usage also
 * say what an argument may be; see casefile_command.c.
 */
#ifndef CASEFILE_WORDS_H
#define CASEFILE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

#define CASE_KEYS(K) \
	K(summary) K(spec) K(mutant) K(requires) K(level) K(tags) K(timeout) K(env) K(args)        \
	K(options) K(host)

#define CASE_MANY 1000

#define CASE_VERBS(V)                                                              \
	V("import", 1, 1, 0, "import M")                                           \
	V("load", 2, 2, 0, "load M FILE")                                          \
	V("create", 2, 3, 0, "create M FILE [file]")                               \
	V("exec", 1, 1, 0, "exec M")                                               \
	V("reload", 1, 1, 0, "reload M")                                           \
	V("forget", 1, 1, 0, "forget M")                                           \
	V("find", 1, 1, 0, "find M")                                               \
	V("loaded?", 1, 1, 0, "loaded? M")                                         \
	V("statement", 2, CASE_MANY, 0, "statement import TEXT")                   \
	V("statement", 2, CASE_MANY, 0, "statement from TEXT")                     \
	V("statement", 2, CASE_MANY, 0, "statement in M TEXT")                     \
	V("spec", 2, 9, 0, "spec M KEY=VALUE...")                                  \
	V("exec-spec", 1, 2, 0, "exec-spec M [create|exec]")                       \
	V("get", 1, 1, 0, "get X[.A]")                                             \
	V("set", 2, 2, 0, "set X.A JSON")                                          \
	V("call", 1, CASE_MANY, 0, "call X.F [JSON...]")                           \
	V("same?", 2, 2, 0, "same? X Y")                                           \
	V("names", 1, 2, 0, "names M [types]")                                     \
	V("mentions?", 1, 1, 0, "mentions? TEXT")                                  \
	V("error?", 1, 2, 0, "error? name|path [VALUE]")                           \
	V("dlflags", 0, 10, 0, "dlflags [WORD...]")                                \
	V("suffixes", 0, 0, 0, "suffixes")                                         \
	V("path", 2, 2, 0, "path add|remove DIR")                                  \
	V("watch", 1, 1, 0, "watch audit|warnings")                                \
	V("gc", 0, 0, 0, "gc")                                                     \
	V("interp", 2, 2, 0, "interp new legacy|isolated")                         \
	V("interp", 2, 2, 0, "interp use N")                                       \
	V("interp", 2, 2, 0, "interp end N")                                       \
	V("thread", 2, CASE_MANY, 0, "thread N CMD")                               \
	V("start", 2, CASE_MANY, 0, "start T CMD")                                 \
	V("join", 1, 1, 0, "join T")                                               \
	V("blocked?", 1, 1, 0, "blocked? T")                                       \
	V("reached", 1, 1, 0, "reached GATE")                                      \
	V("open", 1, 1, 0, "open GATE")                                            \
	V("fork", 1, CASE_MANY, 0, "fork CMD")                                     \
	V("exit", 0, 1, 0, "exit [X.F]")                                           \
	V("copy", 2, 2, 2, "copy A B")                                             \
	V("hardlink", 2, 2, 2, "hardlink A B")                                     \
	V("symlink", 2, 2, 2, "symlink A B")                                       \
	V("truncate", 2, 2, 1, "truncate A N")                                     \
	V("remove", 1, 1, 1, "remove A")                                           \
	V("rename", 2, 2, 1, "rename A B")                                         \
	V("mkfifo", 1, 1, 1, "mkfifo A")                                           \
	V("touch", 2, 2, 1, "touch A TIME")                                        \
	V("zip", 2, 2, 2, "zip D A")                                               \
	V("mkdir", 1, 1, 1, "mkdir D")                                             \
	V("chdir", 1, 1, 0, "chdir D")                                             \
	V("chmod", 2, 2, 2, "chmod MODE A")                                        \
	V("raw", 1, 1, 0, "raw TEXT")

/* what a spec that is made by hand may be given */
#define CASE_SPEC_KEYS "name", "file", "loader", "origin", "path", "state", "package", "location"

/* the names of dlopen's flags */
#define CASE_FLAGS "LAZY", "NOW", "NOLOAD", "DEEPBIND", "GLOBAL", "NODELETE", "LOCAL"

/*
 * check a command's words against the table; NULL, or a text in the arena that says what is wrong
 * and what was expected
 */
const char *casefile_command_check(struct arena *a, char *const *words, size_t nwords);

#endif
