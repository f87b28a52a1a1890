"""A submodule that puts another object in the place of its package."""
import sys

first = sys.modules['swapped']
sys.modules['swapped'] = type(sys)('swapped')
sys.modules['swapped'].__path__ = first.__path__
