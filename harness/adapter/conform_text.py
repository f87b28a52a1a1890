"""The adapter's text: values and exceptions as the transcript shows them, commands as words.

Pure: nothing here writes, imports or knows a case. json is not used, since it imports an extension
module in many builds.
"""
import sys

from conform_border import outward

ModuleType = type(sys)
SHORT = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
LONG = {'"': '"', '\\': '\\', '/': '/', 'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}
CONSTANTS = {'null': None, 'true': True, 'false': False}
BLANK = ' \t'


class Word(str):
    """A bare word; JSON words are plain values."""


class Lines(list):
    """An answer of several lines, which are written unchanged."""


def escape(text):
    """TEXT as the inside of a JSON string; printable characters are not escaped."""
    out = []
    for char in text:
        code = ord(char)
        if char in SHORT:
            out.append(SHORT[char])
        elif char.isprintable():
            out.append(char)
        elif code > 0xffff:
            code -= 0x10000
            out.append('\\u%04x\\u%04x' % (0xd800 + (code >> 10), 0xdc00 + (code & 0x3ff)))
        else:
            out.append('\\u%04x' % code)
    return ''.join(out)


def quote(text):
    """TEXT as a JSON string."""
    return '"%s"' % escape(outward(text))


def message(exc):
    """str(EXC), whatever its __str__ does. The locale decodes the text of dlerror: bytes that it
    could not decode are shown as the UTF-8 that they are, so that each locale gives one text.
    """
    try:
        text = str(exc)
    except BaseException:
        return '<unprintable>'
    try:
        return text.encode('utf-8', 'surrogateescape').decode('utf-8', 'surrogateescape')
    except UnicodeError:  # other lone surrogates
        return text


def class_name(kind):
    """The __name__ of a class on one line, without asking its metaclass."""
    return escape(type.__getattribute__(kind, '__name__'))


def container(value, outer):
    """A list, tuple or dict as JSON; OUTER are the containers around it."""
    outer += value,
    if type(value) is not dict:
        return '[%s]' % ', '.join([render(item, outer) for item in value])
    keys = list(value)
    keys.sort(key=None if all(type(key) is str for key in keys) else render)
    return '{%s}' % ', '.join(['%s: %s' % (render(key, outer), render(value[key], outer))
                               for key in keys])


def render(value, outer=()):
    """VALUE as the transcript shows it. Only exact types become JSON, subclasses do not."""
    kind = type(value)
    if value is None:
        return 'null'
    if kind is bool:
        return 'true' if value else 'false'
    if kind is int:
        return str(value)
    if kind is float:
        text = repr(value)
        return {'nan': 'NaN', 'inf': 'Infinity', '-inf': '-Infinity'}.get(text, text)
    if kind is str:
        return quote(value)
    if kind in (list, tuple, dict) and not any(value is other for other in outer):
        return container(value, outer)
    if isinstance(value, ModuleType):
        names = object.__getattribute__(value, '__dict__')  # without the module's __getattr__
        shown = [render(names[key], outer) for key in ('__name__', '__file__') if key in names]
        return '<%s>' % ' '.join(['module'] + shown)
    if isinstance(value, type):
        return '<class %s>' % class_name(value)
    if isinstance(value, BaseException):
        return '<exception %s %s>' % (class_name(kind), quote(message(value)))
    return '<%s>' % class_name(kind)


def describe(exc):
    """The lines that show an exception."""
    lines = ['! ' + class_name(type(exc)), '~ message ' + quote(message(exc))]
    if isinstance(exc, ImportError):
        lines += ['~ name ' + render(exc.name), '~ path ' + render(exc.path)]
    context = 'suppressed' if exc.__suppress_context__ else 'context'
    for key, other in ('cause', exc.__cause__), (context, exc.__context__):
        if other is not None:
            lines.append('~ %s %s %s' % (key, class_name(type(other)), quote(message(other))))
            break
    return lines + ['~ note ' + render(note) for note in getattr(exc, '__notes__', ())]


def scalar(word):
    """The value of a bare word: a number, true, false, null, or else the word itself."""
    if word in CONSTANTS:
        return CONSTANTS[word]
    if word.lstrip('-')[:1].isdigit() and '_' not in word:
        for number in int, float:
            try:
                return number(word)
            except ValueError:
                pass
    return str(word)


class Reader:
    """Reads the words of one command; FILL replaces the roots. ValueError if a word is bad JSON."""

    def __init__(self, text, fill):
        self.text = text
        self.fill = fill
        self.at = 0

    def peek(self):
        return self.text[self.at:self.at + 1]

    def blanks(self):
        while self.peek() and self.peek() in BLANK:
            self.at += 1

    def take(self, length=1):
        taken = self.text[self.at:self.at + length]
        if len(taken) < length:
            raise ValueError('JSON does not end: ' + self.text)
        self.at += length
        return taken

    def bare(self, stop):
        """The text before the next character of STOP."""
        start = self.at
        while self.peek() and self.peek() not in stop:
            self.at += 1
        return self.text[start:self.at]

    def words(self):
        """All words: a Word, or the value of a JSON word."""
        text = self.text
        if '"' not in text and '[' not in text and '{' not in text:  # most commands: no JSON
            return [Word(self.fill(word)) for word in text.replace('\t', ' ').split(' ') if word]
        words = []
        self.blanks()
        while self.peek():
            if self.peek() in '"[{':
                words.append(self.value())
                if self.peek() and self.peek() not in BLANK:
                    raise ValueError('text after JSON: ' + self.text)
            else:
                words.append(Word(self.fill(self.bare(BLANK))))
            self.blanks()
        return words

    def value(self):
        """Read a JSON value."""
        self.blanks()
        first = self.peek()
        if first == '"':
            return self.string()
        if first == '[':
            return [value for _, value in self.items(']', keys=False)]
        if first == '{':
            return dict(self.items('}', keys=True))
        word = self.bare(BLANK + ',]}')
        value = scalar(word)
        if type(value) is str:
            raise ValueError('not JSON: %s in %s' % (word, self.text))
        return value

    def items(self, close, keys):
        """Read the pairs of an object, or of an array with None for keys."""
        pairs = []
        self.take()
        self.blanks()
        if self.peek() == close:
            self.take()
            return pairs
        while True:
            key = None
            self.blanks()
            if keys:
                key = self.string()
                self.blanks()
                if self.take() != ':':
                    raise ValueError('key without value: ' + self.text)
            pairs.append((key, self.value()))
            self.blanks()
            after = self.take()
            if after == close:
                return pairs
            if after != ',':
                raise ValueError('not JSON: ' + self.text)

    def string(self):
        """Read a JSON string."""
        out = []
        if self.take() != '"':
            raise ValueError('not JSON: ' + self.text)
        while True:
            char = self.take()
            if char == '"':
                return self.fill(''.join(out))
            if char == '\\':
                char = self.take()
                if char not in LONG and char != 'u':
                    raise ValueError('unknown escape: ' + self.text)
                char = self.unicode() if char == 'u' else LONG[char]
            out.append(char)

    def unicode(self):
        """Read the four digits after \\u; a pair of surrogates is one character."""
        code = int(self.take(4), 16)
        if 0xd800 <= code < 0xdc00 and self.text[self.at:self.at + 2] == '\\u':
            low = int(self.text[self.at + 2:self.at + 6], 16)
            if 0xdc00 <= low < 0xe000:
                self.take(6)
                code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
        return chr(code)
