"""The page behind the link of an invitation: what can be done without a mail, and without an account."""
