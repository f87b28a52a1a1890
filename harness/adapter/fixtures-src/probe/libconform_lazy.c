/* fixture: out=libconform_lazy.so ldflags=-Wl,-z,lazy check=lazy
 * check=jumpslot:conform_nowhere */
/* Binds lazily a function that is nowhere. The probe opens it to see what dlopen does with it. */
void conform_nowhere(void);
void conform_lazy(void);

void
conform_lazy(void)
{
	conform_nowhere();
}
