"""How municipalities are divided, and divided again, until a few or one alone are left.

The way must be the same for ever: what has been told of a month that has ended could otherwise be held
against what is told of it now. So it comes from no register that changes, and knows no counts.
"""

from collections.abc import Mapping
from math import isqrt
from typing import Final, NamedTuple, Self

_BY_SIZE: Final = """
    0301 4601 5001 1103 3201 4204 3301 3203 3205 1108 3107 5501 3907 3207 3105 3905 1508 1804
    4003 3103 3909 3222 1106 4626 1149 3411 4001 3305 4203 4627 4631 4202 1124 3403 3405 3312
    3240 3901 3911 1505 4624 3118 1506 3101 1833 3413 5503 5037 3224 3314 1121 3209 3303 5035
    1806 4614 3407 1120 5530 3401 5601 5006 4012 3212 1130 5603 4205 4602 4223 1119 3420 4005
    1101 1122 3903 4647 5031 1870 3214 1127 1577 1531 1824 4207 3443 3228 1580 5007 5059 1860
    1515 5038 5028 4215 3218 4640 4651 1865 3230 4622 4618 3226 4206 1520 4213 4613 3232 5605
    4014 4621 4227 3114 1841 1516 1820 1866 5025 3216 4644 4625 1813 3446 4643 5607 4201 1563
    1532 5021 3236 1579 3238 1135 4018 5060 3419 3120 4225 4649 1517 4026 3436 3451 4020 1576
    3412 3220 1535 3316 5057 1525 4216 3448 4639 4628 3442 3427 1837 1871 1840 3415 3324 3330
    5036 5620 5055 5520 3441 5542 4650 3428 3421 1539 4617 3416 3437 5622 3328 3422 1832 3434
    5632 1111 1868 3322 3447 4638 1160 1818 5612 1851 1112 4611 3326 5634 5610 3112 4615 3122
    5029 5053 3431 5524 3234 3454 4612 5510 3435 5544 4222 1134 3417 4016 1828 4648 4032 4646
    4022 5058 5618 4642 5047 3423 1146 5532 4620 5045 1114 1560 5034 3414 5624 5022 5630 1845
    4010 4228 4630 3440 1825 4616 5536 3418 4212 5522 5626 1528 1547 1822 3310 5014 3430 5041
    1838 5061 3426 3110 1857 4028 1514 3438 3449 5512 3433 4217 4619 1875 4632 1811 5538 4034
    5614 5056 3429 5534 4633 5514 5049 3332 5546 1853 1557 1812 4636 1867 3318 5540 3124 1874
    1815 4211 4221 1827 5043 3450 1151 1133 1144 1145 1511 1554 1566 1573 1578 1816 1826 1834
    1835 1836 1839 1848 1856 1859 3116 3242 3320 3334 3336 3338 3424 3425 3432 3439 3452 3453
    4024 4030 4036 4214 4218 4219 4220 4224 4226 4623 4629 4634 4635 4637 4641 4645 5020 5026
    5027 5032 5033 5042 5044 5046 5052 5054 5516 5518 5526 5528 5616 5628 5636
"""
"""Every municipality there was when this was decided, the one with the most people first."""

_RANKS: Final[Mapping[str, int]] = {
    number: rank for rank, number in enumerate(_BY_SIZE.split(), start=1)
}
_NOT_TOLD: Final = len(_RANKS) + 1
_LATER: Final = _NOT_TOLD + 1
"""Municipalities that came later stay together. One may divide them further, but no other part."""


class Stretch(NamedTuple):
    """Some ranks that follow each other; ``end`` is the first that is not among them."""

    begin: int
    end: int

    @property
    def ranks(self) -> range:
        return range(self.begin, self.end)

    @property
    def is_one(self) -> bool:
        return self.end - self.begin == 1

    def halves(self) -> tuple[Self, Self]:
        """Part it where about as many people live on each side.

        With places ordered by size the largest has about twice as many people as the second, and three
        times those of the third, so that this is where the ranks have their geometric middle.
        """
        middle = max(self.begin + 1, isqrt(self.begin * self.end))
        return type(self)(self.begin, middle), type(self)(middle, self.end)


EVERYWHERE: Final = Stretch(1, _LATER + 1)


def rank_of(place: str) -> int:
    return _RANKS.get(place, _LATER if place else _NOT_TOLD)
