"""An announcement as its organiser has it, page or document, to the draft of a call. Pure: octets in, values out."""
