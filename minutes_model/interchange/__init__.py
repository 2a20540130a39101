"""What every other program can read: JSON, tables, Markdown, HTML, Akoma Ntoso, and formats of one's own."""
