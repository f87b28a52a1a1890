# fixture: check=exports:PyInit_cython_made
"""A module made by Cython."""

answer = 42


def add(a, b):
    return a + b


def spans(int n):
    cdef int i, total = 0
    for i in range(n):
        total += i
    return total


cdef class Counter:
    cdef long count

    def next(self):
        self.count += 1
        return self.count


counter = Counter()


def raises():
    raise LookupError("from Cython")
