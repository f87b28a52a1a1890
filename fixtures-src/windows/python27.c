/* fixture: out=python27.dll format=pe ldflags=$SRC/python27.def check=exports:Py_OfTwo */
/* Has the name of another Python's library, and nothing else of it. */
__declspec(dllexport) int Py_OfTwo(void);

int
Py_OfTwo(void)
{
	return 2;
}
