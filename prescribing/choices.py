"""What is chosen from lists for a prescription. Nothing of it is ever typed: a list can name nobody."""

from enum import StrEnum


class Reason(StrEnum):
    """Why somebody is handed a sheet, in the words that are said in a consultation."""

    LONELINESS = "loneliness"
    EMPTY_DAYS = "empty_days"
    DRUG_FREE_COMPANY = "drug_free_company"
    AFTER_DISCHARGE = "after_discharge"
    WAITING_FOR_TREATMENT = "waiting_for_treatment"
    RELATIVE = "relative"
    BEREAVED = "bereaved"
    AFTER_A_SLIP = "after_a_slip"


class Heading(StrEnum):
    """What stands at the top of a sheet. None of them says why somebody has it."""

    SOMETHING_TO_GO_TO = "something_to_go_to"
    SUGGESTIONS = "suggestions"
    THE_WEEKS_AHEAD = "the_weeks_ahead"
    WHILE_YOU_WAIT = "while_you_wait"
    THE_FIRST_TWO_WEEKS = "the_first_two_weeks"


class AddedLine(StrEnum):
    """What a prescriber may add to an offer on the sheet."""

    RING_AND_SAY = "ring_and_say"
    ASK_FOR_COMPANY = "ask_for_company"
    JUST_TURN_UP = "just_turn_up"
    JUST_LISTEN = "just_listen"
    RING_TOGETHER = "ring_together"
    GO_ONCE = "go_once"


class Slot(StrEnum):
    """The three places of a sheet (rusfag R79): something to do, people who know, somebody to go with."""

    ACTIVITY = "activity"
    PEERS = "peers"
    COMPANY = "company"


class PracticeKind(StrEnum):
    """What kind of place prescribes."""

    GP = "gp"
    WELFARE_OFFICE = "welfare_office"
    TREATMENT = "treatment"
    SCHOOL_HEALTH = "school_health"
    OUTREACH = "outreach"
    HEALTHY_LIFE_CENTRE = "healthy_life_centre"
    MUNICIPAL_SERVICE = "municipal_service"
    OTHER = "other"


class PrescriberState(StrEnum):
    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"


class Question(StrEnum):
    """What the page of a code asks, each once."""

    CONTACT = "contact"
    WENT = "went"
    AGAIN = "again"


class Counted(StrEnum):
    """What is counted of the sheets that have a code."""

    MADE = "made"
    OPENED = "opened"
    CONTACT_YES = "contact_yes"
    CONTACT_NO = "contact_no"
    WENT_YES = "went_yes"
    WENT_NO = "went_no"
    AGAIN_YES = "again_yes"
    AGAIN_NO = "again_no"
