"""For all tests: no deadline for one example of hypothesis, since how long one takes says something of the machine only."""

from hypothesis import settings

settings.register_profile("suyuan", deadline=None)
settings.load_profile("suyuan")
