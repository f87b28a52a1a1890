"""Removes the codec punycode, as in a frozen program that was made without it."""
import sys

sys.modules['encodings.punycode'] = None
