/*
 * Tests servers that die, hang or send nonsense at each step of the protocol, and the messages of
 * the protocol.
 */
#include <CUnit/CUnit.h>
#include <CUnit/TestDB.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "process/sched.h"
#include "process/space.h"
#include "process/channel.h"
#include "process/reply.h"
#include "test_sched_run.h"
#include "test_spawn_run.h"
#include "units.h"

/*
 * Each row has three jobs, but only one if a time limit must pass. The default script is a short
 * one with status 3.
 */
static const struct {
	const char *mode;
	const char *script;
	double timeout;
	enum ran_how how;
	const char *error; /* a part of the error; NULL: no error */
	size_t servers;    /* servers that must have been started */
	double patience;   /* time limit for a server; 0: never reached */
} bad[] = {
	{"good", NULL, 0, RAN_EXITED, NULL, 1, 0},
	/* before ready */
	{"exit", NULL, 0, RAN_ERROR, "ended before it was ready", 3, 0},
	{"trace", NULL, 0, RAN_ERROR, "ended before it was ready", 3, 0},
	{"mute", NULL, 0, RAN_ERROR, "not ready within", 1, .5},
	{"chatter", NULL, 0, RAN_ERROR, "said 'hello?' instead of ready", 3, 0},
	{"flood-start", NULL, 0, RAN_ERROR, "too much before it was ready", 3, 0},
	/* before started */
	{"deaf", NULL, 0, RAN_LOST, "did not start the job", 1, 1},
	{"die-on-run", NULL, 0, RAN_LOST, "ended before it started", 3, 0},
	{"hang-on-run", NULL, 0, RAN_LOST, "did not start the job", 1, 1},
	{"ready-twice", NULL, 0, RAN_LOST, "'ready' out of order", 3, 0},
	{"bad-started", NULL, 0, RAN_LOST, "'started banana'", 3, 0},
	{"nul-started", NULL, 0, RAN_LOST, "'started 12'", 3, 0},
	{"early-ended", NULL, 0, RAN_LOST, "'ended 0 0 0 0' out of order", 3, 0},
	{"flood-reply", NULL, 0, RAN_LOST, "a message is too long", 3, 0},
	{"flood-run", NULL, 0, RAN_LOST, "too much", 3, 0},
	/* while the job runs */
	{"die-started", "setsid sleep 600 & sleep 600", 0, RAN_LOST, "died while the job", 3, 0},
	{"close-started", "setsid sleep 600 & sleep 600", 0, RAN_LOST, "died while the job", 3, 0},
	{"started-twice", "sleep 600", 0, RAN_LOST, "'started 5' out of order", 3, 0},
	{"half-ended", "sleep 600", 0, RAN_LOST, "'ended 0 0 0' out of order", 3, 0},
	{"stopped-ended", "sleep 600", 0, RAN_LOST, "'ended 4991 0 0 0' out of order", 3, 0},
	{"hang-started", "sleep 600", .2, RAN_TIMEOUT, NULL, 1, 0},
	{"wrong-pid", "sleep 600", .2, RAN_TIMEOUT, NULL, 1, 0},
	{"no-unlink", NULL, 0, RAN_EXITED, NULL, 1, 0},
	{"old-pipe", NULL, 0, RAN_LOST, "to the descriptor that it began with", 3, 0},
	/* between two jobs */
	{"die-idle", NULL, 0, RAN_EXITED, NULL, 3, 0},
	{"talk-idle", NULL, 0, RAN_EXITED, NULL, 3, 0},
};

static bool
error_holds(const char *error, const char *want)
{
	return want ? error && strstr(error, want) : !error;
}

static bool
as_wanted(size_t row, const struct came *came)
{
	const struct ran *ran = &came->ran;

	if (came->times != 1 || ran->how != bad[row].how)
		return false;
	if (!error_holds(ran->error, bad[row].error))
		return false;
	return ran->how != RAN_EXITED || (ran->status == 3 << 8 && !strcmp(ran->out.p, "o\n") &&
					  !strcmp(ran->log.p, "l\n"));
}

static void
check_bad(size_t row, bool apart)
{
	const char *text = bad[row].script ? bad[row].script : "echo o >&3; echo l; exit 3";
	const struct script one = {.text = text, .fork = true, .timeout = bad[row].timeout,
				   .input_len = 1 << 18};
	const struct script s[] = {one, one, one};
	bool slow = bad[row].patience > 0 || bad[row].timeout > 0;
	struct trial t = {.scripts = s, .n = slow ? 1 : LENGTH(s), .mode = bad[row].mode,
			  .server_start = bad[row].patience, .apart = apart};
	bool good = trial_run(&t) == t.n && nothing_left();
	size_t servers = trial_servers();

	for (size_t i = 0; i < t.n; i++) {
		const struct ran *ran = &t.came[i].ran;

		UNIT_CHECK(as_wanted(row, &t.came[i]),
			   "%s%s: job %zu: how %d, status %d, error %s, out %.80s, log %.80s",
			   bad[row].mode, apart ? ", apart" : "", i, (int)ran->how, ran->status,
			   ran->error ? ran->error : "-", ran->out.p, ran->log.p);
	}
	UNIT_CHECK(good, "%s: not all ended", bad[row].mode);
	UNIT_CHECK(servers == bad[row].servers, "%s: %zu servers", bad[row].mode, servers);
	trial_free(&t);
}

static void
test_bad_servers(void)
{
	char why[256];
	bool can = space_try(why, sizeof(why));

	for (size_t row = 0; row < LENGTH(bad); row++) {
		check_bad(row, false);
		if (can)
			check_bad(row, true);
	}
}

/* after three failures in a row no more servers are started; the last output is shown */
static void
test_start_failures(void)
{
	static const struct script one = {.text = "exit 0", .fork = true};
	const struct script s[] = {one, one, one, one, one, {.text = "exit 0"}};
	struct trial t = {.scripts = s, .n = LENGTH(s), .mode = "trace"};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 3);
	CU_ASSERT_STRING_EQUAL(t.came[0].ran.log.p, "Traceback\n");
	for (size_t i = 0; i < 5; i++) {
		CU_ASSERT_EQUAL(t.came[i].ran.how, RAN_ERROR);
		CU_ASSERT_PTR_NOT_NULL(t.came[i].ran.error);
	}
	CU_ASSERT_PTR_NOT_NULL(strstr(t.came[4].ran.error, "no server could be started"));
	CU_ASSERT_EQUAL(t.came[5].ran.how, RAN_EXITED);
	trial_free(&t);
}

/* a server outlives a job that is killed, and jobs do not affect each other */
static void
test_kept(void)
{
	static const struct script s[] = {
		{.text = "yes flood >&3", .fork = true},
		{.text = "echo one >&3; exit 0", .fork = true},
		{.text = "echo own >&3; exit 0"},
		{.text = "echo late >&3; echo late; sleep 600", .fork = true, .timeout = .2},
		{.text = "echo two >&3; exit 0", .fork = true},
		{.text = "(while :; do echo left >&3; sleep 0.01; done) & sleep 0.1", .fork = true},
		{.text = "echo three >&3; exit 0", .fork = true},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s)};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 1);
	CU_ASSERT_STRING_EQUAL(t.came[1].ran.out.p, "one\n");
	CU_ASSERT_STRING_EQUAL(t.came[2].ran.out.p, "own\n");
	CU_ASSERT_STRING_EQUAL(t.came[3].ran.log.p, "late\n");
	CU_ASSERT_STRING_EQUAL(t.came[4].ran.out.p, "two\n");
	CU_ASSERT_TRUE(t.came[5].ran.leftovers >= 1);
	CU_ASSERT_STRING_EQUAL(t.came[6].ran.out.p, "three\n");
	CU_ASSERT_STRING_EQUAL(t.came[6].ran.log.p, "");
	trial_free(&t);
}

/* output of a server without a job belongs to no job */
static void
test_idle_chat(void)
{
	static const struct script s[] = {
		{.text = "echo one >&3", .fork = true},
		{.text = "sleep 0.3"},
		{.text = "echo two >&3", .fork = true},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .mode = "chat-idle"};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 1);
	CU_ASSERT_STRING_EQUAL(t.came[2].ran.out.p, "two\n");
	CU_ASSERT_STRING_EQUAL(t.came[2].ran.log.p, "");
	trial_free(&t);
}

/* killing the processes of one worker does not affect other workers */
static void
test_neighbours(void)
{
	static const struct script s[] = {
		{.text = "sleep 1.5; echo a >&3; exit 0"},
		{.text = "setsid sleep 1.5; echo b >&3; exit 0", .fork = true},
		{.text = "setsid sleep 600 & kill -9 $PPID; sleep 600"},
		{.text = "setsid sleep 600 & kill -9 $PPID; sleep 600", .fork = true},
		{.text = "setsid sleep 600 & sleep 600", .timeout = .2},
		{.text = "yes >&3", .fork = true},
		{.text = "setsid sleep 600 & kill -9 $PPID; sleep 600"},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 3};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(t.came[0].ran.how, RAN_EXITED);
	CU_ASSERT_STRING_EQUAL(t.came[0].ran.out.p, "a\n");
	CU_ASSERT_EQUAL(t.came[1].ran.how, RAN_EXITED);
	CU_ASSERT_STRING_EQUAL(t.came[1].ran.out.p, "b\n");
	for (size_t i = 2; i < LENGTH(s); i++) {
		CU_ASSERT_NOT_EQUAL(t.came[i].ran.how, RAN_EXITED);
	}
	CU_ASSERT_TRUE(nothing_left());
	trial_free(&t);
}

static void
test_reply_parse(void)
{
	static const struct {
		const char *line;
		enum reply_kind kind;
	} t[] = {
		{"ready", REPLY_READY},
		{"ready ", REPLY_NONSENSE},
		{" ready", REPLY_NONSENSE},
		{"", REPLY_NONSENSE},
		{"started 12", REPLY_STARTED},
		{"started", REPLY_NONSENSE},
		{"started ", REPLY_NONSENSE},
		{"started 0", REPLY_NONSENSE},
		{"started -1", REPLY_NONSENSE},
		{"started 12 ", REPLY_NONSENSE},
		{"started 99999999999", REPLY_NONSENSE},
		{"started 12x", REPLY_NONSENSE},
		{"ended 256 1000 2048 0", REPLY_ENDED},
		{"ended 139 0 0 1", REPLY_ENDED},
		{"ended 139 0 0", REPLY_NONSENSE},
		{"ended 139 0 0 0 0", REPLY_ENDED},
		{"ended 139 0 0 0 0 0", REPLY_NONSENSE},
		{"ended 139 0 0 0 ", REPLY_NONSENSE},
		{"ended 139 0 0 0 4294967296", REPLY_NONSENSE},
		{"ended 139  0 0 0", REPLY_NONSENSE},
		{"ended 4991 0 0 0", REPLY_NONSENSE},
		{"ended 65536 0 0 0", REPLY_NONSENSE},
		{"ended 0 0 0 99999999999999999999999", REPLY_NONSENSE},
		{"failed for a reason", REPLY_FAILED},
		{"failed", REPLY_NONSENSE},
		{"# comment", REPLY_NONSENSE},
	};
	struct reply r;

	for (size_t i = 0; i < LENGTH(t); i++) {
		r = reply_parse(t[i].line, strlen(t[i].line));
		UNIT_CHECK(r.kind == t[i].kind, "%s", t[i].line);
	}
	r = reply_parse("ended 256 1500000 2048 3", 24);
	CU_ASSERT_EQUAL(r.status, 256);
	CU_ASSERT_DOUBLE_EQUAL(r.cpu_seconds, 1.5, 1e-9);
	CU_ASSERT_EQUAL(r.max_rss_kb, 2048);
	CU_ASSERT_EQUAL(r.left, 3);
	CU_ASSERT_FALSE(r.told_kinds);
	r = reply_parse("ended 0 0 0 0 32", 16);
	CU_ASSERT_TRUE(r.told_kinds);
	CU_ASSERT_EQUAL(r.kinds, 32);
	CU_ASSERT_EQUAL(reply_parse("started 77", 10).pid, 77);
	CU_ASSERT_STRING_EQUAL(reply_parse("ready", 5).text, "");
	CU_ASSERT_STRING_EQUAL(reply_parse("ready to go", 11).text, "to go");
	CU_ASSERT_STRING_EQUAL(reply_parse("failed for a reason", 19).text, "for a reason");
	CU_ASSERT_EQUAL(reply_parse("ready\0x", 7).kind, REPLY_NONSENSE);
}

/* each job has a pipe of its own: what comes late by another one is nobody's */
static void
test_channels(void)
{
	struct channel a = CHANNEL_NONE, b = CHANNEL_NONE;
	struct arena mem = {0};
	const char *path;
	char text[8];
	int folder = open("/tmp", O_RDONLY | O_DIRECTORY), first, again;

	CU_ASSERT_EQUAL_FATAL(channel_open(&a, folder), 0);
	path = arena_printf(&mem, "/tmp/%s", a.name);
	first = open(path, O_WRONLY);
	again = open(path, O_WRONLY);
	CU_ASSERT_EQUAL(write(first, "in time", 7), 7);
	CU_ASSERT_EQUAL(read(a.fd, text, sizeof(text)), 7);
	channel_remove(&a);
	CU_ASSERT_EQUAL(access(path, F_OK), -1);
	channel_close(&a);
	CU_ASSERT_EQUAL_FATAL(channel_open(&b, folder), 0);
	signal(SIGPIPE, SIG_IGN);
	CU_ASSERT_EQUAL(write(first, "late", 4), -1);
	CU_ASSERT_EQUAL(write(again, "late", 4), -1);
	CU_ASSERT_EQUAL(read(b.fd, text, sizeof(text)), 0);
	channel_close(&b);
	close(first);
	close(again);
	close(folder);
	arena_free(&mem);
}

/* somebody opens the transcript of a job, and writes into it while the next job runs */
static void
test_late_writer(void)
{
	struct arena mem = {0};
	struct script s[] = {
		{.text = "trap '' PIPE; until [ -s $D/pid ]; do sleep 0.01; done; "
			 "exec 9>/proc/$(cat $D/pid)/fd/3; echo >$D/open; "
			 "until [ -e $D/next ]; do sleep 0.01; done; "
			 "echo late >&9; echo >$D/wrote; echo done >&3"},
		{.text = "echo $$ >$D/pid; until [ -e $D/open ]; do sleep 0.01; done; echo one >&3",
		 .fork = true},
		{.text = "echo >$D/next; until [ -e $D/wrote ]; do sleep 0.01; done; echo two >&3",
		 .fork = true},
		{.text = "echo three >&3", .fork = true},
	};
	static const char *const want[] = {"done\n", "one\n", "two\n", "three\n"};
	struct trial t = {.scripts = s, .n = LENGTH(s), .workers = 2};

	for (size_t i = 0; i < LENGTH(s); i++)
		s[i].text = arena_printf(&mem, "D=/tmp/fake_server.%ld; %s", (long)getpid(),
					 s[i].text);
	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	for (size_t i = 0; i < LENGTH(s); i++)
		UNIT_CHECK(!strcmp(t.came[i].ran.out.p, want[i]), "job %zu: %s, log %s", i,
			   t.came[i].ran.out.p, t.came[i].ran.log.p);
	trial_free(&t);
	trial_cleanup();
	arena_free(&mem);
}

void
unit_sched_server(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"messages", test_reply_parse},
		{"bad servers", test_bad_servers},
		{"start failures", test_start_failures},
		{"a server is kept", test_kept},
		{"idle chat", test_idle_chat},
		{"a pipe for each job", test_channels},
		{"a late writer", test_late_writer},
		{"neighbours", test_neighbours},
	};
	CU_pSuite suite = CU_add_suite("sched, servers", NULL, trial_cleanup);

	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
}
