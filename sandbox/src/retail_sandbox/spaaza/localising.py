"""Texts in the languages that a caller asks for, where a campaign has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from .access import Realm
from .campaign_tables import Campaign


def localised(realm: Realm, campaign: Campaign, field: str) -> str | None:
    """A text of a campaign in the first wanted language that it has; None where it has none, or none is wanted."""
    for wanted, weight in realm.call.request.accept_languages:
        text = in_language(campaign, field, wanted) if weight else None
        if text is not None:
            return text
    return None


def in_language(campaign: Campaign, field: str, wanted: str | None) -> str | None:
    """A text of a campaign in a language (`nl`, `nl-BE`); None where it has none, or no language is wanted."""
    texts: Mapping[str, Mapping[str, str]] = campaign.localisations.get(field, {})
    language = texts.get(wanted.split("-")[0].lower()) if wanted else None
    if not wanted or not language:
        return None
    variants = {name.lower(): text for name, text in language.items()}
    return variants.get(wanted.lower(), variants.get("default"))


def localised_fields(realm: Realm, campaign: Campaign, **names: str) -> dict[str, Any]:
    """The localised texts of a campaign, by the names that an answer gives them; what it has not is left out.

    >>> localised_fields(realm, campaign, campaign_title_localised="title")
    """
    found = {name: localised(realm, campaign, field) for name, field in names.items()}
    return {name: text for name, text in found.items() if text is not None}


def all_localisations(campaign: Campaign) -> str | None:
    """All localised texts of a campaign as the service shows them: JSON in a text. None where there are none."""
    return json.dumps(campaign.localisations, ensure_ascii=False) if campaign.localisations else None
