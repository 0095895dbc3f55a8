"""Files of real desks, each with the value that is right: whether it comes out."""
