/*
 * Memory, growing byte buffers, whole files, and error messages. Every other module may use it;
 * it knows nothing of cases.
 */
#ifndef UTIL_H
#define UTIL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#define LENGTH(array) (sizeof(array) / sizeof((array)[0]))
#define PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

enum { EXIT_USAGE = 2, ERRORS_MAX = 10 };

/* memory that lives until arena_free; allocation failure ends the program */
struct arena {
	struct arena_block *head;
};

/* size bytes, zeroed and aligned for any type */
void *arena_alloc(struct arena *a, size_t size);
/* a copy of s, or of its first len bytes, NUL-terminated */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t len);
/* printf into new memory */
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);
/* give everything back; the arena is empty and usable again */
void arena_free(struct arena *a);

/* growing bytes; after the first addition, a NUL always follows them; start from {0} */
struct buf {
	char *p; /* NULL while nothing was added */
	size_t len;
	size_t cap;
};

void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, int c);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);
void buf_vprintf(struct buf *b, const char *fmt, va_list ap) PRINTF(2, 0);
/* the bytes as a string, "" when empty; belongs to the buf */
const char *buf_str(const struct buf *b);
/* forget the content, keep the memory */
void buf_clear(struct buf *b);
void buf_free(struct buf *b);

/* allocation that ends the program on failure */
void *xmalloc(size_t size);
void *xcalloc(size_t n, size_t size);
void *xreallocarray(void *p, size_t n, size_t size);
char *xstrdup(const char *s);

/* name of the program in messages; set once by main */
extern const char *argv0;

/*
 * write a message to standard error, cleaned as by text_clean_lines; if the format ends with ':',
 * errno's text is appended
 */
void warn(const char *fmt, ...) PRINTF(1, 2);
/*
 * before the program ends with code: what could not be said on standard output or standard error is
 * no success. Returns code, or EXIT_USAGE if code is less, with a warning if it can be said.
 */
int all_said(int code);
/* warn, then exit with 2 */
_Noreturn void die(const char *fmt, ...) PRINTF(1, 2);
/* the same with "file:line: " in front: a mistake in an author's file */
_Noreturn void die_at(const char *file, int line, const char *fmt, ...) PRINTF(3, 4);

/* mistakes that a parser collects, so that an author sees up to ten at once; start from {0} */
struct errors {
	struct buf text; /* one "file:line: message" a line, the first ERRORS_MAX only */
	size_t n;        /* number of all mistakes */
};

/* add a mistake; line 0 stands for the whole file */
void errors_at(struct errors *e, const char *file, int line, const char *fmt, ...) PRINTF(4, 5);
/* print the collected mistakes and exit with 2; returns if there are none */
void errors_die(struct errors *e);
void errors_free(struct errors *e);

/*
 * append the whole file at path to b; 0, or -1 with errno set and nothing printed. Reading a pipe
 * or a device might never end. So a file that is not regular is refused (ENXIO), and so is one of
 * more than FILE_MAX bytes (EFBIG).
 */
enum { FILE_MAX = 16 << 20 };
int file_read(const char *path, struct buf *b);
/* the same for files of at most `most` bytes */
int file_read_most(const char *path, size_t most, struct buf *b);
/* an errno of file_read in words */
const char *file_why(int error);
/* write all len bytes, in as many calls as needed; 0, or -1 with errno set */
int fd_write(int fd, const void *bytes, size_t len);
/* replace the file at path completely or not at all; 0, or -1 after a warning */
int file_write(const char *path, const void *bytes, size_t len);
/* make path and the folders above it; 0, or -1 with errno set */
int dir_make(const char *path);
/* remove path and everything below it, unreadable folders included; 0, or -1 with errno set */
int dir_remove(const char *path);
/* call fn with the name of each entry except . and .., sorted; 0, or -1 with errno set */
int dir_each(const char *path, void (*fn)(void *ctx, const char *name), void *ctx);

/*
 * continue a hash (FNV-1a, 64 bits) with more bytes; begin with HASH_START. It detects accidental
 * differences, but gives no protection against bytes that were made to deceive.
 */
#define HASH_START 0xcbf29ce484222325ull
unsigned long long hash_add(unsigned long long hash, const void *bytes, size_t len);

/* monotonic seconds */
double now_seconds(void);

#endif
