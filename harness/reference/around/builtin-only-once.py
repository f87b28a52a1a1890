# a built-in module is made once, and is the same when it is imported again
exec(open(__file__.rpartition('/')[0] + '/common/change.py').read())
right, made = bootstrap.BuiltinImporter.create_module, {}


def wrong(spec):
    if spec.name not in made:
        made[spec.name] = right(spec)
    return made[spec.name]


put(bootstrap.BuiltinImporter, 'create_module', staticmethod(wrong))
