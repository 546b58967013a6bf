"""Words that mail clients and people write around what they mean, as data, by language. No code here."""
