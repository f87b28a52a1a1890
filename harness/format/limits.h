/*
 * The limits of a case and of a loader's process, each number once, as L(NAME, number, unit, what
 * it limits). A test compares section 8 of FORMAT.md with them. The limit of files is FILE_MAX.
 * Those of CASE_LIMITS can be set for a run, by `--limit`.
 */
#ifndef LIMITS_H
#define LIMITS_H

#include <stdbool.h>

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
	L(MEMORY_MIB, 2048, "MiB",                                                              \
	  "the memory that a case's processes use together; a case that uses more is stopped")  \
	L(PROCESSES_MAX, 500, "processes and threads",                                          \
	  "what a case runs at a time; a case that runs more is stopped")                       \
	L(DISK_MIB, 2048, "MiB",                                                                \
	  "what a case's files occupy together; a case that fills more is stopped")             \
	L(CPU_SECONDS, 60, "seconds",                                                           \
	  "the CPU time of a case's processes together; a case that uses more is stopped")      \
	L(FILE_SIZE_GIB, 1, "GiB", "a file that a case writes")                                 \
	L(ADDRESS_SPACE_GIB, 8, "GiB", "the memory that a process maps")                        \
	L(THREADS_MAX, 64, "threads", "the N of `thread N CMD`")                                \
	L(NESTED_MAX, 4, "levels", "`fork`, `start` and `thread` nested in each other")         \
	L(THREAD_NAME_MAX, 12, "characters", "the T of `start T CMD`")                          \
	L(GATE_NAME_MAX, 64, "characters", "the name of a gate")                                \
	L(EXPR_MAX, 200, "operands, `!` and `(`", "an expression")

#define LIMIT_VALUE(name, value, unit, says) name = (value),
enum { LIMITS(LIMIT_VALUE) };

/* C(word for --limit, the limit) */
#define CASE_LIMITS(C)                                                                          \
	C(time, TIMEOUT_DEFAULT)                                                                \
	C(cpu, CPU_SECONDS)                                                                     \
	C(memory, MEMORY_MIB)                                                                   \
	C(processes, PROCESSES_MAX)                                                             \
	C(disk, DISK_MIB)                                                                       \
	C(file, FILE_SIZE_GIB)                                                                  \
	C(mapped, ADDRESS_SPACE_GIB)                                                            \
	C(transcript, TRANSCRIPT_KIB)                                                           \
	C(output, LOG_FLOOD_KIB)

#define LIMIT_FIELD(word, limit) unsigned word;

/* the limits of a run's cases, in the units of LIMITS */
struct limits {
	CASE_LIMITS(LIMIT_FIELD)
};

extern const struct limits limits_default;

struct arena;

/* obey "WORD=NUMBER"; NULL, or what is wrong with it */
const char *limits_set(struct arena *a, struct limits *l, const char *text);
/* "WORD=NUMBER" for the next limit that was set; NULL after the last one. *at is 0 first */
const char *limits_next(struct arena *a, const struct limits *l, unsigned *at);

#endif
