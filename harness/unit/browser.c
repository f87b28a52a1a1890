#include "browser.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "units.h"

enum {
	TO_FD = 3, FROM_FD = 4, /* what --remote-debugging-pipe means */
	SAFE_FD = 10,
	WAIT_MS = 120 * 1000,
	NONE = 127              /* the exit code if no browser can be started */
};

static void
become_browser(int to, int from, const char *profile)
{
	static const char *const names[] = {"chromium", "chromium-browser", "google-chrome"};
	struct arena a = {0};
	char *folder = arena_printf(&a, "--user-data-dir=%s", profile);

	/* neither end may be at the other's place */
	to = fcntl(to, F_DUPFD, SAFE_FD);
	from = fcntl(from, F_DUPFD, SAFE_FD);
	if (dup2(to, TO_FD) < 0 || dup2(from, FROM_FD) < 0 || !freopen("/dev/null", "w", stderr))
		_exit(1);
	close(to);
	close(from);
	setpgid(0, 0);
	for (size_t i = 0; i < LENGTH(names); i++)
		execlp(names[i], names[i], "--headless", "--no-sandbox", "--disable-gpu",
		       "--remote-debugging-pipe", folder, "about:blank", (char *)NULL);
	_exit(NONE);
}

static void
start(struct browser *b, const char *profile)
{
	int to[2], from[2];

	if (pipe(to) || pipe(from))
		die("cannot make a pipe:");
	fflush(NULL);
	b->pid = fork();
	if (b->pid < 0)
		die("cannot start a browser:");
	if (!b->pid) {
		close(to[1]);
		close(from[0]);
		become_browser(to[0], from[1], profile);
	}
	close(to[0]);
	close(from[1]);
	b->to = to[1];
	b->from = from[0];
}

static void
put(struct browser *b, const char *text)
{
	size_t len = strlen(text) + 1, done = 0;

	while (done < len) {
		ssize_t n = write(b->to, text + done, len - done);

		if (n < 0 && errno != EINTR)
			return; /* it has ended: the answer will be missing */
		done += n > 0 ? (size_t)n : 0;
	}
}

/* false: the browser has ended, or says nothing any more */
static bool
read_more(struct browser *b)
{
	struct pollfd fd = {.fd = b->from, .events = POLLIN};
	char bytes[1 << 16];
	ssize_t n;

	if (poll(&fd, 1, WAIT_MS) <= 0)
		return false;
	n = read(b->from, bytes, sizeof(bytes));
	if (n > 0)
		buf_add(&b->unread, bytes, (size_t)n);
	return n > 0;
}

static json_t *
next_message(struct browser *b)
{
	const char *end;
	json_t *message;
	struct buf rest = {0};

	while (!b->unread.len || !(end = memchr(b->unread.p, '\0', b->unread.len))) {
		if (!read_more(b))
			return NULL;
	}
	message = json_loads(b->unread.p, 0, NULL);
	buf_add(&rest, end + 1, b->unread.len - (size_t)(end + 1 - b->unread.p));
	buf_free(&b->unread);
	b->unread = rest;
	return message;
}

static bool
is_event(const json_t *message, const char *name)
{
	const char *method = json_string_value(json_object_get(message, "method"));

	return method && !strcmp(method, name);
}

/* errors and console messages are kept for the test */
static void
note(struct browser *b, const json_t *message)
{
	if (is_event(message, "Runtime.exceptionThrown") ||
	    is_event(message, "Runtime.consoleAPICalled") || is_event(message, "Log.entryAdded")) {
		char *text = json_dumps(message, JSON_COMPACT);

		buf_printf(&b->said, "%s\n", text);
		free(text);
	}
}

/* the answer to the command with this number; NULL if the browser has ended */
static json_t *
wait_for(struct browser *b, int number)
{
	json_t *message;

	while ((message = next_message(b))) {
		const json_t *id = json_object_get(message, "id");

		note(b, message);
		if (id && json_integer_value(id) == number)
			break;
		json_decref(message);
	}
	return message;
}

static json_t *
call(struct browser *b, const char *method, json_t *params)
{
	json_t *command = json_pack("{s:i, s:s, s:o}", "id", ++b->number, "method", method,
				    "params", params ? params : json_object());
	json_t *answer, *result;
	char *text;

	if (b->session)
		json_object_set_new(command, "sessionId", json_string(b->session));
	text = json_dumps(command, JSON_COMPACT);
	put(b, text);
	free(text);
	json_decref(command);
	answer = wait_for(b, b->number);
	result = json_incref(json_object_get(answer, "result"));
	text = result || !answer ? NULL : json_dumps(answer, JSON_COMPACT);
	if (text)
		UNIT_CHECK(false, "%s: %.500s", method, text);
	free(text);
	json_decref(answer);
	return result;
}

json_t *
browser_call(struct browser *b, const char *method, json_t *params)
{
	json_t *result = call(b, method, params);

	UNIT_CHECK(result, "%s: no answer", method);
	return result;
}

/* of a result that is an object; it lives as long as the browser */
static const char *
take_string(struct browser *b, json_t *result, const char *key)
{
	const char *s = json_string_value(json_object_get(result, key));
	const char *copy = s ? arena_strdup(&b->mem, s) : NULL;

	json_decref(result);
	return copy;
}

bool
browser_open(struct browser *b, const char *profile)
{
	static const char *const domains[] = {"Page.enable", "Runtime.enable", "Log.enable"};
	const char *target;
	int status;

	memset(b, 0, sizeof(*b));
	start(b, profile);
	target = take_string(b, call(b, "Target.createTarget",
				     json_pack("{s:s}", "url", "about:blank")), "targetId");
	if (!target) {
		kill(-b->pid, SIGKILL);
		waitpid(b->pid, &status, 0);
		UNIT_CHECK(WIFEXITED(status) && WEXITSTATUS(status) == NONE,
			   "the browser does not answer: status %d", status);
		fputs("\nskipped: chromium is not installed\n", stderr);
		b->pid = 0;
		browser_close(b);
		return false;
	}
	b->session = take_string(b, browser_call(b, "Target.attachToTarget", json_pack(
		"{s:s, s:b}", "targetId", target, "flatten", 1)), "sessionId");
	for (size_t i = 0; i < LENGTH(domains); i++)
		json_decref(browser_call(b, domains[i], NULL));
	return true;
}

void
browser_close(struct browser *b)
{
	close(b->to);
	close(b->from);
	if (b->pid) {
		kill(-b->pid, SIGKILL);
		waitpid(b->pid, NULL, 0);
	}
	buf_free(&b->unread);
	buf_free(&b->said);
	arena_free(&b->mem);
}

double
browser_load(struct browser *b, const char *path)
{
	/* the script shows the views' links when it has unpacked the data */
	static const char loaded[] = "new Promise((done) => { const look = () => "
		"document.querySelector('nav:not([hidden])') ? done(performance.now()) : "
		"setTimeout(look, 1); look(); })";

	/* another fragment alone would load nothing */
	json_decref(browser_call(b, "Page.navigate", json_pack("{s:s}", "url", "about:blank")));
	json_decref(browser_call(b, "Page.navigate", json_pack("{s:s+}", "url", "file://", path)));
	return browser_number(b, loaded);
}

json_t *
browser_eval(struct browser *b, const char *expression)
{
	json_t *result = browser_call(b, "Runtime.evaluate", json_pack("{s:s, s:b, s:b}",
		"expression", expression, "returnByValue", 1, "awaitPromise", 1));
	json_t *value = json_object_get(json_object_get(result, "result"), "value");
	char *text = json_dumps(json_object_get(result, "exceptionDetails"), JSON_COMPACT);

	UNIT_CHECK(!text, "%.100s: %.500s", expression, text ? text : "");
	free(text);
	json_incref(value);
	json_decref(result);
	return value;
}

double
browser_number(struct browser *b, const char *expression)
{
	json_t *value = browser_eval(b, expression);
	double number = json_number_value(value);

	UNIT_CHECK(json_is_number(value), "%.100s is no number", expression);
	json_decref(value);
	return number;
}
