"""An advice as JSON values and as text, and what its HTML is made of. Points become sentences; nothing is decided."""
