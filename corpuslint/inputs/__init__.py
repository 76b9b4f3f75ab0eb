"""What a run is given: paths, folders, what git leaves out, files read without blocking."""
