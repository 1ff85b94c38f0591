"""Reader of PDF: characters (chars) to lines (rows), columns, furniture, tables, footnotes (notes), paragraphs, document."""
