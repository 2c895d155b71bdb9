"""The least that matching could cost: a bare filter and score of all rows in NumPy, no reasons."""

from typing import Any

import numpy as np
import numpy.typing as npt

from matching.columns import Columns
from matching.facts import bit, bits
from matching.grid import unit_vector
from matching.person import Person

TOP = 20
NEAR = 0.0039  # the chord of 25 km on a sphere of radius 1


class Bare:
    """Plain arrays of a catalogue: position, a rule, ages, interests."""

    def __init__(self, columns: Columns) -> None:
        self.x, self.y, self.z = columns.point
        self.facts = columns.facts
        self.low, self.high = columns.age_min, columns.age_max
        self.interests = columns.interests[0]
        self.forbidden = np.uint64(bits("sobriety_rule", ("active_use",)) | bit("is", "signpost"))

    def answer(self, person: Person) -> npt.NDArray[Any]:
        """Return the top rows for one person."""
        position = person.position
        if position is None:
            raise ValueError("the floor is measured for people with a place")
        x, y, z = (np.float32(one) for one in unit_vector(position.lat, position.lon))
        chord = np.sqrt((self.x - x) ** 2 + (self.y - y) ** 2 + (self.z - z) ** 2)
        youngest, oldest = person.ages or (0, 120)
        allowed = (self.facts & self.forbidden) == 0
        allowed &= (self.low <= oldest) & (self.high >= youngest) & (chord < NEAR)
        score = np.float32(1) / (np.float32(1) + chord) + (self.interests & np.uint64(7) != 0)
        score = np.where(allowed, score, np.float32(-1))
        return np.argpartition(-score, TOP)[:TOP]
