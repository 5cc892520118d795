"""Addresses for things that have none of their own."""

from uuid import NAMESPACE_URL, uuid5


def urn(*parts: object) -> str:
    """An address made of what it names, so that the same thing keeps it (UUID version 5, RFC 9562).

    >>> urn("claim", "a.md", 12)
    'urn:uuid:b995934c-a4e1-5528-b5a2-42035724d3a5'
    """
    return uuid5(NAMESPACE_URL, "\n".join(map(str, parts))).urn
