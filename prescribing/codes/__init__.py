"""The code on a sheet: made once, opened by whoever has the paper, and the page behind it."""
