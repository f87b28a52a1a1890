/* fixture: names=methods_not_static,exec_twice,token_twice,doc_twice,doc_null,token_null,exec_null
 *	names=id_unknown,id_optional,id_of_a_type,id_invalid,end_flags,flags_unknown,reserved_set
 *	names=size_negative,methods_optional
 */
/* Slots that the rules refuse, and some that they accept; each name has another kind. */
#include "fx_modexport.h"

#if FX_HAS_MODEXPORT
static PyMethodDef methods[] = {{NULL, NULL, 0, NULL}};

static int
run(PyObject *module)
{
	fx_event("exec " FX_STR(FX_NAME));
	return 0;
}

#define RUN PySlot_FUNC(Py_mod_exec, run)
#define END PySlot_END
#define TOKEN PySlot_STATIC_DATA(Py_mod_token, methods)
#define DOC PySlot_STATIC_DATA(Py_mod_doc, "doc")

#define SLOTS_methods_not_static PySlot_DATA(Py_mod_methods, methods), RUN, END
#define SLOTS_methods_optional \
	{.sl_id = Py_mod_methods, .sl_flags = PySlot_OPTIONAL | PySlot_INTPTR, .sl_ptr = methods}, \
	RUN, END
#define SLOTS_exec_twice RUN, RUN, END
#define SLOTS_token_twice TOKEN, RUN, TOKEN, END
#define SLOTS_doc_twice DOC, RUN, DOC, END
#define SLOTS_doc_null PySlot_STATIC_DATA(Py_mod_doc, NULL), RUN, END
#define SLOTS_token_null PySlot_STATIC_DATA(Py_mod_token, NULL), RUN, END
#define SLOTS_exec_null PySlot_FUNC(Py_mod_exec, NULL), END
#define SLOTS_id_unknown RUN, PySlot_DATA(500, methods), END
#define SLOTS_id_optional \
	RUN, {.sl_id = 500, .sl_flags = PySlot_OPTIONAL | PySlot_INTPTR, .sl_ptr = methods}, END
#define SLOTS_id_of_a_type RUN, PySlot_STATIC_DATA(Py_tp_doc, "doc"), END
#define SLOTS_id_invalid RUN, PySlot_DATA(Py_slot_invalid, methods), END
#define SLOTS_end_flags RUN, {.sl_id = Py_slot_end, .sl_flags = PySlot_OPTIONAL}
#define SLOTS_flags_unknown \
	{.sl_id = Py_mod_exec, .sl_flags = 0x8000, .sl_func = (_Py_funcptr_t)run}, END
#define SLOTS_reserved_set \
	{.sl_id = Py_mod_exec, .sl_reserved = 1, .sl_func = (_Py_funcptr_t)run}, END
#define SLOTS_size_negative RUN, PySlot_SIZE(Py_mod_state_size, -1), END

FX_MODEXPORT(FX_NAME)
{
	static PySlot slots[] = {PySlot_STATIC_DATA(Py_mod_abi, &fx_abi), FX_OF_NAME(SLOTS)};

	(void)methods;
	(void)run;
	return slots;
}
#endif
