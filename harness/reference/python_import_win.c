/* Which Python a loaded library was built for, on Windows. */
#include "reference.h"

#include <string.h>
#include <windows.h>

/*
 * The descriptors of the libraries that a library needs; NULL if it needs none. The last has no
 * name. https://learn.microsoft.com/windows/win32/debug/pe-format#the-idata-section
 */
static const IMAGE_IMPORT_DESCRIPTOR *
imports_of(const char *base)
{
	const IMAGE_DOS_HEADER *dos = (const void *)base;
	const IMAGE_NT_HEADERS *nt = (const void *)(base + dos->e_lfanew);
	const IMAGE_DATA_DIRECTORY *entry;

	if (nt->OptionalHeader.NumberOfRvaAndSizes <= IMAGE_DIRECTORY_ENTRY_IMPORT)
		return NULL;
	entry = &nt->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
	if (!entry->VirtualAddress || !entry->Size)
		return NULL;
	return (const void *)(base + entry->VirtualAddress);
}

/* "python" and digits, then the ending or nothing */
static bool
is_python(const char *name)
{
	const char *rest = name + strlen("python");

	if (strncmp(name, "python", strlen("python")) != 0)
		return false;
	rest += strspn(rest, "0123456789");
	return *rest == '.' || !*rest;
}

/*
 * python3.dll, of the stable ABI, fits every version. It was loaded from the right folder before
 * this loader, which is an extension module itself. cpython:Python/dynload_win.c:GetPythonImport
 */
const char *
python_import(const void *library)
{
	const char *base = library;
	const IMAGE_IMPORT_DESCRIPTOR *import = imports_of(base);

	for (; import && import->Name; import++) {
		const char *name = base + import->Name;

		if (is_python(name) && strcmp(name, "python3.dll") != 0)
			return name;
	}
	return NULL;
}
