/*
 * A loader that is not an interpreter. It fulfils the adapter contract in C, answers `import M`
 * with a module, and misbehaves for names that begin with "evil_". It shows that the harness needs
 * no Python, and that no misbehaviour leads to a pass.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUT = 3, REPLY = 4 };

static void
write_all(int fd, const char *s, size_t len)
{
	while (len) {
		ssize_t put = write(fd, s, len);

		if (put < 0 && errno != EINTR)
			_exit(1);
		if (put > 0) {
			s += put;
			len -= (size_t)put;
		}
	}
}

static void
say_to(int fd, const char *s)
{
	write_all(fd, s, strlen(s));
}

/* write one line of the transcript, or another text, with one write */
static void
say(const char *before, const char *word, const char *after)
{
	char line[4096];

	snprintf(line, sizeof(line), "%s%s%s", before, word, after);
	say_to(OUT, line);
}

static void
flood(int fd)
{
	static char block[1 << 16];

	memset(block, 'x', sizeof(block) - 1);
	block[sizeof(block) - 2] = '\n';
	for (int i = 0; i < 1 << 14; i++)
		say_to(fd, block);
}

/* start a process that outlives us and keeps our descriptors; a daemon gets its own session */
static void
leave_child(bool daemon)
{
	if (fork())
		return;
	if (daemon)
		setsid();
	for (;;)
		pause();
}

/* a module that needs room on the disk */
static bool
write_file(void)
{
	static char block[1 << 16];
	FILE *f = fopen("file", "w");
	bool good = f && fwrite(block, sizeof(block), 1, f) == 1;

	return f && !fclose(f) && good;
}

/* put a link in the place of a folder above ours, as path names it from here */
static void
swap(const char *path, const char *target)
{
	char name[4096], moved[4100];

	if (chdir(path) || !getcwd(name, sizeof(name)))
		return;
	snprintf(moved, sizeof(moved), "%s.old", name);
	if (!rename(name, moved) && symlink(target, name))
		rename(moved, name);
}

/* do what a broken loader may do during a case */
static void
misbehave(const char *name)
{
	if (!strcmp(name, "evil_exit0"))
		_exit(0);
	if (!strcmp(name, "evil_exit3"))
		_exit(3);
	if (!strcmp(name, "evil_forge")) {
		say("= <module \"", name, "\">\n# end\n");
		_exit(0);
	}
	if (!strcmp(name, "evil_forge_token")) {
		say("= <module \"", name, "\">\n# end 0123456789abcdef\n");
		_exit(0);
	}
	if (!strcmp(name, "evil_forge_death")) {
		say("= <module \"", name, "\">\n!! signal SIGSEGV\n");
		return;
	}
	if (!strcmp(name, "evil_forge_then_die")) {
		say("= <module \"", name, "\">\n# end\n");
		raise(SIGSEGV);
	}
	if (!strcmp(name, "evil_crash"))
		raise(SIGSEGV);
	if (!strcmp(name, "evil_hang"))
		pause();
	if (!strcmp(name, "evil_stop"))
		raise(SIGSTOP);
	if (!strcmp(name, "evil_nap"))
		sleep(1);
	if (!strcmp(name, "evil_half")) {
		say_to(OUT, "= <mod");
		pause();
	}
	if (!strcmp(name, "evil_half_exit")) {
		say_to(OUT, "= <mod");
		_exit(0);
	}
	if (!strcmp(name, "evil_flood"))
		flood(OUT);
	if (!strcmp(name, "evil_flood_log"))
		flood(1);
	if (!strcmp(name, "evil_child"))
		leave_child(false);
	if (!strcmp(name, "evil_daemon"))
		leave_child(true);
	if (!strcmp(name, "evil_kill_parent"))
		kill(getppid(), SIGKILL);
	if (!strcmp(name, "evil_kill_group"))
		kill(0, SIGKILL);
	if (!strcmp(name, "evil_stop_parent"))
		kill(getppid(), SIGSTOP);
	if (!strcmp(name, "evil_close")) {
		for (int fd = 0; fd < 64; fd++)
			close(fd);
		_exit(0);
	}
	if (!strcmp(name, "evil_swap_area"))
		swap("..", "../../../../outside");
	if (!strcmp(name, "evil_swap_run"))
		swap("../..", "../../../../outside/run");
	if (!strcmp(name, "evil_nul"))
		write_all(OUT, "= a\0b\n", 6);
	if (!strcmp(name, "evil_latin1"))
		say_to(OUT, "= caf\xe9\n");
	if (!strcmp(name, "evil_control"))
		say_to(OUT, "= \033[2J\001\n");
	if (!strcmp(name, "evil_garbage"))
		say_to(OUT, "no mark in front\n\xff\xfe\n");
}

/* argv[1] is "moody": imports of such names fail; a script around us chooses the mood */
static bool moody;

static void
run_line(const char *line)
{
	char verb[256];

	say("> ", line, "\n");
	if (!strcmp(line, "import needs_disk") && !write_file()) {
		say_to(OUT, "! OSError\n");
	} else if (moody && !strncmp(line, "import moody", 12)) {
		say_to(OUT, "! ImportError\n");
	} else if (!strncmp(line, "import ", 7)) {
		misbehave(line + 7);
		say("= <module \"", line + 7, "\">\n");
	} else if (!strcmp(line, "exit")) {
		say_to(OUT, "= null\n");
	} else {
		snprintf(verb, sizeof(verb), "%.*s", (int)strcspn(line, " "), line);
		say_to(OUT, "! NotImplementedError\n");
		say("~ message \"unknown verb: ", verb, "\"\n");
	}
}

/* carry out a request and write the end mark; changes the request */
static void
run_request(char *request)
{
	const char *token = "";

	for (char *line = request, *next; line && *line; line = next) {
		next = strchr(line, '\n');
		if (next)
			*next++ = '\0';
		if (!strncmp(line, "# token ", 8))
			token = line + 8;
		else if (!strncmp(line, "# tmp ", 6) && chdir(line + 6))
			exit(70);
		else if (*line && *line != '#')
			run_line(line);
	}
	say(*token ? "# end " : "# end", token, "\n");
}

static size_t
read_some(char *p, size_t len, bool all)
{
	size_t have = 0;

	while (have < len) {
		ssize_t got = read(0, p + have, len - have);

		if (got <= 0)
			break;
		have += (size_t)got;
		if (!all && p[have - 1] == '\n')
			break;
	}
	return have;
}

/* reads single bytes, so that the request after the line stays unread */
static bool
read_line(char *line, size_t size)
{
	size_t n = 0;

	while (n + 1 < size && read_some(line + n, 1, true) == 1) {
		if (line[n] == '\n') {
			line[n] = '\0';
			return true;
		}
		n++;
	}
	return false;
}

static char *
read_request(size_t len)
{
	char *request = malloc(len + 1);

	if (!request || read_some(request, len, true) != len)
		exit(70);
	request[len] = '\0';
	return request;
}

/* in the child: the transcript goes to the file at path */
static void
open_transcript(const char *path)
{
	int fd = open(path, O_WRONLY);

	if (fd < 0 || dup2(fd, OUT) < 0)
		_exit(70);
	close(fd);
	unlink(path);
}

static void
serve_one(size_t len, const char *path)
{
	char *request = read_request(len), line[128];
	int status;
	pid_t pid = fork();

	if (!pid) {
		setsid();
		close(REPLY);
		open_transcript(path);
		run_request(request);
		_exit(0);
	}
	free(request);
	snprintf(line, sizeof(line), "started %ld\n", (long)pid);
	say_to(REPLY, line);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	snprintf(line, sizeof(line), "ended %d 0 0 %d\n", status,
		 waitpid(-1, NULL, WNOHANG) == 0);
	say_to(REPLY, line);
}

/* the facts that a worker repeats; JSON with ' as quotes */
#define FACTS "'impl': 'fake-1.0', 'py': '3.14', 'arch': '%s', 'abi': 'fake', 'suffix': '.fake'"

#ifdef __GLIBC__
#define LIBC "glibc"
#else
#define LIBC "musl"
#endif

static void
say_json(int fd, const char *before, const char *more)
{
	char line[512];
	struct utsname host;

	if (uname(&host))
		exit(70);
	snprintf(line, sizeof(line), "%s'pid': %ld, 'facts': {" FACTS "%s}}\n", before,
		 (long)getpid(), host.machine, more);
	for (char *p = line; *p; p++) {
		if (*p == '\'')
			*p = '"';
	}
	say_to(fd, line);
}

static void
serve(void)
{
	char line[8192], *path;

	say_json(REPLY, "ready {", "");
	while (read_line(line, sizeof(line))) {
		size_t len = strtoul(line + 4, &path, 10);

		while (waitpid(-1, NULL, WNOHANG) > 0)
			continue;
		serve_one(len, *path ? path + 1 : path);
	}
}

/* answer hello, then live until the harness has seen which program this is */
static void
hello(bool native)
{
	char rest[64];

	say_json(1, "{'protocol': 1, 'adapter': 'fake_loader', ",
		 native ? ", 'libc': '" LIBC "', 'gil': '1', 'debug': '0', 'include': "
			  "['/usr/include'], 'cap': ['fork', 'native']"
			: ", 'libc': '" LIBC "', 'gil': '1', 'debug': '0', 'cap': ['fork']");
	read_some(rest, sizeof(rest), true);
}

int
main(int argc, char **argv)
{
	static char request[1 << 20];
	const char *mode = argc > 1 ? argv[argc - 1] : "";

	moody = argc > 1 && !strcmp(argv[1], "moody");
	if (argc > 1 && !strcmp(argv[1], "mute"))
		pause();
	if (!strcmp(mode, "--hello")) {
		hello(!strcmp(argv[1], "native"));
	} else if (!strcmp(mode, "--serve")) {
		serve();
	} else {
		request[read_some(request, sizeof(request) - 1, true)] = '\0';
		run_request(request);
	}
	return 0;
}
