"""How organisers' commands are read: text to tokens, tokens to orders, orders back to words. `core.orders` is the way in."""
