"""Designations are split by the lattice as the labelled sets and the named cases say."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from minutes_model.people import Designation, split_designation

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "samples" / "people" / "designations.json"

# (label, organization, name, title): the gaps that were once open, and the shapes labels take.
CASES = [
    ("橋本都", None, "橋本都", None),
    ("大阪府田中課長", "大阪府", "田中", "課長"),
    ("社会保障審議会田中会長", "社会保障審議会", "田中", "会長"),
    ("中央教育審議会渡邉会長", "中央教育審議会", "渡邉", "会長"),
    ("合同会社みらい企画大島代表社員", "合同会社みらい企画", "大島", "代表社員"),
    ("EU大使", "EU", None, "大使"),
    ("OECD田中次長", "OECD", "田中", "次長"),
    ("ＮＴＴ澤田社長", "ＮＴＴ", "澤田", "社長"),
    ("JR東海金子社長", "JR東海", "金子", "社長"),
    ("KDDI高橋社長", "KDDI", "高橋", "社長"),
    ("渡辺東京大学教授", "東京大学", "渡辺", "教授"),
    ("森田食の安全推進課長", None, "森田", "食の安全推進課長"),
    ("谷いのち支える課長", None, "谷", "いのち支える課長"),
    ("内閣官房長官", None, None, "内閣官房長官"),
    ("菅内閣官房長官", None, "菅", "内閣官房長官"),
    ("浜浜松市都市整備部長", "浜松市", "浜", "都市整備部長"),
    ("浜浜松市長", None, "浜", "浜松市長"),
    ("都都市計画課長", None, "都", "都市計画課長"),
    ("大山口課長", None, "大山口", "課長"),
    ("国立環境研究所石村", "国立環境研究所", "石村", None),
    ("石村国立環境研究所主任研究員", "国立環境研究所", "石村", "主任研究員"),
    ("国土交通省海事局後藤海技課長", "国土交通省海事局", "後藤", "海技課長"),
    ("国土交通省海事局長", "国土交通省", None, "海事局長"),
    ("東北運輸局長", None, None, "東北運輸局長"),
    ("坂東東北運輸局長", None, "坂東", "東北運輸局長"),
    ("小川委員長代理", None, "小川", "委員長代理"),
    ("事務局", "事務局", None, None),
    ("事務局（田中）", "事務局", "田中", None),
    ("国土交通省（鶴田課長補佐）", "国土交通省", "鶴田", "課長補佐"),
    ("委員Ａ", None, "Ａ", "委員"),
    ("○○委員", None, "○○", "委員"),
    ("髙﨑委員", None, "髙﨑", "委員"),
    ("神\ufa19委員", None, "神\ufa19", "委員"),
    ("議長 芦田 慎三 内閣総理大臣", None, "芦田慎三", "議長"),
    ("2番 山田議員", None, "山田", "議員"),
    ("司会：田中", None, "田中", "司会"),
    ("田中委員：", None, "田中", "委員"),
    ("委 員 長", None, None, "委員長"),
    ("部 会 長 佐藤", None, "佐藤", "部会長"),
    ("理事 学長", None, None, "理事学長"),
    ("住民記録庁乙部審議官", "住民記録庁", "乙部", "審議官"),
    ("日本東部取引所椿執行役", "日本東部取引所", "椿", "執行役"),
    ("葉室環境調整室長", None, "葉室", "環境調整室長"),
    ("藤巻学構成員", None, "藤巻学", "構成員"),
    ("東都大学の浦島氏", "東都大学", "浦島", None),
    ("所有者の浦島氏", None, "浦島", "所有者"),
    ("参考人の山田教授", None, "山田", "教授"),
    ("株式会社みどりの森の田中所長", "株式会社みどりの森", "田中", "所長"),
    ("水道事業団の田中所長", "水道事業団", "田中", "所長"),
    ("渡部部会長", None, "渡部", "部会長"),
    ("廣津留高齢福祉課長", None, "廣津留", "高齢福祉課長"),
    ("東都大学 教授 山田太郎", "東都大学", "山田太郎", "教授"),
]


def parts(split: Designation) -> tuple[str | None, str | None, str | None]:
    return split.organization, split.name, split.title


@pytest.mark.parametrize(("label", "organization", "name", "title"), CASES, ids=[case[0] for case in CASES])
def test_case(label: str, organization: str | None, name: str | None, title: str | None) -> None:
    assert parts(split_designation(label)) == (organization, name, title)


def score(path: Path) -> tuple[float, float]:
    """The share that is right, and the share that is right among the sure ones."""
    items = json.loads(path.read_text(encoding="utf-8"))
    found = [(split_designation(item["text"]), item) for item in items]
    right = [
        all((getattr(s, k) or "") == "".join((i[k] or "").split()) for k in ("organization", "name", "title"))
        for s, i in found
    ]
    sure = [ok for ok, (split, _) in zip(right, found, strict=True) if split.confidence >= 0.9]
    return sum(right) / len(right), sum(sure) / len(sure)


@pytest.mark.parametrize(
    ("name", "least"),
    [("designations_own", 0.99), ("designations_fresh", 0.96), ("designations_third", 0.96)],
)
def test_labelled_sets(name: str, least: float) -> None:
    right, sure = score(HERE / f"{name}.json")
    assert right >= least
    assert sure >= 0.99


@pytest.mark.skipif(not SHARED.exists(), reason="the shared sample is not here")
def test_shared_sample() -> None:
    right, sure = score(SHARED)
    assert right >= 0.99
    assert sure >= 0.99


def test_honorific_and_note_are_fields_of_their_own() -> None:
    split = split_designation("末次氏（トラック協会）")
    assert (split.name, split.title, split.honorific, split.note) == ("末次", None, "氏", "トラック協会")
    assert split_designation("君島委員").name == "君島"
    assert split_designation("君島君").honorific == "君"


def test_family_and_given_where_they_can_be_told() -> None:
    split = split_designation("国立大学法人○○大学山田太郎教授")
    assert (split.organization, split.family, split.given) == ("国立大学法人○○大学", "山田", "太郎")
    namesake = split_designation("吉川（洋）委員")
    assert (namesake.name, namesake.family, namesake.given) == ("吉川（洋）", "吉川", None)
    assert split_designation("スミス教授").family is None


def test_printed_form_is_kept() -> None:
    label = "国土交通省\n後　藤 海技課長（ＷＥＢ参加）"
    split = split_designation(label)
    assert split.text == label
    assert (split.organization, split.name, split.note) == ("国土交通省", "後藤", "ＷＥＢ参加")


def test_a_roster_decides_what_words_leave_open() -> None:
    assert split_designation("堀江東支店長").confidence < 0.6
    assert split_designation("堀江東支店長", roster=["堀江委員"]).family == "堀江"
    listed = SimpleNamespace(name="堀", title="江東支店長", organization=None)
    assert split_designation("堀江東支店長", roster=[listed]).name == "堀"
    assert split_designation("政所政策課長", roster=["政所政策課長"]).title == "政所政策課長"
    assert split_designation("政所政策課長", roster=["政所委員"]).name == "政所"


def test_a_listed_full_name_gives_its_surname() -> None:
    listed = SimpleNamespace(name="椿 太郎", title="委員", organization="椿工業")
    assert split_designation("椿委員", roster=[listed]).confidence > 0.9
    assert split_designation("椿工業椿委員", roster=[listed]).organization == "椿工業"


def test_alternatives_are_the_next_best() -> None:
    split = split_designation("政所政策課長")
    assert len(split.alternatives) == 2
    assert split.alternatives[0].name == "政所"
    assert split.confidence > split.alternatives[0].confidence > split.alternatives[1].confidence
    assert {other.text for other in split.alternatives} == {"政所政策課長"}


@given(
    st.text(
        alphabet=st.sampled_from("山田太郎国土交通省海事局長課委員会（）() 　：・○Ａ1君氏事務局のア\n髙"),
        max_size=30,
    )
)
@example("")
@example("（")
@example("（）")
@example("氏")
@example("事務局：")
@example("委員" * 60)
@example("1 会のア1員")
@example("委員 " * 60)
@example("委員 " * 900)
@example("（" * 90 + "）" * 90)
@example("委員（" * 40 + "）" * 40)
def test_any_string_gives_a_designation(text: str) -> None:
    split = split_designation(text)
    assert split.text == text
    assert 0 <= split.confidence <= 1
    squeezed = "".join(text.split())
    for part in (split.organization, split.name, split.title, split.honorific):
        assert part is None or (part and part in squeezed)


@given(st.text(max_size=80))
def test_any_characters(text: str) -> None:
    assert split_designation(text).text == text


@pytest.mark.parametrize("word", ["ほか", "なし", "他", "以上", "第１回"])
def test_what_is_no_name_is_not_sure(word: str) -> None:
    assert split_designation(word).confidence < 0.9


@pytest.mark.parametrize("text", ["", " ", "\u3000\n", "：", "。"])
def test_the_empty_one(text: str) -> None:
    assert split_designation(text) == Designation(text=text, confidence=0.0)


def test_what_is_no_string() -> None:
    with pytest.raises(TypeError, match="int"):
        split_designation(3)  # type: ignore[arg-type]
