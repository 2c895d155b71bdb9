"""A made-up country of offers, validated like any offer file."""

from datetime import date
from random import Random

from directory.offer_file import OfferRecord, OrganisationRecord
from directory.offer_files import Batch
from directory.references import References
from directory.vocabulary import Vocabulary
from places.gazetteer import gazetteer
from seeds.example.kinds import USUAL
from seeds.example.names import Organisations
from seeds.example.offers import draw_offer
from seeds.example.plan import draw_plans
from seeds.example.where import Country


def example_batch(
    offers: int, seed: int, vocabulary: Vocabulary, references: References, today: date
) -> Batch:
    """Make up ``offers`` offers, spread over Norway as people live, and the organisations they need.

    The same arguments give the same batch in every process. With 2,000 offers or more every
    municipality has one. ``today`` is the day the newest confirmation may bear. Raises pydantic's
    ValidationError where ``references`` do not hold what the vocabulary and the gazetteer do.
    """
    dice = Random(seed)
    country = Country(gazetteer())
    plans = list(draw_plans(dice, offers, vocabulary))
    local = [n for n, plan in enumerate(plans) if plan.far is None]
    places = country.draw_places(dice, offers, local)
    organisations = Organisations()
    batch = Batch()
    for plan, place in zip(plans, places, strict=True):
        kind = USUAL[plan.kind].organisation.draw(dice)
        organisation = organisations.for_offer(dice, place, kind)
        entry = draw_offer(dice, plan, place, organisation, country, today)
        offer = OfferRecord.model_validate(entry, context=references)
        batch.offers[offer.id] = offer
    for entry in organisations.entries:
        made = OrganisationRecord.model_validate(entry, context=references)
        batch.organisations[made.id] = made
    return batch
