"""How long pages take: Datasette as it comes, Datasette tuned, and `onrecord browse`, over HTTP."""
