/*
 * Tests jobs that are examined while they wait for the end of their input, and servers that are
 * refused because of their first message.
 */
#include <CUnit/CUnit.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "process/procs.h"
#include "process/sched.h"
#include "process/space.h"
#include "base/text.h"
#include "test_sched_run.h"
#include "units.h"

/* a shell job, and what `heard` was told about it */
struct look {
	const char *script;
	double hold;
	bool enough; /* the answer of `heard` */
	bool answer;
	/* filled in */
	size_t heard;
	char first[64];      /* the first line at that time */
	char program[PATH_MAX];
	const char *unseen;
	enum ran_how how;
	char out[256], log[256];
	pid_t pid;
};

static enum sched_verdict
look_prepare(void *ctx, size_t i, struct job *job)
{
	static char sh[] = "sh", c[] = "-c", path[] = "PATH=/usr/bin:/bin";
	static char *env[] = {path, NULL}, *argv[] = {sh, c, NULL, NULL};
	struct look *l = ctx;

	(void)i;
	argv[2] = (char *)l->script;
	job->spawn = (struct spawn){.argv = argv, .envp = env, .cwd = "/", .answer = l->answer};
	job->timeout = 60;
	job->hold = l->hold;
	return SCHED_GO;
}

static void
look_done(void *ctx, size_t i, const struct ran *ran)
{
	struct look *l = ctx;

	(void)i;
	l->how = ran->how;
	snprintf(l->out, sizeof(l->out), "%s", buf_str(&ran->out));
	snprintf(l->log, sizeof(l->log), "%s", buf_str(&ran->log));
}

static bool
look_heard(void *ctx, size_t i, pid_t pid, const struct buf *out)
{
	struct look *l = ctx;
	long number;

	(void)i;
	l->heard++;
	l->pid = pid;
	snprintf(l->first, sizeof(l->first), "%.*s", (int)strcspn(buf_str(out), "\n"),
		 buf_str(out));
	if (text_long(l->first, 1, LONG_MAX, &number))
		l->unseen = procs_program(pid, number, l->program, sizeof(l->program));
	return l->enough;
}

static void
look_run(struct look *l)
{
	static const struct sched_ops ops = {.prepare = look_prepare, .done = look_done,
					     .heard = look_heard};
	struct sched_config config = {.workers = 1, .out_max = 4096, .log_max = 4096,
				      .log_flood = 4096};
	struct sched *s = sched_new(&config, &ops, l, 1);

	CU_ASSERT_EQUAL(sched_wait(s, 0), 0);
	sched_free(s);
}

static const char *
shell(void)
{
	static char path[PATH_MAX];

	return realpath("/bin/sh", path) ? path : "";
}

static void
test_look(void)
{
	static const char *const scripts[] = {
		"echo $$ >&3; read x; echo end >&3",
		"sh -c 'echo $$ >&3; read x; echo end >&3'; :",
	};

	for (size_t i = 0; i < LENGTH(scripts); i++) {
		struct look l = {.script = scripts[i], .hold = 60, .enough = true};

		look_run(&l);
		CU_ASSERT_EQUAL(l.how, RAN_EXITED);
		UNIT_CHECK(!l.unseen && !strcmp(l.program, shell()), "%.99s: %s", l.program,
			   l.unseen);
		UNIT_CHECK(text_ends(l.out, "\nend\n"), "out %s", l.out);
	}
}

/* the job has its own pid namespace, where its pid is 1 */
static void
test_namespace(void)
{
	struct look l = {.script = "unshare -rpf sh -c 'echo $$ >&3; read x' || echo none >&3",
			 .hold = 60, .enough = true};

	look_run(&l);
	if (strcmp(l.first, "none"))
		UNIT_CHECK(!l.unseen && !strcmp(l.program, shell()), "%s: %.99s: %s", l.first,
			   l.program, l.unseen);
}

/* pids of other processes, existing or not, are not found */
static void
test_strangers(void)
{
	struct look l = {.script = "echo $PPID >&3; read x", .hold = 60, .enough = true};
	char path[PATH_MAX];
	long number;

	look_run(&l);
	UNIT_CHECK(!l.unseen, "the supervisor: %s", l.unseen);
	l = (struct look){.script = "echo 1 >&3; read x", .hold = 60, .enough = true};
	look_run(&l);
	CU_ASSERT_PTR_NOT_NULL(l.unseen);
	l = (struct look){.script = "sh -c 'echo $$ >&3'; read x; :", .hold = 60, .enough = true};
	look_run(&l);
	CU_ASSERT_TRUE(text_long(l.first, 1, LONG_MAX, &number));
	CU_ASSERT_PTR_NOT_NULL(procs_program(l.pid, number, path, sizeof(path)));
	CU_ASSERT_PTR_NOT_NULL(procs_program(getpid(), 0, path, sizeof(path)));
	CU_ASSERT_PTR_NOT_NULL(procs_program(getpid(), -1, path, sizeof(path)));
	CU_ASSERT_PTR_NOT_NULL(procs_program(getpid(), LONG_MAX, path, sizeof(path)));
	CU_ASSERT_PTR_NULL(procs_program(getpid(), (long)getpid(), path, sizeof(path)));
}

/* the input is closed at last even if `heard` never says enough; without hold at once */
static void
test_hold(void)
{
	struct look l = {.script = "echo a >&3; read x; echo b >&3", .hold = 0.2};

	look_run(&l);
	CU_ASSERT_STRING_EQUAL(l.out, "a\nb\n");
	CU_ASSERT_TRUE(l.heard >= 1);
	l = (struct look){.script = "echo a >&3; read x; echo b >&3"};
	look_run(&l);
	CU_ASSERT_STRING_EQUAL(l.out, "a\nb\n");
	CU_ASSERT_EQUAL(l.heard, 0);
}

static void
test_answer(void)
{
	struct look l = {.script = "echo out; echo err >&2; echo three >&3", .answer = true};

	look_run(&l);
	CU_ASSERT_STRING_EQUAL(l.out, "out\nthree\n");
	CU_ASSERT_STRING_EQUAL(l.log, "err\n");
}

/* a server that says who it is, and one that is refused because of that */
static void
test_ready(void)
{
	static const struct script s[] = {
		{.text = "exit 0", .fork = true},
		{.text = "exit 0", .fork = true},
	};
	struct trial t = {.scripts = s, .n = LENGTH(s), .mode = "named"};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 1);
	CU_ASSERT_STRING_EQUAL(t.said, "I am it");
	CU_ASSERT_EQUAL(t.came[1].ran.how, RAN_EXITED);
	trial_free(&t);
	t = (struct trial){.scripts = s, .n = LENGTH(s), .mode = "named", .refusal = "another"};
	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 2);
	for (size_t i = 0; i < LENGTH(s); i++) {
		CU_ASSERT_EQUAL(t.came[i].ran.how, RAN_ERROR);
		CU_ASSERT_STRING_EQUAL(t.came[i].ran.error, "another");
	}
	trial_free(&t);
}

/* orphans become children of the command around the server, which does not know them */
static void
test_wrapped(void)
{
	static const struct script s[] = {
		{.text = "exit 3", .fork = true},
		{.text = "setsid sleep 600 & exit 3", .fork = true},
		{.text = "sleep 600 & exit 3", .fork = true},
		{.text = "exit 3", .fork = true},
		{.text = "sleep 600", .fork = true, .timeout = .2},
		{.text = "exit 3", .fork = true},
	};
	static const bool leaves[LENGTH(s)] = {[1] = true, [2] = true};
	struct trial t = {.scripts = s, .n = LENGTH(s), .wrapped = true};

	CU_ASSERT_EQUAL(trial_run(&t), LENGTH(s));
	CU_ASSERT_EQUAL(trial_servers(), 4);
	for (size_t i = 0; i < LENGTH(s); i++) {
		const struct ran *ran = &t.came[i].ran;

		UNIT_CHECK(ran->how == (i == 4 ? RAN_TIMEOUT : RAN_EXITED) &&
				   ran->leftovers == leaves[i],
			   "job %zu: how %d, %d left", i, (int)ran->how, ran->leftovers);
	}
	trial_free(&t);
}

void
unit_sched_hold(void)
{
	static const struct {
		const char *name;
		CU_TestFunc test;
	} tests[] = {
		{"a job is examined", test_look},
		{"a job in a pid namespace", test_namespace},
		{"strangers", test_strangers},
		{"input is held", test_hold},
		{"standard output is the answer", test_answer},
		{"a server's first message", test_ready},
		{"a server below a shell", test_wrapped},
	};
	CU_pSuite suite = CU_add_suite("sched, looks", NULL, trial_cleanup);

	for (size_t i = 0; i < LENGTH(tests); i++)
		CU_add_test(suite, tests[i].name, tests[i].test);
}
