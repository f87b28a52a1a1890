/* fixture: tool=pybind11 check=exports:PyInit_pybind11_made */
/* A module made with pybind11, whose functions throw C++ exceptions. */
#include <pybind11/pybind11.h>

#include <stdexcept>
#include <string>

PYBIND11_MODULE(pybind11_made, m)
{
	m.doc() = "a module made with pybind11";
	m.attr("answer") = 42;
	m.def("add", [](long a, long b) { return a + b; });
	m.def("join", [](const std::string &a, const std::string &b) { return a + b; });
	m.def("raises", []() -> int { throw std::out_of_range("from C++"); });
}
