"""How Korean print writes: particles after any word, numbers, counts, the names of codes, and messages made of them."""
