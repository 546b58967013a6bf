"""What stands in the zip of a call, in plain words."""

README = """\
This is the call {call}, whole, as mailbot had it.

entries.xlsx   every entry, one row a person, for reading
entries.json   the same for programs, with every version of every answer and the SHA-256 of the mail it came from
mails/         every mail that belongs to the call, as it came; its name is its SHA-256
mails.csv      where and when each mail came, and what became of it
letters/       every letter that was sent, as it was sent
letters.csv    to whom and when
call/          the call's file in each of its versions
audit.csv      who did what, when and why

What came by mail was written by strangers: open attachments in mails/ as carefully as any others.
A csv file holds a tab before anything that a spreadsheet might take for a formula. Open the xlsx for reading.
There are names, addresses and opinions of people in here. Keep it where they would expect it, and delete it in time.

Made by {made_by}.
"""
