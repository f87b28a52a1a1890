/* fixture: check=exports:PyInit_rust_made */
/*
 * A module written in Rust with only the standard library. It declares Python's API as the usual
 * crates do. PyPy's functions have a prefix, and its objects have one more field.
 */
#![allow(non_camel_case_types, non_snake_case)]

use std::ffi::CString;
use std::io::Write;
use std::os::raw::{c_char, c_int, c_long, c_void};
use std::os::unix::io::FromRawFd;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::sync::Once;

#[repr(C)]
#[cfg(not(without_gil))]
pub struct PyObject {
    refcnt: isize,
    #[cfg(pypy)]
    link: isize,
    kind: *mut c_void,
}

#[repr(C)]
#[cfg(without_gil)]
pub struct PyObject {
    thread: usize,
    flags: u16,
    lock: u8,
    gc: u8,
    refcnt: u32,
    shared: isize,
    kind: *mut c_void,
}

#[repr(C)]
pub struct PyModuleDef_Base {
    head: PyObject,
    init: *mut c_void,
    index: isize,
    copy: *mut PyObject,
}

type Function = extern "C" fn(*mut PyObject, *mut PyObject) -> *mut PyObject;

#[repr(C)]
pub struct PyMethodDef {
    name: *const c_char,
    function: Option<Function>,
    flags: c_int,
    doc: *const c_char,
}

#[repr(C)]
pub struct PyModuleDef {
    base: PyModuleDef_Base,
    name: *const c_char,
    doc: *const c_char,
    size: isize,
    methods: *mut PyMethodDef,
    slots: *mut c_void,
    traverse: *mut c_void,
    clear: *mut c_void,
    free: *mut c_void,
}

extern "C" {
    #[cfg_attr(pypy, link_name = "PyPyModuleDef_Init")]
    fn PyModuleDef_Init(def: *mut PyModuleDef) -> *mut PyObject;
    #[cfg_attr(pypy, link_name = "PyPyLong_AsLong")]
    fn PyLong_AsLong(object: *mut PyObject) -> c_long;
    #[cfg_attr(pypy, link_name = "PyPyLong_FromLong")]
    fn PyLong_FromLong(n: c_long) -> *mut PyObject;
    #[cfg_attr(pypy, link_name = "PyPyErr_SetString")]
    fn PyErr_SetString(class: *mut PyObject, text: *const c_char);
    #[cfg_attr(pypy, link_name = "PyPyExc_ValueError")]
    static PyExc_ValueError: *mut PyObject;
}

const METH_O: c_int = 8;

/* a line of the transcript */
fn event(text: &str) {
    let fd = std::env::var("CONFORM_FD").ok().and_then(|n| n.parse().ok());
    if let Some(fd) = fd {
        let mut file = unsafe { std::fs::File::from_raw_fd(fd) };
        let _ = file.write_all(format!("| {}\n", text).as_bytes());
        std::mem::forget(file);
    }
}

extern "C" fn twice(_: *mut PyObject, arg: *mut PyObject) -> *mut PyObject {
    let n = unsafe { PyLong_AsLong(arg) };
    unsafe { PyLong_FromLong(n * 2) }
}

/* work for a Rust thread */
extern "C" fn sum(_: *mut PyObject, arg: *mut PyObject) -> *mut PyObject {
    let n = unsafe { PyLong_AsLong(arg) };
    let total = std::thread::spawn(move || (1..=n).sum::<c_long>()).join().unwrap();
    unsafe { PyLong_FromLong(total) }
}

extern "C" fn fails(_: *mut PyObject, _: *mut PyObject) -> *mut PyObject {
    let text = CString::new(format!("from {}", "Rust")).unwrap();
    unsafe { PyErr_SetString(PyExc_ValueError, text.as_ptr()) };
    null_mut()
}

fn method(name: &'static str, function: Function) -> PyMethodDef {
    PyMethodDef {
        name: name.as_ptr() as *const c_char,
        function: Some(function),
        flags: METH_O,
        doc: std::ptr::null(),
    }
}

/* never freed */
fn definition() -> *mut PyModuleDef {
    let methods = Box::new([
        method("twice\0", twice),
        method("sum\0", sum),
        method("fails\0", fails),
        PyMethodDef { name: std::ptr::null(), function: None, flags: 0, doc: std::ptr::null() },
    ]);
    let mut def: PyModuleDef = unsafe { std::mem::zeroed() };
    def.base.head.refcnt = 1;
    def.name = "rust_made\0".as_ptr() as *const c_char;
    def.methods = Box::into_raw(methods) as *mut PyMethodDef;
    Box::into_raw(Box::new(def))
}

/* one for all calls of the hook: another one for each would be a leak */
static ONCE: Once = Once::new();
static MADE: AtomicPtr<PyModuleDef> = AtomicPtr::new(null_mut());

#[no_mangle]
pub extern "C" fn PyInit_rust_made() -> *mut PyObject {
    event("init");
    ONCE.call_once(|| MADE.store(definition(), Ordering::Release));
    unsafe { PyModuleDef_Init(MADE.load(Ordering::Acquire)) }
}
