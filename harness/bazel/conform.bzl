"""conform_test: the suite, or a part of it, as tests of Bazel.

Each shard is a test of its own whose inputs are its own cases, so that a case that changes runs its
shard only. Fixtures, known lists and the program are inputs of every shard.
"""

_CASES = "cases/"
_EXPECTED = "expected/"

def _id(path, folder, suffix):
    """AREA/NAME of cases/AREA/NAME.case, wherever the suite is; None for another file."""
    at = path.rfind("/" + folder)
    if at >= 0:
        path = path[at + 1:]
    if not path.startswith(folder) or not path.endswith(suffix):
        return None
    return path[len(folder):-len(suffix)]

def _dealt(ids, of, weights):
    """The shard of each case, from 1: by a hash of its id, or as even as the weights make it.

    A hash keeps every other case where it is if one is added.
    """
    if not weights:
        return {i: hash(i) % of + 1 for i in ids}
    known = sorted([int(weights[i]) for i in ids if i in weights])
    usual = known[(len(known) - 1) // 2] if known else 1
    sums = [0] * of
    shard = {}
    for minus, i in sorted([(-int(weights.get(i, usual)), i) for i in ids]):
        least = sums.index(min(sums))
        sums[least] += max(-minus, 1)
        shard[i] = least + 1
    return shard

def _quote(word):
    return "'" + word.replace("'", "'\\''") + "'"

def _conform_shard_impl(ctx):
    cases = {_id(f.short_path, _CASES, ".case"): f for f in ctx.files.cases}
    if None in cases:
        fail("%s: not a case: %s" % (ctx.label, cases[None].short_path))
    dealt = _dealt(sorted(cases.keys()), ctx.attr.of, ctx.attr.weights)
    mine = [i for i in sorted(cases.keys()) if dealt[i] == ctx.attr.index]
    files = [cases[i] for i in mine]
    for f in ctx.files.expected:
        # what is no case's own file is a list of known departures
        expected = _id(f.short_path, _EXPECTED, ".out")
        if expected == None or expected in mine:
            files.append(f)
    words = [ctx.expand_location(w, ctx.attr.data) for w in ctx.attr.words]
    run = ctx.actions.declare_file(ctx.label.name + ".sh")
    ctx.actions.write(run, "#!/bin/sh\nexec sh {script} {program} {n} {ids} -- {words} \"$@\"\n".format(
        script = _quote(ctx.file._script.short_path),
        program = _quote(ctx.file.program.short_path),
        n = len(mine),
        ids = " ".join(mine),
        words = " ".join([_quote(w) for w in words]),
    ), is_executable = True)
    runfiles = ctx.runfiles(files = files + ctx.files.fixtures + ctx.files.support +
                                    ctx.files.data + [ctx.file.program, ctx.file._script])
    for target in ctx.attr.data:
        runfiles = runfiles.merge(target[DefaultInfo].default_runfiles)
    return [DefaultInfo(executable = run, runfiles = runfiles)]

_conform_shard_test = rule(
    implementation = _conform_shard_impl,
    test = True,
    attrs = {
        "cases": attr.label_list(allow_files = [".case"]),
        "expected": attr.label_list(allow_files = True),
        "fixtures": attr.label_list(allow_files = True),
        "support": attr.label_list(allow_files = True),
        "program": attr.label(allow_single_file = True),
        "data": attr.label_list(allow_files = True),
        "words": attr.string_list(),
        "weights": attr.string_dict(),
        "index": attr.int(),
        "of": attr.int(),
        "_script": attr.label(allow_single_file = True, default = "//harness/bazel:run.sh"),
    },
)

_SUITE = Label("//:BUILD.bazel")

def _of_suite(name):
    return str(_SUITE.relative(":" + name))

def conform_test(
        name,
        loader = "/usr/bin/python3",
        cases = None,
        shard_count = 1,
        plugin = None,
        args = [],
        data = [],
        expected = None,
        fixtures = None,
        weights = {},
        program = None,
        support = None,
        **kwargs):
    """Tests a loader of extension modules.

    Args:
      name: of a test_suite of all shards, NAME_1_of_N, NAME_2_of_N, ...
      loader: a label, or a command. Bazel cannot see when a program that a command names changes;
        a label is an input.
      cases: labels of cases/AREA/NAME.case files; all cases of dynload-cts unless given.
      shard_count: the number of tests that the cases are dealt to.
      plugin: label of a loader that is plugged in, an extension module or a Python module.
      args: more options of run_tests.sh, such as "--level=required"; $(rootpath LABEL) counts.
      data: other inputs, such as a known list that args name.
      expected: labels of expected/**; those of dynload-cts unless given.
      fixtures: labels of fixtures-src/**; likewise.
      weights: microseconds by id, as strings, for even shards; see README.md here.
      program: label of conform, if it is not to be built here.
      support: labels of what a run reads beside the cases; those of dynload-cts unless given.
      **kwargs: as of every test: size, timeout, tags, ...
    """
    words = list(args)
    inputs = list(data)
    if loader.startswith("//") or loader.startswith(":") or loader.startswith("@"):
        inputs.append(loader)
        loader = "./$(rootpath %s)" % loader
    words = ["--loader", loader] + words
    if plugin:
        inputs.append(plugin)
        words = ["--plugin", "./$(rootpath %s)" % plugin] + words
    tests = []
    for index in range(1, shard_count + 1):
        test = "%s_%d_of_%d" % (name, index, shard_count)
        tests.append(test)
        _conform_shard_test(
            name = test,
            cases = cases or [_of_suite("cases")],
            expected = expected or [_of_suite("expected")],
            fixtures = fixtures or [_of_suite("fixtures")],
            support = support or [_of_suite("support")],
            program = program or _of_suite("conform"),
            data = inputs,
            words = words,
            weights = weights,
            index = index,
            of = shard_count,
            **kwargs
        )
    native.test_suite(name = name, tests = tests)
