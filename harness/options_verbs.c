/* The words that say what is to be done other than a run, and what each of them takes. */
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "format/settings.h"
#include "options.h"
#include "report/report.h"

/* formats are FORMAT or, if only a file makes sense, FORMAT: */
static const struct verb {
	const char *name;
	enum options_action action;
	bool reads;              /* reports */
	size_t least, most;      /* reports that it takes */
	const char *formats[4];  /* the first is the one without -o */
} verbs[] = {
	{"explore", DO_EXPLORE, false, 0, 0, {"console", "json:"}},
	{"field", DO_FIELD, false, 0, 0, {"console", "json:", "html:"}},
	{"report", DO_REPORT, true, 1, 1000, {"md", "html", "svg"}},
	{"diff", DO_DIFF, true, 2, 2, {"console", "md"}},
	{"verify", DO_VERIFY, true, 1, 1, {"console"}},
	{"spec-map", DO_SPEC_MAP, false, 0, 0, {"console", "json", "md"}},
	{"merge", DO_MERGE, true, 1, 100000, {"console"}},
	{"badge", DO_BADGE, true, 1, 1, {"svg", "json"}},
};

static const struct verb *
verb_of(const struct options *o)
{
	for (size_t i = 0; i < LENGTH(verbs); i++) {
		if (verbs[i].action == o->action)
			return &verbs[i];
	}
	return NULL;
}

int
options_verb(struct options *o, const char *word)
{
	for (size_t i = 0; o->action == DO_RUN && word && i < LENGTH(verbs); i++) {
		if (strcmp(word, verbs[i].name) != 0)
			continue;
		o->action = verbs[i].action;
		return 1;
	}
	return 0;
}

const char *
options_verb_name(size_t i)
{
	return i < LENGTH(verbs) ? verbs[i].name : NULL;
}

bool
options_reads_reports(const struct options *o)
{
	const struct verb *verb = verb_of(o);

	return verb && verb->reads;
}

const char *
options_format(const struct options *o)
{
	const struct verb *verb = verb_of(o);

	return verb ? verb->formats[0] : "console";
}

static bool
takes(const struct verb *verb, const char *spec)
{
	size_t len = strcspn(spec, ":");

	for (const char *const *f = verb->formats; *f; f++) {
		if (text_ends(*f, ":") ? text_starts(spec, *f)
				       : strlen(*f) == len && !strncmp(spec, *f, len))
			return true;
	}
	return false;
}

static void
refuse(const struct verb *verb, const char *spec)
{
	struct buf b = {0};

	for (const char *const *f = verb->formats; *f; f++)
		buf_printf(&b, "%s%s%s", b.len ? " or " : "", *f, text_ends(*f, ":") ? "FILE" : "");
	die("%s: expected the format %s, got '%s'", verb->name, buf_str(&b), spec);
}

static void
check_run_format(const struct options *o, const char *spec)
{
	const struct report_format *format = report_of_spec(spec);

	if (!format)
		die("-o: expected one of: %s; got '%.*s'", report_names(),
		    (int)strcspn(spec, ":"), spec);
	if (format->joint && o->loaders[1] && !strchr(spec, ':'))
		die("-o %s: expected %s:FILE with several --loader", spec, spec);
}

void
options_check_verb(const struct options *o)
{
	const struct verb *verb = verb_of(o);
	size_t n = text_count(o->files);

	for (char *const *spec = o->formats; *spec; spec++) {
		if (!verb || verb->action == DO_MERGE)
			check_run_format(o, *spec);
		else if (!takes(verb, *spec))
			refuse(verb, *spec);
	}
	if (o->action == DO_SPEC_MAP && (o->asks || o->known || o->tags || o->failed))
		die("spec-map: it takes sources and rules, and no loader, cases or known lists");
	if (!verb || !verb->reads)
		return;
	if (o->asks || o->known || o->tags || o->failed)
		die("%s: it reads reports, and takes no loader, cases or known lists", verb->name);
	if (n < verb->least || n > verb->most)
		die("%s: expected %s of -o json, got %zu", verb->name,
		    verb->most > 2 ? "one report or more" : verb->most == 2 ? "two reports" :
		    "one report", n);
}
