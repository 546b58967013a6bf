"""Papers: files for people, made of values: bytes out, nothing read from the disk but what comes along with mailbot."""
