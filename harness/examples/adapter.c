/*
 * An adapter without Python: a program that takes the interpreter's place and honours the adapter
 * contract (harness/FORMAT.md, sections 1 to 3).
 *
 *	./run_tests.sh --loader build/examples/adapter adapter
 *
 * It knows the verbs that need no module: `loaded?`, and the verbs for files. So it lacks the
 * capability `native`, and a case that needs a fixture is skipped. For a loader of your own, begin
 * here: add `import` to run_words(), and the capability to say_who().
 */
#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

/* the exit status for a request that no adapter could carry out */
enum { BAD_REQUEST = 70, WORDS_MAX = 4 };

#ifdef __GLIBC__
#define LIBC "glibc"
#else
#define LIBC "musl"
#endif

static const char suffix[] = ".so";
static const char *fix = "", *tmp = ""; /* the values of $FIX and $TMP */
static int out = 3, reply = 4;          /* descriptors for the transcript and the answers */

/* write a line with one write(), so that its bytes stay together */
static void
say(int fd, const char *mark, const char *text)
{
	size_t len = strlen(mark) + strlen(text) + 1;
	char *line = malloc(len + 1);

	if (!line)
		_exit(BAD_REQUEST);
	snprintf(line, len + 1, "%s%s\n", mark, text);
	if (write(fd, line, len) != (ssize_t)len)
		_exit(1);
	free(line);
}

/* an exception is its class and, as a detail, its message */
static void
say_exception(const char *name, const char *message)
{
	json_t *value = json_string(message);
	char *text = value ? json_dumps(value, JSON_ENCODE_ANY) : NULL;

	say(out, "! ", name);
	if (text)
		say(out, "~ message ", text);
	free(text);
	json_decref(value);
}

/* a system call failed for one or two paths; Python has a class for each common error */
static void
say_os_error(int error, const char *path, const char *other)
{
	static const struct {
		int error;
		const char *name;
	} classes[] = {
		{ENOENT, "FileNotFoundError"}, {EEXIST, "FileExistsError"},
		{EISDIR, "IsADirectoryError"}, {ENOTDIR, "NotADirectoryError"},
		{EACCES, "PermissionError"},   {EPERM, "PermissionError"},
	};
	const char *name = "OSError";
	char message[3000];

	for (size_t i = 0; i < sizeof(classes) / sizeof(classes[0]); i++) {
		if (classes[i].error == error)
			name = classes[i].name;
	}
	snprintf(message, sizeof(message), "[Errno %d] %s: '%s'%s%s%s", error, strerror(error),
		 path, other ? " -> '" : "", other ? other : "", other ? "'" : "");
	say_exception(name, message);
}

/* text with $FIX, $TMP and $EXT replaced by their values */
static char *
expanded(const char *text, size_t len)
{
	const char *const roots[][2] = {{"$FIX", fix}, {"$TMP", tmp}, {"$EXT", suffix}};
	char *result;
	size_t size;
	FILE *f = open_memstream(&result, &size);

	for (const char *p = text; f && p < text + len; p++) {
		size_t i = 0;

		while (i < 3 && strncmp(p, roots[i][0], 4))
			i++;
		if (i == 3)
			fputc(*p, f);
		else
			fputs(roots[i][1], f);
		p += i == 3 ? 0 : 3;
	}
	if (!f || fclose(f))
		exit(BAD_REQUEST);
	return result;
}

/* the word at *p, bare or a JSON string; *p is moved to its end */
static char *
take_word(const char **p)
{
	size_t len = strcspn(*p, " \t");
	char *word;

	if (strchr("\"[{", **p)) {
		json_error_t error;
		json_t *value = json_loads(*p, JSON_DECODE_ANY | JSON_DISABLE_EOF_CHECK, &error);

		if (!json_is_string(value))
			exit(BAD_REQUEST); /* no verb here takes anything else */
		word = expanded(json_string_value(value), json_string_length(value));
		len = (size_t)error.position;
		json_decref(value);
	} else {
		word = expanded(*p, len);
	}
	*p += len;
	return word;
}

/* a word that must be there and must be the last: no other word may follow */
static const char *
need(const char *word, const char *behind)
{
	if (!word || behind)
		exit(BAD_REQUEST);
	return word;
}

static long
number(const char *word, int base)
{
	char *end;
	long value = strtol(word, &end, base);

	if (!*word || *end)
		exit(BAD_REQUEST);
	return value;
}

/* copy a file; 0, or -1 with errno set */
static int
copy(const char *from, const char *to)
{
	char bytes[16384];
	ssize_t got = -1;
	int in = open(from, O_RDONLY), into = -1, error;

	while (in >= 0 && (got = read(in, bytes, sizeof(bytes))) >= 0) {
		if (into < 0)
			into = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0777);
		if (into < 0 || !got || write(into, bytes, (size_t)got) != got)
			break;
	}
	error = errno;
	close(in);
	close(into);
	errno = error;
	return got || into < 0 ? -1 : 0;
}

/* the verbs for files: each is a system call, whose result is returned; 1 for any other verb */
static int
file_verb(const char *verb, const char *a, const char *b, const char *c)
{
	if (!strcmp(verb, "mkdir"))
		return mkdir(need(a, b), 0777);
	if (!strcmp(verb, "chdir"))
		return chdir(need(a, b));
	if (!strcmp(verb, "remove"))
		return remove(need(a, b));
	if (!strcmp(verb, "copy"))
		return copy(a, need(b, c));
	if (!strcmp(verb, "symlink"))
		return symlink(a, need(b, c));
	if (!strcmp(verb, "hardlink"))
		return link(a, need(b, c));
	if (!strcmp(verb, "truncate"))
		return truncate(a, (off_t)number(need(b, c), 10));
	if (!strcmp(verb, "chmod"))
		return chmod(need(b, c), (mode_t)number(a, 8));
	return 1;
}

static void
run_words(const char *verb, const char *a, const char *b, const char *c)
{
	bool two = strstr(verb, "link") != NULL;
	char message[256];
	int bad;

	if (!strcmp(verb, "loaded?")) {
		need(a, b);
		say(out, "= ", "false");
		return;
	}
	bad = file_verb(verb, a, b, c);
	snprintf(message, sizeof(message), "unknown verb: %s", verb);
	if (bad > 0)
		say_exception("NotImplementedError", message);
	else if (bad)
		say_os_error(errno, strcmp(verb, "chmod") ? a : b, two ? b : NULL);
	else
		say(out, "= ", "null");
}

static void
run_command(const char *line)
{
	char *words[WORDS_MAX] = {NULL};
	size_t n = 0;

	say(out, "> ", line);
	for (const char *p = line + strspn(line, " \t"); *p; p += strspn(p, " \t")) {
		char *word = take_word(&p);

		if (n < WORDS_MAX)
			words[n++] = word;
		else
			free(word);
	}
	if (n)
		run_words(words[0], words[1], words[2], words[3]);
	while (n)
		free(words[--n]);
}

static void
enter(const char *folder)
{
	tmp = folder;
	if (chdir(tmp) || setenv("HOME", tmp, 1) || setenv("TMPDIR", tmp, 1))
		exit(BAD_REQUEST);
}

/* carry out a request, which is changed, and write its token as proof that the end was reached */
_Noreturn static void
run_request(char *request)
{
	const char *token = "# end";
	int nothing = open("/dev/null", O_RDONLY);

	dup2(nothing, 0);
	close(nothing);
	for (char *line = request, *next; line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (!strncmp(line, "# token ", 8))
			token = memcpy(line + 2, "# end ", 6);
		else if (!strncmp(line, "# tmp ", 6))
			enter(line + 6);
		else if (*line && *line != '#')
			run_command(line);
	}
	say(out, token, "");
	_exit(0);
}

/* len bytes of standard input, or fewer if it ends, as a string */
static char *
read_request(size_t len)
{
	char *text;
	size_t size;
	FILE *f = open_memstream(&text, &size);
	int c;

	for (; f && len && (c = getchar()) != EOF; len--)
		fputc(c, f);
	if (!f || fclose(f))
		exit(BAD_REQUEST);
	return text;
}

/*
 * in the child: the transcript goes to the file at path, a pipe of this request alone, which no
 * case is to find
 */
static void
open_transcript(const char *path)
{
	int fd = open(path, O_WRONLY);

	if (fd < 0 || dup2(fd, out) < 0)
		exit(BAD_REQUEST);
	close(fd);
	unlink(path);
}

/* a child carries out the request; the parent stays unchanged for the next one */
static void
serve_one(size_t len, const char *path)
{
	char *request = read_request(len), line[128];
	pid_t pid = fork(), other;
	int status = 0;

	if (!pid) {
		setsid();
		close(reply);
		open_transcript(path);
		run_request(request);
	}
	free(request);
	snprintf(line, sizeof(line), "started %ld", (long)pid);
	say(reply, line, "");
	waitpid(pid, &status, 0);
	/* a process that the case left is a child of ours now: the harness is told, and kills it */
	while ((other = waitpid(-1, NULL, WNOHANG)) > 0)
		continue;
	snprintf(line, sizeof(line), "ended %d 0 0 %d", status, other == 0);
	say(reply, line, "");
}

/* the machine of this program: the kernel's may be another one, if it also runs 32-bit programs */
static const char *
machine(void)
{
	static struct utsname host = {.machine = "unknown"};

#if defined(__x86_64__)
	return "x86_64";
#elif defined(__i386__)
	return "i686";
#elif defined(__aarch64__) && !defined(__AARCH64EB__)
	return "aarch64";
#elif defined(__arm__)
	return "armv7l";
#endif
	uname(&host);
	return host.machine;
}

/* say who this is: a resident adapter when it is ready, any other before its transcript */
static void
say_who(int fd, const char *mark)
{
	json_t *doc;
	char *text;

	doc = json_pack("{s:i, s:s, s:i, s:{s:s, s:s, s:s, s:s, s:s, s:s, s:[s]}}", "protocol", 1,
			"adapter", "adapter.c 1.0", "pid", (int)getpid(), "facts", "impl",
			"example-1.0", "py", "3.14", "libc", LIBC, "arch", machine(), "abi",
			"example", "suffix", suffix, "cap", "fork");
	text = json_dumps(doc, 0);
	if (!text)
		exit(BAD_REQUEST);
	say(fd, mark, text);
	free(text);
	json_decref(doc);
}

static void
serve(void)
{
	char *line = NULL, *path;
	size_t size = 0, len;

	say_who(reply, "ready ");
	while (getline(&line, &size, stdin) > 0 && !strncmp(line, "run ", 4)) {
		line[strcspn(line, "\n")] = '\0';
		len = strtoul(line + 4, &path, 10);
		serve_one(len, *path ? path + 1 : path);
	}
	free(line);
}

/* stay alive while the harness looks at this process: it closes standard input afterwards */
static void
hello(void)
{
	say_who(1, "");
	free(read_request(SIZE_MAX));
}

int
main(int argc, char **argv)
{
	const char *mode = argv[argc - 1];

	for (int i = 1; i < argc; i++) {
		if (!strcmp(argv[i], "--fix") && argv[i + 1])
			fix = argv[i + 1];
		if (!strcmp(argv[i], "--plugin")) {
			fputs("this adapter takes no plug-in\n", stderr);
			return 1;
		}
	}
	if (getenv("CONFORM_FD"))
		out = (int)number(getenv("CONFORM_FD"), 10);
	if (getenv("CONFORM_REPLY"))
		reply = (int)number(getenv("CONFORM_REPLY"), 10);
	if (!strcmp(mode, "--hello"))
		hello();
	else if (!strcmp(mode, "--serve"))
		serve();
	else {
		say_who(out, "# adapter ");
		run_request(read_request(SIZE_MAX));
	}
	return 0;
}
