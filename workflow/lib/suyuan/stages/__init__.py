"""The stages of the line: each module turns files into files and is called by one rule and one thin script."""
