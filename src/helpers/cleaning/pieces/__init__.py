"""The pieces of a raw text, and what each looks like: lines, captions, notices, lists, what stands there twice."""
