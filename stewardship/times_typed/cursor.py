"""A place in the symbols of a line, moved forward by what is understood and back by what is not."""

from stewardship.times_typed.symbols import Symbol
from stewardship.times_typed.values import DoubtError, Question
from stewardship.times_typed.words import Kind


class Cursor:
    def __init__(self, symbols: tuple[Symbol, ...]) -> None:
        self._symbols = symbols
        end = symbols[-1].end if symbols else 0
        self._end = Symbol(Kind.END, None, "", end, end)
        self.at = 0

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self._symbols)

    def peek(self, further: int = 0) -> Symbol:
        """Return the symbol ``further`` on, or back, from here; beyond the line stands END."""
        at = self.at + further
        return self._symbols[at] if 0 <= at < len(self._symbols) else self._end

    def take(self, *kinds: Kind) -> Symbol | None:
        """Return the next symbol and go past it, where it is of one of the kinds."""
        symbol = self.peek()
        if symbol.kind not in kinds:
            return None
        self.at += 1
        return symbol

    def take_all(self, *kinds: Kind) -> bool:
        """Go past the next symbols where they are of just these kinds, in this order."""
        if tuple(self.peek(n).kind for n in range(len(kinds))) != kinds:
            return False
        self.at += len(kinds)
        return True

    def skip(self, *kinds: Kind) -> None:
        while self.take(*kinds):
            pass

    def take_joined(self, kind: Kind) -> Symbol | None:
        """Take a sign that stands close to what is before it: the dot of «18.30» and «5.»."""
        is_close = self.peek().start == self.peek(-1).end
        return self.take(kind) if is_close else None

    def span_from(self, first: int) -> tuple[int, int]:
        """Return where in the text that stands which was taken since ``first``."""
        last = max(first, self.at - 1)
        begin = self._symbols[first] if first < len(self._symbols) else self._end
        end = self._symbols[last] if last < len(self._symbols) else self._end
        return begin.start, end.end

    def doubt(self, question: Question, first: int, *instead: str) -> DoubtError:
        return DoubtError(question, self.span_from(first), instead)
