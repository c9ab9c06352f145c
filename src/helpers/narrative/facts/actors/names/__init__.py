"""What of the words of a sentence names somebody or something that a fact can be of."""
