"""Drafts of schema.org ``ClaimReview``, without a rating: people rate.

Each figure of an error or warning becomes a draft with its claim. Claims that cannot hold together point at each other
with ``cito:disagreesWith`` (Citation Typing Ontology), others that a finding names together with ``rdfs:seeAlso``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.model import Outcome, Severity
from claimcheck.writers._order import ordered
from claimcheck.writers._places import Library
from claimcheck.writers._urn import urn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.model import AnyClaim, Document, Finding, Report, Source
    from claimcheck.writers import Options

SUFFIX = ".jsonld"
MEDIA_TYPE = "application/ld+json"

CONTEXT = [
    "https://schema.org",
    {"cito": "http://purl.org/spar/cito/", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"},
]


def write(report: Report, documents: Sequence[Document], options: Options) -> str:  # noqa: ARG001 - the same for every writer
    """A graph of drafts, one for each figure that is in an error or a warning."""
    library = Library(report.sources, documents)
    loud = [finding for finding in ordered(report) if finding.severity is not Severity.NOTE]
    claims = {claim.id: claim for finding in loud for claim in finding.claims}
    graph = [_review(claim, loud, library) for claim in claims.values()]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, indent=2, ensure_ascii=False) + "\n"


def _review(claim: AnyClaim, findings: Sequence[Finding], library: Library) -> dict[str, Any]:
    about = [finding for finding in findings if claim.id in {c.id for c in finding.claims}]
    return {
        "@type": "ClaimReview",
        "@id": urn("review", claim.id, claim.text),
        "creativeWorkStatus": "Draft",
        "claimReviewed": claim.quote.sentence or claim.text,
        "reviewBody": "\n".join(dict.fromkeys(finding.message for finding in about)),
        "itemReviewed": {
            "@type": "Claim",
            "@id": _id(claim),
            "text": claim.text,
            "appearance": _work(library.source(claim.source)),
            **dict(_relations(claim, about)),
        },
    }


def _id(claim: AnyClaim) -> str:
    return urn("claim", claim.id, claim.text)


def _relations(claim: AnyClaim, findings: Sequence[Finding]) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for relation, outcomes in (
        ("cito:disagreesWith", {Outcome.CONTRADICTION}),
        ("rdfs:seeAlso", {Outcome.TENSION, Outcome.EXPLAINED}),
    ):
        others = (_id(c) for f in findings if f.outcome in outcomes for c in f.claims if c.id != claim.id)
        if ids := sorted(set(others)):
            yield relation, [{"@id": other} for other in ids]


def _work(source: Source) -> dict[str, Any]:
    known = {
        "url": source.url,
        "identifier": source.id,
        "headline": source.title,
        "datePublished": source.published and source.published.isoformat(),
        "inLanguage": source.language,
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
        "author": source.author and {"@type": "Person", "name": source.author},
    }
    return {"@type": "Article", **{key: value for key, value in known.items() if value}}
