"""Terms of texts, for methods that count words: which words are terms, and where they stand."""

from suyuan.methods.vocabulary.choice import TermChoice
from suyuan.methods.vocabulary.paragraphs import Paragraph, Sentence, paragraphs_of
from suyuan.methods.vocabulary.terms import Term, terms_of

__all__ = ["Paragraph", "Sentence", "Term", "TermChoice", "paragraphs_of", "terms_of"]
