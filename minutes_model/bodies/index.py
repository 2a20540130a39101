"""By which names the built-in profiles are recognised: all that is known of them before one is read.

The same names stand in the files under ``data/``; a test holds the two together. The order is that in
which they are tried.
"""

from __future__ import annotations

__all__ = ["BODIES"]

BODIES: dict[str, tuple[str, ...]] = {
    "ppc": ("個人情報保護委員会",),
    "npsc": ("国家公安委員会",),
    "prefectural_safety": (
        "公安委員会",
        "/(?:東京都|京都府|大阪府|北海道(?:[一-龥]{2,3}方面)?|[一-龥]{2,4}[県府])公安委員会/",
    ),
    "assembly": ("/[^第回年]{1,10}[市区町村]議会(?:[^審協]*委員会)?/",),
    "council": (
        "/(?![^、]{1,5}[都道府県市区町村](?!計画|場|街))[^、]*(?:審議会|調査会|検討会|研究会|懇談会|有識者会議)(?:[^、]*(?:部会|分科会|小委員会))?/",
    ),
}
