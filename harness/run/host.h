/*
 * The host of --host: an application that embeds Python, as its recipe describes it. Its recipe is
 * found and read, what it needs is looked up, and what has to be made is made, once.
 */
#ifndef HOST_H
#define HOST_H

struct arena;
struct facts;
struct hostfile;
struct options;
struct target_config;

struct host {
	const struct hostfile *file;
	const char *folder; /* what the recipe makes is in it; absolute */
	char **start;       /* its command line; a word $OPTIONS stands for interpreter options */
	char **include;     /* folders of headers, if it cannot tell them itself */
};

/*
 * prepare o->host: sets host and env of the config. 0, or -1 with a warning, which says that the
 * host is absent if something that it needs is missing.
 */
int host_open(struct arena *a, struct target_config *config, const struct options *o);
/* add what the recipe knows to the facts that the host has told */
void host_facts(struct arena *a, const struct host *host, struct facts *facts);

#endif
