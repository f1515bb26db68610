"""One file per page: each makes the values that its template shows, and knows of no server."""
