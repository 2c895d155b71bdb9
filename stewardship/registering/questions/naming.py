"""The first question: what it is called, and who stands behind it."""

from typing import Any, ClassVar, Final

from wtforms.validators import ValidationError

from directory.choices import OrganisationKind
from directory.entries import Entry
from directory.organisation_numbers import OrganisationNumberError, number_typed
from stewardship.registering.answers import Answers
from stewardship.registering.entity_register import Entity
from stewardship.registering.questions.fields import (
    LONGEST_LINE,
    Needed,
    OneOf,
    choices,
    in_one_alphabet,
    line,
    one_line,
    unless_the_same,
)
from stewardship.registering.questions.question import Question
from stewardship.visitors.fields import WEB_ADDRESS
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

ORGANISATION: Final = "organisation"
GROUP: Final = "group"
OF_THE_ORGANISATION: Final = ("behind", "organisation", "orgnr", "fellowship")
MOST_ALIASES: Final = 10


class Naming(Question):
    slug: ClassVar[str] = "navn"

    name = line(
        _l("Hva heter det?"),
        Needed(_l("Skriv hva det heter.")),
        in_one_alphabet,
        hint=_l("Navnet på gruppa eller tilbudet, slik folk sier det."),
    )
    aliases = line(
        _l("Har det andre navn?"),
        in_one_alphabet,
        hint=_l("Kan stå tomt. Skriv komma mellom navnene."),
        most=10 * LONGEST_LINE,
    )
    behind = OneOf(
        _l("Hvem står bak?"),
        choices=choices(
            {
                ORGANISATION: _l("En organisasjon eller kommune"),
                GROUP: _l("En selvorganisert gruppe, for eksempel AA eller NA"),
            }
        ),
        is_needed=True,
    )
    organisation = line(_l("Navnet på organisasjonen"), in_one_alphabet)
    orgnr = line(
        _l("Organisasjonsnummer"),
        hint=_l("Ni tall. Kan stå tomt, men da tar det litt lengre tid før det er ute."),
    )
    fellowship = line(
        _l("Hører gruppa til et fellesskap?"),
        in_one_alphabet,
        hint=_l("For eksempel AA eller Al-Anon. Kan stå tomt."),
    )

    def __init__(self, answers: Answers, *args: Any, **kwargs: Any) -> None:
        super().__init__(answers, *args, **kwargs)
        if answers.is_change:
            for name in OF_THE_ORGANISATION:
                del self[name]

    def filled(self) -> dict[str, Any]:
        entry, organisation = self.answers.entry, self.answers.organisation
        behind = self.answers.typed.get("behind")
        name = self.answers.typed.get("organisation_name", "")
        return {
            "name": entry.get("name", ""),
            "aliases": ", ".join(entry.get("aliases", ())),
            "behind": behind,
            "organisation": name if behind == ORGANISATION else "",
            "orgnr": organisation.get("orgnr") or self.answers.typed.get("orgnr", ""),
            "fellowship": name if behind == GROUP else "",
        }

    def validate_name(self, field: Any) -> None:
        """A name is mailed to an address that nobody has proved to be theirs: it advertises nothing."""
        if not self.answers.is_change and WEB_ADDRESS.search(field.data or ""):
            raise ValidationError(_("Skriv bare navnet. Nettadressen spør vi om senere."))

    def validate_aliases(self, field: Any) -> None:
        names = _names(field.data)
        if field.data == one_line(", ".join(self.answers.entry.get("aliases", ()))):
            return
        if len(names) > MOST_ALIASES:
            raise ValidationError(_("Skriv høyst ti navn."))
        if any(len(name) > LONGEST_LINE for name in names):
            raise ValidationError(_("Ett av navnene er for langt. Skriv komma mellom navnene."))

    def validate_orgnr(self, field: Any) -> None:
        if self.behind.data != ORGANISATION or not field.data:
            return
        try:
            number = number_typed(field.data)
        except OrganisationNumberError as error:
            raise ValidationError(str(error)) from error
        found = self.known.registered(number)
        if found is not None and found.is_closed:
            message = _("%(name)s er lagt ned, sier Enhetsregisteret. Sjekk nummeret.")
            raise ValidationError(message % {"name": found.name})

    def validate_organisation(self, field: Any) -> None:
        if self.behind.data == ORGANISATION and not field.data and self._entity() is None:
            raise ValidationError(_("Skriv navnet på organisasjonen."))

    def changed(self) -> Answers:
        entry = self.answers.entry
        kept = entry.get("aliases", [])
        is_untouched = self.aliases.data == one_line(", ".join(kept))
        answers = self.answers.with_entry(
            name=unless_the_same(self.name.data, entry.get("name", ""), one_line),
            aliases=kept if is_untouched else _names(self.aliases.data),
        )
        if answers.is_change:
            return answers
        name, number = self._organisation_name(), self._number()
        return answers.with_typed(
            behind=self.behind.data, organisation_name=name, orgnr=number
        ).with_organisation(self._organisation(name, number))

    def _organisation(self, name: str, number: str | None) -> Entry:
        """Return the organisation that is there already, else a new one.

        A group never joins what is there: whoever writes for one group of a fellowship would hold
        all the others, too, and their hidden addresses.
        """
        if self.behind.data == GROUP:
            return {"name": name or self.name.data, "kind": OrganisationKind.USER_RUN.value}
        for typed in filter(None, (number, name)):
            there = self.known.organisation(typed)
            if there is not None:
                return {"id": there}
        entity = self._entity()
        made = {"name": name, "orgnr": number, "url": entity.homepage if entity else None}
        return {key: value for key, value in made.items() if value}

    def _organisation_name(self) -> str:
        if self.behind.data == GROUP:
            return str(self.fellowship.data)
        entity = self._entity()
        return str(self.organisation.data or (entity.name if entity else ""))

    def _entity(self) -> Entity | None:
        number = self._number()
        return self.known.registered(number) if number else None

    def _number(self) -> str | None:
        if self.behind.data != ORGANISATION or not self.orgnr.data:
            return None
        try:
            return number_typed(self.orgnr.data)
        except OrganisationNumberError:
            return None


def _names(typed: str) -> list[str]:
    """Return the names between the commas, each once."""
    return list(dict.fromkeys(name for part in typed.split(",") if (name := part.strip())))
