"""A package that registers its submodule itself."""
import sys

sys.modules[__name__ + '.inner'] = sys
