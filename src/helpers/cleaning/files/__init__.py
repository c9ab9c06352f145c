"""Files to text: what kind a file is, its encoding, and what was read in a wrong one."""
