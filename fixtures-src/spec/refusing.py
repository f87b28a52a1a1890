"""A created object that refuses one attribute."""
import importlib.machinery
import importlib.util

ATTRIBUTES = ['__name__', '__loader__', '__package__', '__spec__', '__path__', '__file__']


class Loader:
    def create_module(self, spec):
        return self.made

    def exec_module(self, module):
        pass


def attempt(attribute, refusal):
    """What the object has afterwards; or the text of what is raised."""
    class Refusing:
        def __setattr__(self, name, value):
            if name == attribute:
                raise refusal(name)
            object.__setattr__(self, name, value)

    loader = Loader()
    loader.made = Refusing()
    spec = importlib.machinery.ModuleSpec('refusing', loader, origin='here', is_package=True)
    spec.has_location = True
    try:
        made = importlib.util.module_from_spec(spec)
    except refusal as raised:
        return str(raised)
    return [made is loader.made, [name for name in ATTRIBUTES if name not in vars(made)]]


def with_attribute_error():
    """The attributes of which not just themselves are missing."""
    return [name for name in ATTRIBUTES if attempt(name, AttributeError) != [True, [name]]]


def with_value_error():
    """The attributes whose refusal was not raised."""
    return [name for name in ATTRIBUTES if attempt(name, ValueError) != name]
