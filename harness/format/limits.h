/*
 * The limits of a case and of a loader's process, each number once, as L(NAME, number, unit, what
 * it limits). A test compares section 8 of FORMAT.md with them. The limit of files is FILE_MAX.
 */
#ifndef LIMITS_H
#define LIMITS_H

#define LIMITS(L)                                                                               \
	L(TIMEOUT_DEFAULT, 10, "seconds", "a case without `timeout`")                           \
	L(TIMEOUT_MAX, 3600, "seconds", "the value of `timeout`")                               \
	L(HELLO_SECONDS, 10, "seconds", "a loader, from its start for `--hello` to its end")    \
	L(SERVER_SECONDS, 15, "seconds", "a resident adapter, from its start until it is ready") \
	L(TRANSCRIPT_KIB, 1024, "KiB", "a transcript; a case that writes more is stopped")      \
	L(LOG_KIB, 64, "KiB", "the part of a case's standard output and error that is kept")    \
	L(LOG_FLOOD_KIB, 1024, "KiB",                                                           \
	  "a case's standard output and error; a case that writes more is stopped")             \
	L(ANSWER_KIB, 64, "KiB", "the answer to `--hello`; a loader that writes more is stopped") \
	L(TOOL_KIB, 256, "KiB",                                                                 \
	  "the part of the messages of `--hello`, a compiler or a tool that is kept")           \
	L(TOOL_FLOOD_KIB, 4096, "KiB", "these messages; a program that writes more is stopped") \
	L(FILE_SIZE_GIB, 1, "GiB", "a file that a case writes")                                 \
	L(ADDRESS_SPACE_GIB, 8, "GiB", "the memory that a process maps")                        \
	L(THREADS_MAX, 64, "threads", "the N of `thread N CMD`")                                \
	L(NESTED_MAX, 4, "levels", "`fork` and `thread` nested in each other")                  \
	L(EXPR_MAX, 200, "operands, `!` and `(`", "an expression")

#define LIMIT_VALUE(name, value, unit, says) name = (value),
enum { LIMITS(LIMIT_VALUE) };

#endif
