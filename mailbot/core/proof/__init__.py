"""Proof: what one mail's bytes tell of when it came and who sent it, and one file that says so to people and programs."""
