/* Has a built fixture the properties for which it was made? */
#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "fixcheck.h"
#include "fixcheck_words.h"
#include "util.h"

struct property;

/* has f what p says of arg? What it has instead goes to found where p->what is not enough. */
typedef bool check_fn(const struct elf_file *f, const struct property *p, const char *arg,
		      struct buf *found);

struct property {
	bool negated; /* the check must fail */
	check_fn *check;
	const char *what; /* what the check finds, as a noun */
	long tag;         /* a dynamic entry, or which of a kind */
	unsigned long long bits;
	long alone; /* a dynamic entry that says the same as the bits; 0: none */
};

static bool
check_symbol(const struct elf_file *f, const struct property *p, const char *arg,
	     struct buf *found)
{
	static const char *const said[] = {
		[SYMBOL_NONE] = "no dynamic symbol of that name",
		[SYMBOL_UNDEFINED] = "it undefined",
		[SYMBOL_UNDEFINED_WEAK] = "it undefined and weak",
		[SYMBOL_DEFINED] = "it defined",
		[SYMBOL_IFUNC] = "it defined as an indirect function",
	};
	int kind = elf_symbol(f, arg);

	buf_puts(found, said[kind]);
	return p->bits & 1u << kind;
}

/* is text the whole entry or, of a path, one of its parts */
static bool
entry_is(const char *entry, long tag, const char *text)
{
	size_t len = strlen(text);

	if (!strcmp(entry, text))
		return true;
	if (tag != DT_RUNPATH && tag != DT_RPATH)
		return false;
	for (const char *p = entry; p; p = strchr(p, ':') ? strchr(p, ':') + 1 : NULL)
		if (strcspn(p, ":") == len && !strncmp(p, text, len))
			return true;
	return false;
}

static bool
check_string(const struct elf_file *f, const struct property *p, const char *arg,
	     struct buf *found)
{
	const char *entry;
	bool is = false;

	for (size_t i = 0; (entry = elf_dynamic_string(f, p->tag, i)); i++) {
		buf_printf(found, "%s%s", i ? ", " : "", entry);
		is |= entry_is(entry, p->tag, arg);
	}
	return is;
}

static bool
check_flag(const struct elf_file *f, const struct property *p, const char *arg, struct buf *found)
{
	unsigned long long flags = 0, value;

	(void)arg;
	(void)found;
	return (elf_dynamic_value(f, p->tag, &flags) && flags & p->bits) ||
	       (p->alone && elf_dynamic_value(f, p->alone, &value));
}

/* two flags and an entry, and linkers differ in which of them they write */
static bool
check_bindnow(const struct elf_file *f, const struct property *p, const char *arg,
	      struct buf *found)
{
	static const struct property other = {.tag = DT_FLAGS_1, .bits = DF_1_NOW};

	return check_flag(f, p, arg, found) || check_flag(f, &other, arg, found);
}

static bool
check_reloc(const struct elf_file *f, const struct property *p, const char *arg,
	    struct buf *found)
{
	(void)found;
	return elf_reloc(f, (int)p->tag, arg);
}

static bool
check_tlssize(const struct elf_file *f, const struct property *p, const char *arg,
	      struct buf *found)
{
	unsigned long long size = elf_tls_size(f);

	(void)p;
	buf_printf(found, "%llu bytes", size);
	return size >= strtoull(arg, NULL, 10);
}

static bool
check_verneed(const struct elf_file *f, const struct property *p, const char *arg,
	      struct buf *found)
{
	const char *colon = strchr(arg, ':');
	struct buf file = {0};
	bool is;

	(void)p;
	(void)found;
	buf_add(&file, arg, (size_t)(colon - arg));
	is = elf_version_needed(f, buf_str(&file), colon + 1);
	buf_free(&file);
	return is;
}

static bool
check_verdef(const struct elf_file *f, const struct property *p, const char *arg,
	     struct buf *found)
{
	(void)p;
	(void)found;
	return elf_version_defined(f, arg);
}

static bool
check_stack(const struct elf_file *f, const struct property *p, const char *arg,
	    struct buf *found)
{
	(void)p;
	(void)arg;
	(void)found;
	return elf_exec_stack(f);
}

static bool
check_array(const struct elf_file *f, const struct property *p, const char *arg,
	    struct buf *found)
{
	(void)arg;
	(void)found;
	return elf_array_entries(f, p->tag == DT_FINI_ARRAY);
}

#define DEFINED (1u << SYMBOL_DEFINED | 1u << SYMBOL_IFUNC)
#define NOW "immediate binding"
#define STACK "executable stack"

static const struct property properties[] = {
	[PROPERTY_exports] = {false, check_symbol, "", 0, DEFINED, 0},
	[PROPERTY_lacks] = {true, check_symbol, "", 0, DEFINED, 0},
	[PROPERTY_undef] = {false, check_symbol, "", 0, 1u << SYMBOL_UNDEFINED, 0},
	[PROPERTY_undefweak] = {false, check_symbol, "", 0, 1u << SYMBOL_UNDEFINED_WEAK, 0},
	[PROPERTY_ifunc] = {false, check_symbol, "", 0, 1u << SYMBOL_IFUNC, 0},
	[PROPERTY_needed] = {false, check_string, "DT_NEEDED", DT_NEEDED, 0, 0},
	[PROPERTY_notneeded] = {true, check_string, "DT_NEEDED", DT_NEEDED, 0, 0},
	[PROPERTY_soname] = {false, check_string, "DT_SONAME", DT_SONAME, 0, 0},
	[PROPERTY_runpath] = {false, check_string, "DT_RUNPATH", DT_RUNPATH, 0, 0},
	[PROPERTY_rpath] = {false, check_string, "DT_RPATH", DT_RPATH, 0, 0},
	[PROPERTY_bindnow] = {false, check_bindnow, NOW, DT_FLAGS, DF_BIND_NOW, DT_BIND_NOW},
	[PROPERTY_lazy] = {true, check_bindnow, NOW, DT_FLAGS, DF_BIND_NOW, DT_BIND_NOW},
	[PROPERTY_jumpslot] = {false, check_reloc, "relocation of the PLT for it", RELOC_PLT,
			       0, 0},
	[PROPERTY_globdat] = {false, check_reloc, "relocation of a GOT entry for it", RELOC_GOT,
			      0, 0},
	[PROPERTY_tls] = {false, check_flag, "DF_STATIC_TLS", DT_FLAGS, DF_STATIC_TLS, 0},
	[PROPERTY_tlssize] = {false, check_tlssize, "", 0, 0, 0},
	[PROPERTY_verneed] = {false, check_verneed, "such version needed", 0, 0, 0},
	[PROPERTY_verdef] = {false, check_verdef, "such version defined", 0, 0, 0},
	[PROPERTY_execstack] = {false, check_stack, STACK, 0, 0, 0},
	[PROPERTY_noexecstack] = {true, check_stack, STACK, 0, 0, 0},
	[PROPERTY_textrel] = {false, check_flag, "DT_TEXTREL", DT_FLAGS, DF_TEXTREL, DT_TEXTREL},
	[PROPERTY_initarray] = {false, check_array, "constructor", DT_INIT_ARRAY, 0, 0},
	[PROPERTY_finiarray] = {false, check_array, "destructor", DT_FINI_ARRAY, 0, 0},
	[PROPERTY_nodelete] = {false, check_flag, "DF_1_NODELETE", DT_FLAGS_1, DF_1_NODELETE, 0},
	[PROPERTY_nodlopen] = {false, check_flag, "DF_1_NOOPEN", DT_FLAGS_1, DF_1_NOOPEN, 0},
	[PROPERTY_symbolic] = {false, check_flag, "DF_SYMBOLIC", DT_FLAGS, DF_SYMBOLIC,
			       DT_SYMBOLIC},
};

_Static_assert(LENGTH(properties) == PROPERTY_COUNT, "a property that nothing proves");

/* true, or false with what is wrong appended to said */
static bool
holds(const struct elf_file *f, const char *path, const char *text, struct buf *said)
{
	struct buf found = {0};
	struct arena mem = {0};
	const char *arg, *why;
	enum fixcheck_property number = fixcheck_find(&mem, text, &arg, &why);
	const struct property *p = &properties[number];
	bool is;

	if (why) {
		buf_printf(said, "%s\n", why);
		arena_free(&mem);
		return false;
	}
	is = p->check(f, p, arg, &found);
	if (is == p->negated)
		buf_printf(said, "%s: expected %s, found %s%s%s%s\n", path, text,
			   is || found.len ? "" : "no ", p->what,
			   *p->what && found.len ? " " : "", buf_str(&found));
	buf_free(&found);
	arena_free(&mem);
	return is != p->negated;
}

int
fixcheck_file(const char *path, const char *shown, char *const *texts, struct buf *said)
{
	struct elf_file *f;
	const char *why;
	int bad = 0;

	f = elf_file_open(path, &why);
	if (!f) {
		buf_printf(said, "%s: expected a shared library, found %s\n", shown, why);
		return -1;
	}
	for (; *texts; texts++) {
		if (!holds(f, shown, *texts, said))
			bad = -1;
	}
	elf_file_close(f);
	return bad;
}
