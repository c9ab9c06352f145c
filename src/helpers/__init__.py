"""Read Korean news closely and reproducibly: the work behind the four notebooks."""
