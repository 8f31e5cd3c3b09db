"""What the site adds to MkDocs: citations, and the pages made from the knowledge. The engine never imports this."""
