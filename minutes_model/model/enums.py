"""The closed vocabularies of the model; every member is also its lower-case string."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "Act",
    "Change",
    "Outcome",
    "Presence",
    "RecordKind",
    "ReplyLink",
    "Role",
    "SpeakerKind",
    "SpeechMode",
    "Vocabulary",
]


class Vocabulary(StrEnum):
    """A word of a closed vocabulary: equal to its string, and found where its string is.

    Members of an `enum.Enum` hash by their name, in Python: as keys they are slow, and no keys of their strings.
    """

    __hash__ = str.__hash__


class RecordKind(Vocabulary):
    """What sort of record the document is.

    SUMMARY: 議事概要, 議事要旨; TRANSCRIPT: 議事録, 会議録; OUTLINE: decisions or opinion lists only.
    """

    SUMMARY = "summary"
    TRANSCRIPT = "transcript"
    OUTLINE = "outline"


class Role(Vocabulary):
    """The part a person has in the meeting.

    OFFICIAL is one of another organization or of the executive side (国土交通省の課長, 市の部長).
    """

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    SECRETARIAT = "secretariat"
    OFFICIAL = "official"
    GUEST = "guest"
    PUBLIC = "public"
    UNKNOWN = "unknown"


class Presence(Vocabulary):
    """How an attendee took part: 出席, オンライン, 欠席, 途中参加・途中退席."""

    PRESENT = "present"
    REMOTE = "remote"
    ABSENT = "absent"
    PARTIAL = "partial"


class SpeakerKind(Vocabulary):
    """What a speaker's label names.

    PERSON 小川委員; OFFICE 官房長 (no name); GROUP 事務局, 各委員; ANONYMOUS 委員; MASKED Ａ委員.
    """

    PERSON = "person"
    OFFICE = "office"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    MASKED = "masked"


class SpeechMode(Vocabulary):
    """How the document gives the speech.

    QUOTED 「…」旨; INDIRECT …旨 without quotation marks; VERBATIM a transcript's turn;
    TOPIC neither quoted nor paraphrased: only what it was about.
    """

    QUOTED = "quoted"
    INDIRECT = "indirect"
    VERBATIM = "verbatim"
    TOPIC = "topic"


class Act(Vocabulary):
    """What the reporting verb, and nothing else, says the speech did."""

    QUESTION = "question"
    OPINION = "opinion"
    REQUEST = "request"
    POINT = "point"
    PROPOSAL = "proposal"
    GREETING = "greeting"
    REPORT = "report"
    EXPLANATION = "explanation"
    ANSWER = "answer"
    UNSPECIFIED = "unspecified"


class ReplyLink(Vocabulary):
    """What in the text told that a response answers a remark.

    CONNECTIVE これに対し; SAME_SENTENCE …発言があり、…から…; QUESTION_PHRASE との問いに対し;
    MARK Q/A, （局側）; ROLE_ORDER a member's turn, then an official's; NONE nothing.
    """

    CONNECTIVE = "connective"
    SAME_SENTENCE = "same_sentence"
    QUESTION_PHRASE = "question_phrase"
    MARK = "mark"
    ROLE_ORDER = "role_order"
    NONE = "none"


class Outcome(Vocabulary):
    """What was decided.

    ADOPTED 決定・承認・可決・議決; AMENDED 一部修正の上; NOTED 了承 alone; CONTINUED 継続審議;
    REJECTED 否決・棄却; APPOINTED 互選・選任; WITHHELD 非公表; OTHER anything else.
    """

    ADOPTED = "adopted"
    AMENDED = "amended"
    NOTED = "noted"
    CONTINUED = "continued"
    REJECTED = "rejected"
    APPOINTED = "appointed"
    WITHHELD = "withheld"
    OTHER = "other"


class Change(Vocabulary):
    """People coming (入室, 会議に出席した) or leaving (退席, 退室) in the course of the meeting."""

    JOINED = "joined"
    LEFT = "left"
