"""The version of this package: named here, so that who asks for it imports nothing else."""

__version__ = "0.1.0"
