/* Deeds on the channels: the transcript, standard output and error, all other descriptors. */
#include "deed.h"

/* the number at the end of the deed's name, in the link or argument */
#define CLOSES(N) static void close_##N(void) { close(N); }
CLOSES(0) CLOSES(1) CLOSES(2) CLOSES(3) CLOSES(4) CLOSES(5) CLOSES(6) CLOSES(7) CLOSES(8)
CLOSES(9) CLOSES(10) CLOSES(11) CLOSES(12) CLOSES(13) CLOSES(14) CLOSES(15) CLOSES(16)
CLOSES(17) CLOSES(18) CLOSES(19) CLOSES(20)

static void
close_all(void)
{
	for (int i = 0; i < 1024; i++)
		close(i);
}

static void say(const char *text) { deed_put(deed_fd(), text); }

static void say_junk(void) { say("junk\n"); }
static void say_binary(void) { say("| \377\376\200\n"); }
static void say_control(void) { say("| \033[2J\a\b\n"); }
static void say_half(void) { say("= nu"); }
static void say_end(void) { say("# end 0123456789abcdef\n"); }
static void say_end_bare(void) { say("# end\n"); }
static void say_command(void) { say("= null\n> call channel.do\n"); }
static void say_death(void) { say("!! signal SIGKILL\n"); }
static void say_answer(void) { say("= null\n"); }
static void say_exception(void) { say("! ImportError\n"); }
static void say_event(void) { say("| event\n"); }
static void say_adapter(void) { say("# adapter {\"pid\": 1}\n"); }
static void say_separator(void) { say("| \342\200\250 \302\205 ::error::x ]]> <a>\n"); }

static void
say_nul(void)
{
	if (write(deed_fd(), "| a\0b\n", 6) < 0)
		fx_event("no");
}

static void
say_long(void)
{
	static char line[200000];

	memset(line, 'x', sizeof(line) - 2);
	line[0] = '|';
	line[1] = ' ';
	line[sizeof(line) - 2] = '\n';
	say(line);
}

/* to the other numbers that a channel may have */
static void
say_elsewhere(void)
{
	for (int i = 4; i <= 64; i++)
		deed_put(i, "started 1\nended 0 0 0 0\nready {}\n");
}

static void
flood(int fd)
{
	static char text[65536];

	memset(text, 'x', sizeof(text));
	for (size_t i = 63; i < sizeof(text); i += 64)
		text[i] = '\n';
	for (int i = 0; i < 16384; i++)
		if (write(fd, text, sizeof(text)) < 0)
			return;
}

static void flood_transcript(void) { flood(deed_fd()); }
static void flood_output(void) { flood(1); }
static void flood_error(void) { flood(2); }

static void *
flooding(void *nothing)
{
	flood(1);
	return nothing;
}

static void
flood_in_thread(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, flooding, NULL);
	DEED_NAP(300);
}

static void
flood_in_child(void)
{
	if (!deed_fork()) {
		flood(deed_fd());
		_exit(0);
	}
}

static void print_junk(void) { deed_put(1, "\377\000\033[2J junk"); }

static void
print_reply(void)
{
	deed_put(1, "started 1\nended 0 0 0 0\n# end 1\n");
	deed_put(2, "started 1\nended 0 0 0 0\n# end 1\n");
}

/* somebody writes when the case has ended */
static void
late(const char *text)
{
	if (deed_fork())
		return;
	DEED_NAP(30);
	say(text);
	deed_put(1, text);
	_exit(0);
}

static void late_event(void) { late("| late\n"); }
static void late_end(void) { late("= null\n# end 1\n"); }

static void
late_lines(void)
{
	if (deed_fork())
		return;
	for (int i = 0; i < 200; i++) {
		say("| late\n");
		DEED_NAP(1);
	}
	_exit(0);
}

static void
hold_pipe(void)
{
	if (deed_fork())
		return;
	deed_wait();
	_exit(0);
}

static void
set_nonblocking(void)
{
	for (int i = 0; i <= 20; i++)
		fcntl(i, F_SETFL, O_NONBLOCK);
}

static void
shrink_pipes(void)
{
	enum { SETPIPE_SZ = 1031 };

	for (int i = 0; i <= 20; i++)
		fcntl(i, SETPIPE_SZ, 4096);
}

static void
swap_channels(void)
{
	int kept = dup(deed_fd());

	dup2(1, deed_fd());
	dup2(kept, 1);
}

/* read the transcript's pipe from its other end */
static void
drain_transcript(void)
{
	char path[64], text[65536];
	int fd;

	snprintf(path, sizeof(path), "/proc/self/fd/%d", deed_fd());
	DEED_NAP(1);
	fd = open(path, O_RDONLY | O_NONBLOCK);
	if (fd < 0)
		return;
	while (read(fd, text, sizeof(text)) > 0)
		continue;
	close(fd);
}

static void
read_input(void)
{
	char text[64];

	if (read(0, text, sizeof(text)) != 0)
		_exit(9);
}

static void
unset_channel(void)
{
	unsetenv("CONFORM_FD");
	unsetenv("CONFORM_REPLY");
}

#define CLOSE(N) {"close-" #N, close_##N}

DEEDS(CLOSE(0), CLOSE(1), CLOSE(2), CLOSE(3), CLOSE(4), CLOSE(5), CLOSE(6), CLOSE(7), CLOSE(8),
      CLOSE(9), CLOSE(10), CLOSE(11), CLOSE(12), CLOSE(13), CLOSE(14), CLOSE(15), CLOSE(16),
      CLOSE(17), CLOSE(18), CLOSE(19), CLOSE(20), {"close-all", close_all},
      {"say-junk", say_junk}, {"say-nul", say_nul}, {"say-binary", say_binary},
      {"say-control", say_control}, {"say-half", say_half}, {"say-end", say_end},
      {"say-end-bare", say_end_bare}, {"say-command", say_command}, {"say-death", say_death},
      {"say-answer", say_answer}, {"say-exception", say_exception}, {"say-event", say_event},
      {"say-adapter", say_adapter}, {"say-separator", say_separator}, {"say-long", say_long},
      {"say-elsewhere", say_elsewhere}, {"flood-transcript", flood_transcript},
      {"flood-output", flood_output}, {"flood-error", flood_error},
      {"flood-in-thread", flood_in_thread}, {"flood-in-child", flood_in_child},
      {"print-junk", print_junk}, {"print-reply", print_reply}, {"late-event", late_event},
      {"late-end", late_end}, {"late-lines", late_lines}, {"hold-pipe", hold_pipe},
      {"set-nonblocking", set_nonblocking}, {"shrink-pipes", shrink_pipes},
      {"swap-channels", swap_channels}, {"drain-transcript", drain_transcript},
      {"read-input", read_input}, {"unset-channel", unset_channel})
