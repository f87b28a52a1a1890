"""A file that is loaded again gives the module of the first load."""
# report: https://github.com/hpyproject/hpy/issues/431
# area: multiphase-life
import _imp

own_create, exec_dynamic = _imp.create_dynamic, _imp.exec_dynamic
made = {}


def create_dynamic(spec, file=None):
    key = spec.name, spec.origin
    if key not in made:
        made[key] = own_create(spec)
    return made[key]
