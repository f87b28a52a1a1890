/*
 * A resident server for the tests of sched. Its argument says how it misbehaves, if at all. The
 * shell runs the first line of a request as the job. Each start adds a byte to the file $COUNT.
 */
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { OUT_FD = 3, REPLY_FD = 4 };

static void
say(const char *text, size_t len)
{
	if (write(REPLY_FD, text, len) < 0)
		_exit(1);
}

static void
say_line(const char *text)
{
	say(text, strlen(text));
	say("\n", 1);
}

static void
hang(void)
{
	for (;;)
		pause();
}

static void
flood(int fd)
{
	char text[4096];

	memset(text, 'x', sizeof(text));
	while (write(fd, text, sizeof(text)) > 0)
		continue;
}

static void
count_start(void)
{
	const char *path = getenv("COUNT");
	int fd = path ? open(path, O_WRONLY | O_APPEND | O_CREAT, 0600) : -1;

	if (fd >= 0 && write(fd, "x", 1) < 0)
		_exit(1);
	if (fd >= 0)
		close(fd);
}

/*
 * read one request and return its first line, and in *path the file for its transcript; NULL at the
 * end of input
 */
static char *
request(char **path)
{
	char *line = NULL, *rest, *body;
	size_t room = 0, len;

	if (getline(&line, &room, stdin) < 0 || strncmp(line, "run ", 4)) {
		free(line);
		return NULL;
	}
	line[strcspn(line, "\n")] = '\0';
	len = (size_t)strtoul(line + 4, &rest, 10);
	*path = strdup(*rest ? rest + 1 : rest);
	free(line);
	body = calloc(len + 1, 1);
	if (!body || fread(body, 1, len, stdin) != len) {
		free(body);
		return NULL;
	}
	rest = strchr(body, '\n');
	if (rest)
		*rest = '\0';
	return body;
}

static pid_t
start(const char *mode, const char *script, const char *path)
{
	pid_t pid = fork();
	int out;

	if (pid)
		return pid;
	setsid();
	close(REPLY_FD);
	out = open(path, O_WRONLY);
	if (out < 0 || dup2(out, OUT_FD) < 0)
		_exit(126);
	close(out);
	if (strcmp(mode, "no-unlink"))
		unlink(path);
	close(0);
	open("/dev/null", O_RDONLY);
	execl("/bin/sh", "sh", "-c", script, (char *)NULL);
	_exit(127);
}

static void
tell_ended(pid_t pid)
{
	struct rusage usage;
	char text[96];
	int status;
	pid_t other;

	if (waitpid(pid, &status, 0) != pid)
		_exit(1);
	getrusage(RUSAGE_CHILDREN, &usage);
	do
		other = waitpid(-1, NULL, WNOHANG);
	while (other > 0);
	snprintf(text, sizeof(text), "ended %d 1000 %ld %d", status, usage.ru_maxrss, !other);
	say_line(text);
}

/* misbehave before the job is forked */
static void
misbehave_run(const char *mode)
{
	if (!strcmp(mode, "die-on-run"))
		exit(0);
	if (!strcmp(mode, "hang-on-run"))
		hang();
	if (!strcmp(mode, "ready-twice"))
		say_line("ready");
	if (!strcmp(mode, "bad-started"))
		say_line("started banana");
	if (!strcmp(mode, "nul-started"))
		say("started 12\0 3\n", 14);
	if (!strcmp(mode, "early-ended"))
		say_line("ended 0 0 0 0");
	if (!strcmp(mode, "flood-reply"))
		flood(REPLY_FD);
	if (!strcmp(mode, "flood-run"))
		flood(1);
}

/* misbehave while the job runs */
static void
misbehave_started(const char *mode)
{
	if (!strcmp(mode, "die-started"))
		exit(0);
	if (!strcmp(mode, "close-started"))
		close(REPLY_FD);
	if (!strcmp(mode, "old-pipe") && write(OUT_FD, "o\n", 2) < 0)
		exit(1);
	if (!strcmp(mode, "started-twice"))
		say_line("started 5");
	if (!strcmp(mode, "half-ended"))
		say_line("ended 0 0 0");
	if (!strcmp(mode, "stopped-ended"))
		say_line("ended 4991 0 0 0");
	if (!strcmp(mode, "close-started") || !strcmp(mode, "hang-started"))
		hang();
}

/* misbehave after the job has ended */
static void
misbehave_ended(const char *mode)
{
	if (!strcmp(mode, "die-idle"))
		exit(0);
	if (!strcmp(mode, "talk-idle"))
		say_line("ready");
	if (strcmp(mode, "chat-idle"))
		return;
	/* long enough for the harness to read the job's bytes first */
	poll(NULL, 0, 100);
	if (write(1, "idle\n", 5) < 0 || write(OUT_FD, "idle\n", 5) < 0)
		exit(1);
}

static void
begin(const char *mode)
{
	count_start();
	if (!strcmp(mode, "exit"))
		exit(1);
	if (!strcmp(mode, "mute"))
		hang();
	if (!strcmp(mode, "chatter"))
		say_line("hello\007");
	if (!strcmp(mode, "flood-start"))
		flood(1);
	if (!strcmp(mode, "trace")) {
		fputs("Traceback\n", stderr);
		exit(1);
	}
	if (write(1, "banner\n", 7) < 0)
		exit(1);
	say_line(strcmp(mode, "named") ? "ready" : "ready I am it");
	if (!strcmp(mode, "deaf"))
		hang();
}

int
main(int argc, char **argv)
{
	const char *mode = argc > 1 ? argv[1] : "good";
	char *script, *path, text[32];

	begin(mode);
	while ((script = request(&path))) {
		pid_t pid;

		misbehave_run(mode);
		pid = start(mode, script, path);
		/* the harness must survive a wrong number */
		snprintf(text, sizeof(text), "started %ld",
			 strcmp(mode, "wrong-pid") ? (long)pid : 1L);
		say_line(text);
		misbehave_started(mode);
		tell_ended(pid);
		misbehave_ended(mode);
		free(script);
		free(path);
	}
	return 0;
}
