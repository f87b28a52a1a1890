/* fixture: needs=libmiddle.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so
 * check=notneeded:libdeep.so check=lacks:PyInit_deep */
/* No hook of its own, nor has the library it needs: only what that one needs. */
int deep_itself(void);

int
deep_itself(void)
{
	return 1;
}
