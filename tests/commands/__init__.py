"""Commands as people and scripts meet them: words, streams, exit codes."""
