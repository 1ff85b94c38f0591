"""Recognition of printed text in page pictures (OCR), with the optional packages of requirements-ocr.txt."""
