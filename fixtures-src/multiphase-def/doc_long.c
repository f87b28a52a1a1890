/*
 * Its doc has a hundred thousand characters, blanks and line ends at both ends among them; that of
 * doc_empty is empty.
 */
#include "fx.h"
#include <string.h>

enum { LENGTH = 100000 };

static char text[LENGTH + 1];
static PyModuleDef_Slot slots[] = {FX_NEEDS_NO_GIL, {0, NULL}};
static PyModuleDef long_def = {PyModuleDef_HEAD_INIT, .m_name = "doc_long", .m_doc = text,
			       .m_slots = slots};
static PyModuleDef empty_def = {PyModuleDef_HEAD_INIT, .m_name = "doc_empty", .m_doc = "",
				.m_slots = slots};

FX_HOOK(doc_long)
{
	memset(text, 'd', LENGTH);
	memcpy(text, " \n\t", 3);
	memcpy(text + LENGTH - 3, "\t\n ", 3);
	return PyModuleDef_Init(&long_def);
}

FX_HOOK(doc_empty)
{
	return PyModuleDef_Init(&empty_def);
}
