"""Makes what the browser's Python is made of: which modules it needs, and the archives that hold them."""
