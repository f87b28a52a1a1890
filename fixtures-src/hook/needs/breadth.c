/* fixture: needs=libmiddle.so needs=libside.so ldflags=-Wl,-rpath,$ORIGIN check=needed:libmiddle.so
 * check=needed:libside.so check=lacks:PyInit_breadth */
/* Its first library needs one that has the hook; its second library has the hook itself. */
int breadth_itself(void);

int
breadth_itself(void)
{
	return 1;
}
