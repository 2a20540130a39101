"""What of a web page is its text, and what its furniture: navigation, breadcrumbs, footers.

Pages say so by elements, roles and names of classes; old ones only by what their links say. A part
that holds half of the page is never furniture, whatever its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from minutes_model.patterns import regex
from minutes_model.source.limits import Deadline

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["Page", "without_links"]

_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar"])
_MARGINS = frozenset(["header", "footer", "aside"])
_LINKED = frozenset(["ul", "ol", "dl", "div", "p", "table", "center", "td", "section", "form", "menu"])
_CHROME = regex(
    r"(?:^|-)(?:[a-z]?navi?|(?:global|local|sub|side|foot|head)?(?:navi?|navigation|menu)"
    r"|(?:bread-?)?crumbs?(?:-?list)?|topic-?path|pankuzu|footer|foot|side-?bar|skip|skip-?link|page-?top"
    r"|to-?top|sns|share|cookie|language|search|pager|pagination)(?:$|-)"
)
_HEADER = regex(r"(?:^|-)header(?:$|-)")
_MAIN = regex(
    r"(?:tmp-|page-|article-)?(?:main-?contents?|contents?-?main|main|contents?|honbun|article|body-?text)"
    r"(?:-?(?:area|body|inner))?$"
)
_SERVICE = regex(
    r"(?:(?:本文へ(?:スキップ|移動)?(?:する)?|(?:この)?ページの?(?:先頭|トップ|上部?)[へに]?(?:戻る)?"
    r"|(?:先頭|トップ(?:ページ)?|一覧|目次|前の?ページ|次の?ページ|ホーム|メニュー)(?:[へに](?:戻る)?)?"
    r"|戻る|前頁|次頁|前へ|次へ|印刷(?:する)?|閉じる)[\s|｜/\[\]【】▲△▼↑←→・<>＜＞«»]*)+$"
)
_HOME = regex(r"(?:.{0,12}ホーム|.{0,12}トップ(?:ページ)?|HOME|Home|TOP|Top)$")
_CRUMBS = regex(
    r"\s*(?:現在(?:の位置|地)[：:]?\s*)?(?:.{0,12}ホーム|.{0,12}トップ(?:ページ)?|HOME|Home|TOP|Top)\s*[>＞›»→]"
)
_DOCUMENT = regex(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|txt|jtd)(?:$|[?#])", re.IGNORECASE)
_CAMEL = regex(r"(?<=[a-z])(?=[A-Z])|_")
_UNSHOWN = regex(r"display\s*:\s*none", re.IGNORECASE)
_HEAD = 10  # lines of a page before which its text has begun
_FEW = 120  # descendants; what has more is no line of links


class Page:
    """The parts of a page: which one holds its text, and which are furniture."""

    def __init__(self, root: Element, deadline: Deadline) -> None:
        self._half = _size(root) / 2
        self._root = root
        self._deadline = deadline

    def main(self) -> Element:
        """The part that holds the text: a main element, or one called so; else the whole page.

        It is the smallest that holds half of the words, and a top heading if the page has one.
        """
        titled = next((title for title in self._root.iter("h1") if self._printed(title)), None) is not None
        called = islice(filter(self._is_main, self._root.iter()), 50)
        large = [(size, part) for part in called if (size := _size(part)) >= self._half]
        held = (part for _, part in sorted(large, key=lambda pair: pair[0]) if not titled or _has_title(part))
        return next(held, self._root)

    def is_furniture(self, element: Element) -> bool:
        """Whether an element, with all that is in it, is no part of the text."""
        if _is_hidden(element):
            return True
        if _is_chrome(element):
            return _size(element) < self._half
        return element.tag in _LINKED and _is_links(element)

    def _is_main(self, part: Element) -> bool:
        self._deadline.check()
        if part.tag in ("main", "article") or part.get("role") == "main":
            return True
        return part.tag in ("div", "section", "td") and any(map(_MAIN.match, _names(part)))

    def _printed(self, title: Element) -> bool:
        above = (part for part in (title, *title.iterancestors()) if part is not self._root)
        return _size(title) > 0 and not any(self.is_furniture(part) for part in above)


def without_links(lines: Sequence[str]) -> list[str]:
    """The lines without breadcrumbs at the head, and ways elsewhere at the foot, that no block held."""
    head = [line for line in lines[:_HEAD] if not _CRUMBS.match(line)]
    kept = [*head, *lines[_HEAD:]]
    while kept and _SERVICE.match(kept[-1].strip()):
        kept.pop()
    return kept


def _size(element: Element) -> int:
    """How many characters of text an element holds."""
    return sum(len(text.strip()) for text in element.itertext())


def _names(element: Element) -> list[str]:
    """The names that a page's author gave an element, in lower case with hyphens."""
    names = f"{element.get('id', '')} {element.get('class', '')}".split()
    return [_CAMEL.sub("-", name).lower() for name in names]


def _has_title(part: Element) -> bool:
    return any(_size(title) for title in part.iter("h1"))


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or _UNSHOWN.search(element.get("style", "")) is not None


def _is_chrome(element: Element) -> bool:
    if element.tag == "nav" or element.get("role") in _ROLES:
        return True
    names = _names(element)
    if any(map(_CHROME.search, names)):
        return element.tag not in ("body", "html")
    # The header of an article is its title, that of a page its banner.
    margin = element.tag in _MARGINS or any(map(_HEADER.search, names))
    return margin and next(element.iterancestors("main", "article"), None) is None


def _is_links(element: Element) -> bool:
    """Whether a block only leads elsewhere: breadcrumbs, menus, a way back to the top."""
    inner = [*islice(element.iter(), _FEW + 1)]
    links = [part for part in inner if part.tag == "a" and part.get("href")]
    if not links or len(inner) > _FEW or any(_DOCUMENT.search(link.get("href", "")) for link in links):
        return False
    words = "".join(element.itertext()).strip()
    first = "".join(links[0].itertext()).strip()
    if _SERVICE.match(words) or (_HOME.match(first) and words.startswith(first) and len(words) < 300):
        return True
    jumps = all(link.get("href", "").startswith("#") for link in links)
    return len(links) >= (3 if jumps else 5) and sum(map(_size, links)) >= 0.85 * _size(element)
