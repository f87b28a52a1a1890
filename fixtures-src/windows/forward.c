/* fixture: format=pe ldflags=$SRC/forward.def needs=target.dll check=exports:PyInit_forward
 * check=needed:target.dll */
/* Exports a hook that stands in another library, which it also needs for itself. */
__declspec(dllimport) int target_value(void);
int forward_value(void);

int
forward_value(void)
{
	return target_value();
}
