"""What is chosen from a list for the sheet, as it reads on paper. None of it says why somebody has it."""

from prescribing.choices import AddedLine, Heading
from web.languages import gettext as _


def heading_in_words(heading: Heading) -> str:
    return {
        Heading.SOMETHING_TO_GO_TO: _("Noe å gå til"),
        Heading.SUGGESTIONS: _("Forslag til deg"),
        Heading.THE_WEEKS_AHEAD: _("Ukene framover"),
        Heading.WHILE_YOU_WAIT: _("Mens du venter"),
        Heading.THE_FIRST_TWO_WEEKS: _("De første to ukene"),
    }[heading]


def line_in_words(line: AddedLine) -> str:
    return {
        AddedLine.RING_AND_SAY: _(
            "Ring og si at du fikk tips om dem. Si gjerne hvem som tipset deg."
        ),
        AddedLine.ASK_FOR_COMPANY: _("Spør på forhånd hvem du kan møte ved døra."),
        AddedLine.JUST_TURN_UP: _("Du kan bare møte opp. Du trenger ikke ringe først."),
        AddedLine.JUST_LISTEN: _("Du kan bare lytte. Du trenger ikke si noe."),
        AddedLine.RING_TOGETHER: _("Den som ga deg arket, kan ringe sammen med deg. Bare si fra."),
        AddedLine.GO_ONCE: _("Prøv én gang. Du trenger ikke bestemme mer enn det."),
    }[line]
