/* fixture: check=exports:PyInit_swig_made */
/* A module made by SWIG, without the Python file that SWIG writes beside it. */
%module swig_made
%inline %{
static int count;

int
add(int a, int b)
{
	count++;
	return a + b;
}

int
calls(void)
{
	return count;
}
%}
