/* Tests report_open and report_close: the files they write, and their warnings. */
#include <CUnit/CUnit.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report/report.h"
#include "base/util.h"
#include "sample_reports.h"
#include "test_reports.h"

static const struct report_config plain;

/* from hush_begin to hush_end, standard error goes to a file; hush_end returns the text */
struct hush {
	FILE *file;
	int saved;
};

static struct hush
hush_begin(void)
{
	struct hush h = {tmpfile(), dup(2)};

	fflush(stderr);
	dup2(fileno(h.file), 2);
	return h;
}

static bool
hush_end(struct hush *h, const char *says)
{
	char text[1024];
	size_t got;

	fflush(stderr);
	dup2(h->saved, 2);
	close(h->saved);
	rewind(h->file);
	got = fread(text, 1, sizeof(text) - 1, h->file);
	text[got] = '\0';
	fclose(h->file);
	if (!says)
		return !got;
	return strstr(text, says) != NULL;
}

static char *
temporary(void)
{
	char *path = xstrdup("/tmp/conform-reports-XXXXXX");

	if (!mkdtemp(path))
		die("cannot make %s:", path);
	return path;
}

static bool
exists(const char *path)
{
	struct stat st;

	return !stat(path, &st);
}

void
test_report_open(void)
{
	static const struct {
		const char *spec;
		const struct report_format *format;
	} t[] = {
		{"console", &rep_console}, {"tap:-", &rep_tap}, {"junit", &rep_junit},
		{"json:-", &rep_json},     {"github", &rep_github},
		{"html", &rep_html},       {"md:-", &rep_md},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct reporter r;

		CU_ASSERT_EQUAL(report_open(&r, t[i].spec, &plain), 0);
		CU_ASSERT_PTR_EQUAL(r.format, t[i].format);
		CU_ASSERT_PTR_EQUAL(r.out, stdout);
		CU_ASSERT_PTR_NULL(r.path);
		CU_ASSERT_PTR_EQUAL(report_find(r.format->name), r.format);
		CU_ASSERT_PTR_NOT_NULL(strstr(report_names(), r.format->name));
		CU_ASSERT_EQUAL(report_close(&r), 0);
	}
	CU_ASSERT_PTR_NULL(report_find("jun"));
	CU_ASSERT_PTR_NULL(report_find("junit:x"));
}

void
test_report_open_refuses(void)
{
	static const struct {
		const char *spec, *says;
	} t[] = {
		{"yaml", "formats: console tap"},
		{"", "unknown report format ''"},
		{"jun:x", "unknown report format 'jun'"},
		{"tap:", "lacks the path"},
		{"tap:/proc/self", "Is a directory"},
		{"json:/nonexistent/folder/x.json", "there is no folder /nonexistent/folder"},
		{"json:nonexistent/x.json", "there is no folder nonexistent"},
	};

	for (size_t i = 0; i < LENGTH(t); i++) {
		struct hush h = hush_begin();
		struct reporter r;
		int got = report_open(&r, t[i].spec, &plain);

		CU_ASSERT_TRUE(hush_end(&h, t[i].says));
		CU_ASSERT_EQUAL(got, -1);
		CU_ASSERT_PTR_NULL(r.beside);
		CU_ASSERT_EQUAL(report_close(&r), 0);
	}
}

/* during the run the old report stays as it was; afterwards all of the new one is there */
void
test_report_replaces(void)
{
	static const char old[] = "old";
	struct buf spec = {0}, got = {0};
	char *dir = temporary();
	struct sample sample;
	struct reporter r;
	struct summary s;
	const char *path;

	buf_printf(&spec, "tap:%s/report.tap", dir);
	path = spec.p + strlen("tap:");
	CU_ASSERT_EQUAL(file_write(path, old, strlen(old)), 0);
	CU_ASSERT_EQUAL(report_open(&r, spec.p, &plain), 0);
	CU_ASSERT_TRUE(r.beside && exists(r.beside));
	sample_fill(&sample, &s, SAMPLE_ALL);
	reports_run(&r, &sample, &s);
	CU_ASSERT_EQUAL(file_read(path, &got), 0);
	CU_ASSERT_STRING_EQUAL(buf_str(&got), old);
	CU_ASSERT_EQUAL(report_close(&r), 0);
	buf_clear(&got);
	CU_ASSERT_EQUAL(file_read(path, &got), 0);
	CU_ASSERT_TRUE(got.len > 1000 && !strncmp(got.p, "TAP version 13\n", 15));
	CU_ASSERT_EQUAL(unlink(path), 0);
	CU_ASSERT_EQUAL(rmdir(dir), 0);
	free(dir);
	buf_free(&spec);
	buf_free(&got);
}

/* write a report to a full device, through a link, so that no mistake can remove the device */
static void
fill(const char *format, const char *path)
{
	struct hush h = hush_begin();
	struct buf spec = {0}, beside = {0};
	struct sample sample;
	struct reporter r;
	struct summary s;
	int opened, closed = 0;

	buf_printf(&spec, "%s:%s", format, path);
	buf_printf(&beside, "%s.%ld.new", path, (long)getpid());
	sample_fill(&sample, &s, SAMPLE_ALL);
	opened = report_open(&r, spec.p, &plain);
	if (!opened) {
		reports_run(&r, &sample, &s);
		closed = report_close(&r);
	}
	CU_ASSERT_TRUE(hush_end(&h, "cannot write"));
	CU_ASSERT_EQUAL(opened, 0);
	CU_ASSERT_EQUAL(closed, -1);
	CU_ASSERT_FALSE(exists(beside.p));
	buf_free(&spec);
	buf_free(&beside);
}

void
test_report_full(void)
{
	static const char *const formats[] = {"console", "tap", "junit", "json", "github",
					     "html", "md"};
	struct buf path = {0};
	char *dir;

	if (!exists("/dev/full")) {
		fputs("\nskipped: there is no /dev/full\n", stderr);
		return;
	}
	dir = temporary();
	buf_printf(&path, "%s/full", dir);
	CU_ASSERT_EQUAL(symlink("/dev/full", path.p), 0);
	for (size_t i = 0; i < LENGTH(formats); i++)
		fill(formats[i], path.p);
	CU_ASSERT_EQUAL(unlink(path.p), 0);
	CU_ASSERT_EQUAL(rmdir(dir), 0);
	free(dir);
	buf_free(&path);
}
