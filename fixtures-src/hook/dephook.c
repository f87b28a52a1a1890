/* fixture: needs=libdephook.so ldflags=-Wl,-rpath,$ORIGIN check=lacks:PyInit_dephook
 * check=needed:libdephook.so */
/* No hook of its own; the library it needs has one. */
int dephook_itself(void);

int
dephook_itself(void)
{
	return 1;
}
