// Runs Pyodide as an interpreter, under node: pyodide.mjs FOLDER [-I] [-S] (-V | SCRIPT | -c CODE) [ARG...]
// FOLDER holds the npm package. The machine's folders are mounted under their own names, and
// descriptor 3 is the process's own.
import fs from "node:fs";

const [folder, ...args] = process.argv.slice(2);
if (/^-V+$/.test(args[0])) args.splice(0, 1, "-c", "import sys; print('Python', sys.version)");
while (args.length && /^-[IS]+$/.test(args[0])) args.shift();

// write all of the bytes to a descriptor of the process
function writeAll(fd, bytes) {
  for (let at = 0; at < bytes.length; ) at += fs.writeSync(fd, bytes, at);
  return bytes.length;
}

// mount a folder of the machine, unless Emscripten has its own
function mount(py, name) {
  const path = "/" + name;
  if (["dev", "lib", "proc", "sys"].includes(name) || !fs.statSync(path, { throwIfNoEntry: false })?.isDirectory())
    return;
  py.FS.mkdirTree(path);
  try {
    py.FS.mount(py.FS.filesystems.NODEFS, { root: path }, path);
  } catch {
    // it is in use, such as the current folder
  }
}

// open a device that writes to the process's descriptor fd; Emscripten gives it the lowest free number
function openDescriptor(py, fd) {
  const dev = py.FS.makedev(120, fd);
  py.FS.registerDevice(dev, {
    open(stream) { stream.seekable = false; },
    write(stream, buffer, offset, length) { return writeAll(fd, buffer.subarray(offset, offset + length)); },
  });
  py.FS.mkdev(`/dev/conform${fd}`, 0o222, dev);
  return py.FS.open(`/dev/conform${fd}`, "w").fd;
}

const { loadPyodide } = await import(`${folder}/pyodide.mjs`);
const py = await loadPyodide({ indexURL: `${folder}/`, env: { ...process.env }, args: [] });
for (const name of fs.readdirSync("/")) mount(py, name);
py.FS.chdir(process.cwd());
py.setStdin({ read: (buffer) => fs.readSync(0, buffer), isatty: false });
py.setStdout({ write: (buffer) => writeAll(1, buffer), isatty: false });
py.setStderr({ write: (buffer) => writeAll(2, buffer), isatty: false });
let status = 0;
try {
  fs.fstatSync(3);
  openDescriptor(py, 3);
} catch {
  // there is no transcript
}
py.globals.set("argv", py.toPy(args));
try {
  py.runPython(`
import os, posix, sys
del sys.path[0]
posix.getpid = os.getpid = lambda: ${process.pid}  # Emscripten says 42
sys.base_prefix = sys.base_exec_prefix = ${JSON.stringify(process.env.PYODIDE_HEADERS ?? "")} or sys.base_prefix
if 'sysconfig' in sys.modules:
    sys.modules['sysconfig']._BASE_PREFIX = sys.modules['sysconfig']._BASE_EXEC_PREFIX = sys.base_prefix
sys.executable = ${JSON.stringify(process.env.PYODIDE_EXECUTABLE ?? "")}
sys.argv = argv[1:] if argv[:1] == ['-c'] else list(argv)
def run(words):
    import sys
    if words[:1] == ['-c']:
        code = compile(words[1], '<string>', 'exec')
    else:
        with open(words[0], 'rb') as file:
            code = compile(file.read(), words[0], 'exec')
    main = type(sys)('__main__')
    if words[:1] != ['-c']:
        main.__file__ = words[0]
    sys.modules['__main__'] = main
    exec(code, main.__dict__)
run(list(argv))
sys.stdout.flush()
`);
} catch (error) {
  if (typeof error.status === "number") {
    status = error.status;
  } else if (error.type === "SystemExit") {
    status = Number(/SystemExit: (\d+)/.exec(error.message)?.[1] ?? 0);
  } else {
    console.error(error.message ?? String(error));
    status = 1;
  }
}
process.exit(status);
