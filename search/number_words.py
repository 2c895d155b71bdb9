"""Ages in words: "femtiåra", "over seksti", "sekstenåring", "in my twenties"."""

_WORDS = {
    10: "ti", 11: "elleve eleven", 12: "tolv twelve", 13: "tretten thirteen",
    14: "fjorten fourteen", 15: "femten fifteen", 16: "seksten sixteen", 17: "sytten seventeen",
    18: "atten eighteen", 19: "nitten nineteen", 20: "tjue tyve twenty", 30: "tretti tredve thirty",
    40: "førti foerti forti forty", 50: "femti fifty", 60: "seksti sixty", 70: "sytti seventy",
    80: "åtti aatti atti eighty", 90: "nitti ninety",
}  # fmt: skip
NUMBERS = {word: number for number, words in _WORDS.items() for word in words.split()}
# "tjue-" and "twent-": what stands before "åra" and "ies".
DECADES = {word: number for word, number in NUMBERS.items() if number in range(20, 100, 10)}
DECADES |= {f"{word[:-1]}ies": number for word, number in DECADES.items() if word.endswith("ty")}


def any_of(words: dict[str, int]) -> str:
    """Return the words as the alternatives of a pattern, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
