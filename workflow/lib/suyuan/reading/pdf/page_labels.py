"""Page labels that a PDF declares (/PageLabels): i, ii, 57 … as viewers show them beside the page count."""

from __future__ import annotations

import pypdfium2 as pdfium


def declared_labels(document: pdfium.PdfDocument) -> dict[int, str]:
    """Labels by page number (from 1); empty where the file declares none, or only counts its pages from 1."""
    labels = {}
    for index in range(len(document)):
        text = " ".join(document.get_page_label(index).split())
        if text:
            labels[index + 1] = text
    counted = all(label == str(number) for number, label in labels.items())
    return {} if counted else labels
