"""The commands as pages to read: for `man`, and in Markdown for the manual. All of it comes from the tables of the commands."""
