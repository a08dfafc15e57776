"""Who may do what: one function, asked by pages, exports, mail, search and counts."""
