/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so
 * check=notneeded:libdeep.so check=lacks:PyInit_deep */
/*
 * Neither this file nor the library that it needs has the hook, but that library needs one that
 * has.
 */
int deep_itself(void);

int
deep_itself(void)
{
	return 1;
}
