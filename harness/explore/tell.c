#include "explore/tell.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/util.h"
#include "explore/findings.h"
#include "explore/program.h"
#include "format/vocab.h"
#include "format/settings.h"

static void
print_indented(const char *text, const char *prefix)
{
	struct buf b = {0};

	text_indent(&b, text, prefix);
	fputs(buf_str(&b), stdout);
	buf_free(&b);
}

void
tell_program(struct arena *a, struct finding *f, const struct program *p)
{
	struct buf b = {0};

	for (size_t i = 0; i < p->nactors; i++) {
		buf_printf(&b, "$TMP/%s$EXT: ", p->actors[i].file);
		plan_brief(&b, &p->actors[i].plan, &p->actors[i].names);
		buf_putc(&b, '\n');
	}
	f->modules = arena_strndup(a, buf_str(&b), b.len);
	buf_clear(&b);
	program_text(&b, p);
	f->program = arena_strndup(a, buf_str(&b), b.len);
	buf_free(&b);
}

void
tell_finding(const struct finding *f)
{
	printf("%zu. %s\n", f->number, f->cause);
	printf("  --seed %u --rounds 1 makes it; reduced from %zu commands to %zu\n", f->seed,
	       f->commands, text_line_feeds(f->program));
	print_indented(f->modules, "  ");
	print_indented(f->program, "    ");
	printf("  difference (-first, +second)\n");
	print_indented(f->difference, "    ");
}

void
tell_causes(const struct findings *f)
{
	size_t known = 0;

	for (size_t i = 0; i < f->n; i++) {
		if (f->v[i].number)
			printf("%7zu  %zu. %s\n", f->v[i].times, f->v[i].number, f->v[i].cause);
		known += f->v[i].known && f->v[i].times;
	}
	if (f->nknown)
		printf("%zu of %zu known causes were found, too\n", known, f->nknown);
}

void
tell_end(const struct options *o, const struct findings *f, const struct tell_run *run)
{
	tell_causes(f);
	printf("%s: %zu rounds in %.1f s, %zu of which the first loader did not end, and %zu to "
	       "reduce what was found; seed %u\n", run->word, run->rounds, run->seconds,
	       run->broken, run->reductions, o->seed);
}

json_t *
tell_text(const char *text)
{
	struct buf b = {0};
	json_t *json;

	text_clean_lines(&b, text, strlen(text));
	json = json_string(buf_str(&b));
	buf_free(&b);
	return json;
}

static json_t *
causes_of(const struct findings *f)
{
	json_t *causes = json_array();

	for (size_t i = 0; i < f->n; i++) {
		const struct finding *one = &f->v[i];
		json_t *json = json_pack("{s:o, s:b, s:I}", "cause", tell_text(one->cause), "known",
					 one->known, "times", (json_int_t)one->times);

		if (one->program) {
			json_object_set_new(json, "seed", json_integer(one->seed));
			json_object_set_new(json, "modules", tell_text(one->modules));
			json_object_set_new(json, "program", tell_text(one->program));
			json_object_set_new(json, "difference", tell_text(one->difference));
		}
		json_array_append_new(causes, json);
	}
	return causes;
}

json_t *
tell_run_json(const struct options *o, const struct tell_run *run)
{
	return json_pack("{s:s, s:s, s:I, s:I, s:I, s:I, s:f}", "result", run->word, "level",
			 vocab_level(o->level > 0), "seed", (json_int_t)o->seed, "rounds",
			 (json_int_t)run->rounds, "not_ended", (json_int_t)run->broken,
			 "reductions", (json_int_t)run->reductions, "seconds", run->seconds);
}

int
tell_json(json_t *root, const struct options *o, const struct findings *f)
{
	json_t *loaders = json_array();
	int bad = 0;

	for (char *const *loader = o->loaders; *loader; loader++)
		json_array_append_new(loaders, tell_text(*loader));
	json_object_set_new(root, "loaders", loaders);
	if (o->before)
		json_object_set_new(root, "first_plugin", tell_text(o->before));
	if (o->plugin)
		json_object_set_new(root, "plugin", tell_text(o->plugin));
	json_object_set_new(root, "causes", causes_of(f));
	for (char *const *format = o->formats; *format; format++) {
		const char *path = *format + strlen("json:");

		if (text_starts(*format, "json:") &&
		    json_dump_file(root, path, JSON_INDENT(1) | JSON_REAL_PRECISION(6))) {
			warn("-o json: cannot write %s:", path);
			bad = -1;
		}
	}
	json_decref(root);
	return bad;
}
