/* fixture: needs=libdephook.so ldflags=-Wl,-rpath,$ORIGIN check=lacks:PyInit_dephook
 * check=needed:libdephook.so */
/* Has no hook of its own, but the library that it needs has one. */
int dephook_itself(void);

int
dephook_itself(void)
{
	return 1;
}
