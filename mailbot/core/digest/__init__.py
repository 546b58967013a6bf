"""Digest: what organisers hear of a call, from what the store knows to the words and pictures of a letter."""
