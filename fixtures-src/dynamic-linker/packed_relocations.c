/* fixture: ldflags=-Wl,-z,pack-relative-relocs */
/* The relative relocations of its table are packed, in DT_RELR, if the linker can do so. */
#include "fx_module.h"

#define EIGHT(w) w, w, w, w, w, w, w, w

/* longer than the 63 words of a bitmap, with a gap */
const char *packed_words[2][10][8] = {
	{{EIGHT("a")}, {EIGHT("b")}, {EIGHT("c")}, {EIGHT("d")}, {EIGHT("e")}, {EIGHT("f")},
	 {EIGHT("g")}, {EIGHT("h")}, {EIGHT("i")}, {EIGHT("j")}},
	{{EIGHT("k")}, {EIGHT(NULL)}, {EIGHT("m")}},
};

static PyObject *
words(PyObject *self, PyObject *unused)
{
	char text[200];
	size_t n = 0;

	(void)self;
	(void)unused;
	for (size_t i = 0; i < 2 * 10 * 8; i++) {
		const char *word = packed_words[i / 80][i / 8 % 10][i % 8];

		text[n++] = word ? *word : '-';
	}
	return PyUnicode_FromStringAndSize(text, (Py_ssize_t)n);
}

static PyMethodDef methods[] = {
	{"words", words, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

FX_MODULE(packed_relocations, methods)
