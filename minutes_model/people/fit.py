"""How well a designation fits an attendee: by name, title and organization.

The weights say how often a label of that form means that attendee: an exact title .95, the head of a
listed title (後藤課長 for 後藤海技課長) .77, a deputy's form .4, another title .1; another
organization halves them.
"""

from __future__ import annotations

from functools import lru_cache

from minutes_model.model import Attendee, Role
from minutes_model.patterns import regex
from minutes_model.people.designation import Designation
from minutes_model.people.roles import MEMBERS
from minutes_model.people.variants import fold_variants
from minutes_model.text import fold, squeeze

__all__ = ["acts_for", "ends_title", "fit", "key", "organization_fits", "same_title"]

_MEMBER_TITLES = frozenset({"委員", "議員", "構成員", "評議員"})
_CHAIRS = frozenset({"委員長", "会長", "座長", "部会長", "分科会長", "議長", "理事長", "教育長"})
_HALF_KANA = regex("[ｦ-ﾟ]")
_DEPUTY = regex(r"(?:職務)?(?:代理|代行)者?")


@lru_cache(maxsize=8192)
def key(words: str) -> str:
    """The form words are compared in: one width, one form of each kanji, no white space.

    >>> key("髙村　委員（Ａ）"), key("ﾌﾞﾗｳﾝ委員")
    ('高村委員(A)', 'ブラウン委員')
    """
    words = squeeze(words)
    return fold_variants(fold(_full_kana(words) if _HALF_KANA.search(words) else words))


def _full_kana(words: str) -> str:
    """Half-width kana, rare in names, in the width they are listed in: ﾌﾞﾗｳﾝ is ブラウン."""
    from jaconv import h2z

    return str(h2z(words))


def fit(split: Designation, person: Attendee) -> tuple[float, str]:
    """How well a designation with a name fits an attendee of that name, and by which rule.

    >>> goto = Attendee(label="後藤海技課長", name="後藤", title="海技課長")
    >>> fit(Designation(text="後藤課長", name="後藤", title="課長"), goto)
    (0.77, 'name_title_end')
    """
    score, rule = _title_fit(key(split.title or ""), key(person.title or ""), person.role)
    if _same_full_name(split, person):
        score, rule = 1.0, "full_name"
    return (score if organization_fits(split, person) else score * 0.5), rule


def _same_full_name(split: Designation, person: Attendee) -> bool:
    if not split.name or not person.name or key(split.name) != key(person.name):
        return False
    return _given(split.family, split.name) or _given(person.family, person.name)


def _given(family: str | None, name: str) -> bool:
    """Whether a name is known to hold a given name behind the surname."""
    return family is not None and len(squeeze(family)) < len(squeeze(name))


def _title_fit(wanted: str, held: str, role: Role) -> tuple[float, str]:
    if not wanted or not held:
        return 0.9, "name"
    if wanted == held:
        return 0.95, "name_title"
    if held.endswith(wanted) and not _deputises(held, wanted):
        return 0.77, "name_title_end"
    if wanted.endswith(held) and not _deputises(wanted, held):
        return 0.7, "name_title_end"
    if wanted in _MEMBER_TITLES and role in MEMBERS:
        return 0.6, "name_member"
    if wanted in _CHAIRS and role is Role.CHAIR:
        return 0.6, "name_chair"
    return (0.4, "name_deputy") if wanted in held or held in wanted else (0.1, "name")


def _deputises(longer: str, shorter: str) -> bool:
    return longer.removesuffix(shorter).endswith("副")


def organization_fits(split: Designation, person: Attendee) -> bool:
    """Whether one organization holds the other, or one of them is not told."""
    if not split.organization or not person.organization:
        return True
    wanted, held = key(split.organization), key(person.organization)
    return wanted in held or held in wanted


def same_title(held: str, wanted: str) -> bool:
    """Whether a listed title is the one wanted, both in the form of `key`."""
    return held == wanted


def ends_title(held: str, wanted: str) -> bool:
    """Whether a listed title ends in the one wanted, both in the form of `key`: 海技課長 in 課長; 副会長 is no 会長."""
    return len(wanted) > 1 and held.endswith(wanted) and not _deputises(held, wanted)


def acts_for(held: str, wanted: str) -> bool:
    """Whether the bearer of a title acts for that chair, both in the form of `key`: 委員長代理 for 委員長.

    >>> acts_for("会長職務代理者", "会長"), acts_for("副会長", "会長")
    (True, False)
    """
    return wanted in _CHAIRS and held.startswith(wanted) and _DEPUTY.fullmatch(held, len(wanted)) is not None
