"""What Pyodide gives to programs that talk to JavaScript; ours does not."""
