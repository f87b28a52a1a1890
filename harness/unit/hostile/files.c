/* Deeds on files: those by which cases are judged, those that run, the folder that is removed. */
#include "deed.h"

#include <ftw.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/un.h>

/* the text that the next case's expected file would need to let anything pass */
static const char lie[] = "> import innocent\n! ImportError\n";

/* the folder of the fixtures, "" if it is not below $TMP's root */
static const char *
fixtures(const char *below)
{
	static char path[4096];
	char line[4096], *at, *end;
	FILE *f = fopen("/proc/self/maps", "r");

	path[0] = '\0';
	while (f && !path[0] && fgets(line, sizeof(line), f)) {
		at = strchr(line, '/');
		end = at ? strstr(at, "/deeds/files") : NULL;
		if (end)
			snprintf(path, sizeof(path), "%.*s%s", (int)(end - at), at, below);
	}
	if (f)
		fclose(f);
	return path;
}

/* call fn for each file in the folder whose name contains part */
static void
each(const char *folder, const char *part, void (*fn)(const char *path))
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char path[4096 + 256];

	while (dir && (entry = readdir(dir)))
		if (strstr(entry->d_name, part) && entry->d_name[0] != '.') {
			snprintf(path, sizeof(path), "%.4095s/%s", folder, entry->d_name);
			fn(path);
		}
	if (dir)
		closedir(dir);
}

static void spoil(const char *path) { deed_write(path, "spoiled\n"); }
static void drop(const char *path) { unlink(path); }

/* a file that cannot be written can still be replaced, if its folder can */
static void
replace(const char *path)
{
	char other[4096 + 300];

	snprintf(other, sizeof(other), "%s.deed", path);
	deed_write(other, "replaced\n");
	if (rename(other, path))
		unlink(other);
}

static void
replace_by_link(const char *path)
{
	unlink(path);
	if (symlink("/etc/hostname", path))
		return;
}

/* its content changes, and its size and times do not */
static void
change_secretly(const char *path)
{
	struct stat st;
	struct timespec times[2];
	int fd;

	chmod(path, 0777);
	fd = open(path, O_RDWR);
	if (fd < 0 || fstat(fd, &st))
		return;
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	if (pwrite(fd, "spoiled", 7, st.st_size / 2) == 7)
		futimens(fd, times);
	close(fd);
}

static void spoil_fixture(void) { each(fixtures("/deeds"), "innocent", spoil); }
static void drop_fixture(void) { each(fixtures("/deeds"), "innocent", drop); }
static void replace_fixture(void) { each(fixtures("/deeds"), "innocent", replace); }
static void link_fixture(void) { each(fixtures("/deeds"), "innocent", replace_by_link); }
static void patch_fixture(void) { each(fixtures("/deeds"), "innocent", change_secretly); }
static void add_fixture(void) { deed_write(fixtures("/deeds/json.py"), "raise SystemExit\n"); }

static int
spoil_file(const char *path, const struct stat *st, int type, struct FTW *at)
{
	(void)st;
	(void)at;
	if (type == FTW_F)
		spoil(path);
	return 0;
}

/* all files below */
static void
spoil_tree(const char *folder)
{
	if (*folder)
		nftw(folder, spoil_file, 16, FTW_PHYS);
}

static void spoil_code(void) { spoil_tree(fixtures("/.pycache")); }
static void spoil_state(void) { spoil_tree(deed_path("build/state")); }
static void spoil_folder(void) { spoil_tree(fixtures("")); }

static void
move_fixtures(void)
{
	char other[4096];
	const char *folder = fixtures("");

	snprintf(other, sizeof(other), "%s.deed", folder);
	if (!rename(folder, other) && mkdir(folder, 0777))
		return;
}

static void
spoil_expected(void)
{
	each(deed_path("expected/deeds"), "-2-after", spoil);
}

static void
forge_expected(const char *path)
{
	deed_write(path, lie);
}

static void
forge_all_expected(void)
{
	each(deed_path("expected/deeds"), "-2-after", forge_expected);
}

static void spoil_cases(void) { each(deed_path("cases/deeds"), ".case", spoil); }
static void spoil_sources(void) { each(deed_path("fixtures-src/deeds"), ".c", spoil); }
static void spoil_adapter(void) { each(deed_path("harness/adapter"), ".py", spoil); }
static void spoil_program(void) { replace(deed_path("build/conform")); }
static void spoil_report(void) { replace(deed_path("report.json")); }

static void
write_known(void)
{
	deed_write(deed_path("expected/known/cpython.known"), "skip deeds/* -- no\n");
	deed_write(deed_path("expected/known/pypy.known"), "skip deeds/* -- no\n");
}

/* $TMP itself */
static void
remove_own_folder(void)
{
	if (rmdir(getenv("TMPDIR")))
		return;
}

/* the folder becomes a link to one that must survive */
static void
swap(const char *path)
{
	char other[4096];

	snprintf(other, sizeof(other), "%s.deed", path);
	if (!rename(path, other) && symlink(deed_path("victim"), path))
		return;
}

static void swap_own_folder(void) { swap(getenv("TMPDIR")); }

static void
swap_area_folder(void)
{
	char area[4096];

	snprintf(area, sizeof(area), "%s", getenv("TMPDIR"));
	*strrchr(area, '/') = '\0';
	swap(area);
}

static void
swap_run_folder(void)
{
	char run[4096];

	snprintf(run, sizeof(run), "%s", getenv("TMPDIR"));
	*strrchr(run, '/') = '\0';
	*strrchr(run, '/') = '\0';
	swap(run);
}

static void
link_out(void)
{
	if (symlink(deed_path("victim"), "out") || symlink("/", "root") || symlink("out", "loop") ||
	    symlink("self", "self"))
		_exit(9);
}

static void
link_in_folder(void)
{
	mkdir("a", 0700);
	if (symlink(deed_path("victim"), "a/out") || symlink("..", "a/up"))
		_exit(9);
}

static void
seal_folder(void)
{
	mkdir("a", 0700);
	mkdir("a/b", 0700);
	deed_write("a/b/c", "x");
	chmod("a/b", 0);
	chmod("a", 0);
	chmod(".", 0);
}

static void
odd_names(void)
{
	deed_write("a\nb", "x");
	deed_write("\377\001", "x");
	deed_write("-rf", "x");
	deed_write(" ", "x");
	deed_write("*", "x");
}

/* files that are no files: to open them would block, or open a device */
static void
odd_files(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	mkfifo("fifo", 0600);
	mknod("null", S_IFCHR | 0666, 1 << 8 | 3);
	mknod("disk", S_IFBLK | 0666, 254 << 8);
	if (bind(fd, (struct sockaddr *)&address, sizeof(address)))
		_exit(9);
}

/* root can make a file that nobody can remove; the flag costs nothing where it is refused */
static void
immutable_file(void)
{
	const unsigned long get = 0x80086601, set = 0x40086602;
	int flags = 0, fd = open("fixed", O_RDWR | O_CREAT, 0600);

	if (ioctl(fd, get, &flags))
		return;
	flags |= 0x10;
	ioctl(fd, set, &flags);
}

static void
mount_in_folder(void)
{
	mkdir("mounted", 0700);
	mount("tmpfs", "mounted", "tmpfs", 0, NULL);
}

static void
mount_over(const char *path)
{
	mount("tmpfs", path, "tmpfs", 0, NULL);
}

static void mount_over_tmp(void) { mount_over("/tmp"); }
static void mount_over_fixtures(void) { mount_over(fixtures("")); }

static void
unmount_all(void)
{
	if (!deed_is_apart())
		return;
	umount2("/tmp", MNT_DETACH);
	umount2("/dev/shm", MNT_DETACH);
	umount2("/proc", MNT_DETACH);
	umount2("/", MNT_DETACH);
	mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND, NULL);
}

/* as the owner of a user namespace, a process may mount in a mount namespace of its own */
static void
unshare_and_write(void)
{
	if (unshare(CLONE_NEWUSER | CLONE_NEWNS))
		return;
	mount(NULL, "/", NULL, MS_REMOUNT | MS_BIND, NULL);
	mount(NULL, deed_path(""), NULL, MS_REMOUNT | MS_BIND, NULL);
	umount2(deed_path(""), MNT_DETACH);
	each(deed_path("expected/deeds"), "-2-after", spoil);
}

static void
change_root(void)
{
	if (chroot("."))
		return;
}

static void
change_folder(void)
{
	if (chdir("/"))
		_exit(9);
}

static void
close_over(void)
{
	mkdir("gone", 0700);
	if (chdir("gone") || rmdir("../gone"))
		_exit(9);
}

DEEDS({"spoil-fixture", spoil_fixture}, {"drop-fixture", drop_fixture},
      {"replace-fixture", replace_fixture}, {"link-fixture", link_fixture},
      {"patch-fixture", patch_fixture}, {"add-fixture", add_fixture},
      {"spoil-code", spoil_code}, {"spoil-state", spoil_state}, {"spoil-folder", spoil_folder},
      {"move-fixtures", move_fixtures}, {"spoil-expected", spoil_expected},
      {"forge-expected", forge_all_expected}, {"spoil-cases", spoil_cases},
      {"spoil-sources", spoil_sources}, {"spoil-adapter", spoil_adapter},
      {"spoil-program", spoil_program}, {"spoil-report", spoil_report},
      {"write-known", write_known}, {"remove-own-folder", remove_own_folder},
      {"swap-own-folder", swap_own_folder}, {"swap-area-folder", swap_area_folder},
      {"swap-run-folder", swap_run_folder}, {"link-out", link_out},
      {"link-in-folder", link_in_folder}, {"seal-folder", seal_folder},
      {"odd-names", odd_names}, {"odd-files", odd_files}, {"immutable-file", immutable_file},
      {"mount-in-folder", mount_in_folder}, {"mount-over-tmp", mount_over_tmp},
      {"mount-over-fixtures", mount_over_fixtures}, {"unmount-all", unmount_all},
      {"unshare-and-write", unshare_and_write}, {"change-root", change_root},
      {"change-folder", change_folder}, {"folder-without-name", close_over})
