"""The words of the offer file that are chosen from a list. A missing choice is None: nobody has told us."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    VOLUNTARY = "voluntary"
    PUBLIC = "public"
    USER_RUN = "user_run"
    RELIGIOUS = "religious"
    PRIVATE = "private"


class OfferKind(StrEnum):
    ACTIVITY = "activity"
    SELF_HELP_GROUP = "self_help_group"
    MENTOR_SCHEME = "mentor_scheme"
    MEETING_PLACE = "meeting_place"
    COURSE = "course"
    FOLLOW_UP_GROUP = "follow_up_group"
    OUTREACH = "outreach"
    SIGNPOST = "signpost"


class Audience(StrEnum):
    SELF = "self"
    RELATIVES = "relatives"
    BEREAVED = "bereaved"


class Topic(StrEnum):
    DRUGS = "drugs"
    ALCOHOL = "alcohol"
    MENTAL_HEALTH = "mental_health"
    LONELINESS = "loneliness"
    GAMBLING = "gambling"


class SobrietyRule(StrEnum):
    """What is asked of those who come. Five values that are never mixed."""

    DRUG_FREE = "drug_free"
    SOBER_THERE = "sober_there"
    WISH_TO_STOP = "wish_to_stop"
    NONE = "none"
    ACTIVE_USE = "active_use"


class Gender(StrEnum):
    ANY = "any"
    WOMEN = "women"
    MEN = "men"


class Participants(StrEnum):
    LIVED_EXPERIENCE = "lived_experience"
    MIXED = "mixed"
    OPEN_TO_ALL = "open_to_all"


class LedBy(StrEnum):
    PEERS = "peers"
    PROFESSIONALS = "professionals"
    VOLUNTEERS = "volunteers"


class Approach(StrEnum):
    TWELVE_STEP = "twelve_step"
    FAITH_BASED = "faith_based"
    HARM_REDUCTION = "harm_reduction"
    NEUTRAL = "neutral"


class Format(StrEnum):
    ONE_TO_ONE = "one_to_one"
    SMALL_GROUP = "small_group"
    GROUP = "group"
    OPEN_HOUSE = "open_house"


class Intensity(StrEnum):
    CALM = "calm"
    MODERATE = "moderate"
    HARD = "hard"


class Capacity(StrEnum):
    OPEN = "open"
    FEW_PLACES = "few_places"
    WAITING_LIST = "waiting_list"
    FULL = "full"


class Attendance(StrEnum):
    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    PHONE = "phone"


class Precision(StrEnum):
    EXACT = "exact"
    POSTCODE = "postcode"
    MUNICIPALITY = "municipality"


class Holidays(StrEnum):
    AS_USUAL = "as_usual"
    CLOSED = "closed"
    ASK = "ask"


class Status(StrEnum):
    PUBLISHED = "published"
    PAUSED = "paused"
    ENDED = "ended"


class ConfirmedBy(StrEnum):
    ORGANISATION = "organisation"
    MODERATOR = "moderator"
    FEED = "feed"
    DOCUMENT = "document"


ACCESS = (
    "drop_in",
    "referral_needed",
    "sign_up",
    "anonymous_ok",
    "beginners_welcome",
    "equipment_lent",
    "companion_first_time",
    "listening_ok",
    "come_alone_ok",
    "step_free",
    "alcohol_free_venue",
    "welcome_after_slip",
    "medication_ok",
    "talk_about_drugs_expected",
)
