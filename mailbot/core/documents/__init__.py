"""Documents: the text of the files that came with a mail, bytes in and values out, within bounds.

A file is what its octets say. Its words go through the same rules as the body of a mail; where no words can be read, a named
reason says whether a person has to look. `opening` is the way in, `family` tells what a file is, and each family has a module.
"""

from mailbot.core.documents.document import Document, State, unread
from mailbot.core.documents.opening import documents_of, open_document

__all__ = ["Document", "State", "documents_of", "open_document", "unread"]
