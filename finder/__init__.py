"""The questions and the answers: joins directory, places, search and matching, and says why."""
