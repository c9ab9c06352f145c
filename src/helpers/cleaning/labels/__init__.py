"""Where the article stands among the pieces of a page, and the label of each piece."""
