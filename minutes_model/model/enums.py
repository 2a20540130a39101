"""The closed vocabularies of the model; every member is also its lower-case string.

Each hashes as that string: members of an `enum.Enum` hash by their name, in Python, which makes them slow keys
and no keys of their strings.
"""

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
]


class RecordKind(StrEnum):
    """What sort of record the document is.

    SUMMARY: 議事概要, 議事要旨; TRANSCRIPT: 議事録, 会議録; OUTLINE: decisions or opinion lists only.
    """

    __hash__ = str.__hash__

    SUMMARY = "summary"
    TRANSCRIPT = "transcript"
    OUTLINE = "outline"


class Role(StrEnum):
    """The part a person has in the meeting.

    OFFICIAL is one of another organization or of the executive side (国土交通省の課長, 市の部長).
    """

    __hash__ = str.__hash__

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    SECRETARIAT = "secretariat"
    OFFICIAL = "official"
    GUEST = "guest"
    PUBLIC = "public"
    UNKNOWN = "unknown"


class Presence(StrEnum):
    """How an attendee took part: 出席, オンライン, 欠席, 途中参加・途中退席."""

    __hash__ = str.__hash__

    PRESENT = "present"
    REMOTE = "remote"
    ABSENT = "absent"
    PARTIAL = "partial"


class SpeakerKind(StrEnum):
    """What a speaker's label names.

    PERSON 小川委員; OFFICE 官房長 (no name); GROUP 事務局, 各委員; MASKED Ａ委員.
    ANONYMOUS 委員, also a word that only tells a question from its answer (問, 答弁, Ｑ), and "" for an opinion
    that nobody is named for.
    """

    __hash__ = str.__hash__

    PERSON = "person"
    OFFICE = "office"
    GROUP = "group"
    ANONYMOUS = "anonymous"
    MASKED = "masked"


class SpeechMode(StrEnum):
    """How the document gives the speech.

    QUOTED 「…」旨; INDIRECT …旨 without quotation marks; VERBATIM a transcript's turn;
    TOPIC neither quoted nor paraphrased: only what it was about.
    """

    __hash__ = str.__hash__

    QUOTED = "quoted"
    INDIRECT = "indirect"
    VERBATIM = "verbatim"
    TOPIC = "topic"


class Act(StrEnum):
    """What the reporting verb, and nothing else, says the speech did."""

    __hash__ = str.__hash__

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


class ReplyLink(StrEnum):
    """What in the text told that a response answers a remark.

    CONNECTIVE これに対し; SAME_SENTENCE …発言があり、…から…; QUESTION_PHRASE との問いに対し;
    MARK Q/A, （局側）; ROLE_ORDER a member's turn, then an official's; NONE nothing.
    """

    __hash__ = str.__hash__

    CONNECTIVE = "connective"
    SAME_SENTENCE = "same_sentence"
    QUESTION_PHRASE = "question_phrase"
    MARK = "mark"
    ROLE_ORDER = "role_order"
    NONE = "none"


class Outcome(StrEnum):
    """What was decided.

    ADOPTED 決定・承認・可決・議決; AMENDED 一部修正の上; NOTED 了承 alone; CONTINUED 継続審議;
    REJECTED 否決・棄却; APPOINTED 互選・選任; WITHHELD 非公表; OTHER anything else.
    """

    __hash__ = str.__hash__

    ADOPTED = "adopted"
    AMENDED = "amended"
    NOTED = "noted"
    CONTINUED = "continued"
    REJECTED = "rejected"
    APPOINTED = "appointed"
    WITHHELD = "withheld"
    OTHER = "other"


class Change(StrEnum):
    """People coming (入室, 会議に出席した) or leaving (退席, 退室) in the course of the meeting."""

    __hash__ = str.__hash__

    JOINED = "joined"
    LEFT = "left"
