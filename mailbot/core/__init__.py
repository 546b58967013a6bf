"""The pure middle: bytes and values in, values out. No files, sockets, database or clock."""
