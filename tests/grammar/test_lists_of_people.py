"""Lists of those present as tables: how many ways a header has to say who came, as what, and who did not."""

from __future__ import annotations

import pytest

import minutes_model as mm

HEADER = "第３回鹿沢市水道審議会　議事録\n\n日時　令和５年９月12日（火）午後２時\n場所　市役所\n{people}\n議題　料金について\n\n議事録\n\n【会長】　始めます。\n【事務局】　資料を御覧ください。\n【会長】　終わります。\n"


def people(listed: str) -> list[str]:
    """Each person of a list as one word: name, title, and a minus before those who were away."""
    found = mm.parse(HEADER.format(people=listed)).meeting.attendees
    return [f"{'-' if one.presence == 'absent' else ''}{one.name or ''}/{one.title or ''}" for one in found if one.listed]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("出席者　学　長　　　　　理　事\n　　　　有馬　克典　　　栗栖　洋子\n\n　　　　文学部長　　　　附属病院長\n　　　　土岐　　剛　　　檜垣　真一郎", "有馬克典/学長 栗栖洋子/理事 土岐剛/文学部長 檜垣真一郎/附属病院長"),
        ("役員の出欠\n議席　　役　職　　　氏　　名　　　出欠\n１番　　理事長　　　釜井　善蔵　　出席\n２番　　理　事　　　早乙女　豊　　欠席", "釜井善蔵/理事長 -早乙女豊/理事"),
        ("出席者　国分隆一委員、三田村　悟委員", "国分隆一/委員 三田村悟/委員"),
        ("出席者　　監　査　委　員　　高森　省吾（識見・代表）　能見　崇（識見）　水越　泰子（議選）", "高森省吾/監査委員 能見崇/監査委員 水越泰子/監査委員"),
        ("出席者　委員（小田・金本・河田・須田各委員）", "小田/委員 金本/委員 河田/委員 須田/委員"),
        ("出席者　委員長　志摩 佳苗　　委員　榎戸 徹、小池 千夏", "志摩佳苗/委員長 榎戸徹/委員 小池千夏/委員"),
        ("出席委員　会長　森茂樹、副会長　谷薫、委員　高瀬真一、高瀬由美及び上野誠", "森茂樹/会長 谷薫/副会長 高瀬真一/委員 高瀬由美/委員 上野誠/委員"),
        ("出席者の氏名｜（会長）春日井 順子　（副会長）轡田 康夫\n欠席者の氏名｜（委員）新居 大地\n傍聴者｜なし", "春日井順子/会長 轡田康夫/副会長 -新居大地/委員"),
        ("出席委員　森会長、谷委員\n欠席委員　佐野委員\n関 係 課　二階堂都市計画課長、伏木主幹", "森/会長 谷/委員 -佐野/委員 二階堂/都市計画課長 伏木/主幹"),
        ("出席委員数　　２名\n　会　長　　森　茂樹\n　委　員　　谷　薫\n欠席委員数　　１名\n　委　員　　佐野　泉", "森茂樹/会長 谷薫/委員 -佐野泉/委員"),
        ("出席者　（議長）鬼頭会長、目黒委員\n　　　　（事務局）箕浦課長", "鬼頭/会長 目黒/委員 箕浦/課長"),
        ("出席者\n　鹿沢市\n　　千葉部長、箱崎課長\n　委員\n　　森会長、谷委員", "千葉/部長 箱崎/課長 森/会長 谷/委員"),
        ("出席者　構成員　内匠俊介（弁護士）、鯉渕元（潮見市総務局長）", "内匠俊介/構成員 鯉渕元/構成員"),
        ("出席委員　公益代表　　伏見洋委員\n　　　　　学識経験　　鵜沢剛委員\n欠席委員　公募市民　　千石弘委員", "伏見洋/委員 鵜沢剛/委員 -千石弘/委員"),
        ("出席者\n　環境省　安治川課長\n　同　　　蔵前課長補佐", "安治川/課長 蔵前/課長補佐"),
        ("委員の出欠\n　会　長　　森　　茂樹　　出席\n　委　員　　谷　　　薫　　出席（午後２時50分退席）\n　委　員　　佐野　　泉　　欠席", "森茂樹/会長 谷薫/委員 -佐野泉/委員"),
        ("出席委員　公益委員　　　梁瀬会長、生稲委員\n　　　　　労働者委員　　岡野谷委員、真下委員", "梁瀬/会長 生稲/委員 岡野谷/委員 真下/委員"),
        ("出席した委員\n　教育長\n　　来　栖　　治\n　委員\n　　玉　利　美　佐\n　　安次嶺　　健", "来栖治/教育長 玉利美佐/委員 安次嶺健/委員"),
        ("出席者\n　志摩見市　横溝　剛　高齢者福祉課長、岬町　谷地　幸恵　健康福祉課長", "横溝剛/高齢者福祉課長 谷地幸恵/健康福祉課長"),
        ("出席委員\n　羽衣町　　　　副町長　　　楠瀬　忠　（会長）\n　土佐野大学　　准教授　　柚原　晴香（副会長）", "楠瀬忠/副町長 柚原晴香/准教授"),
        ("出席者\n　出席　49名　　委任状　25名　　計　74名（成立）\n　会　計　赤嶺　ゆかり", "赤嶺ゆかり/会計"),
    ],
)
def test_who_is_listed(listed: str, expected: str) -> None:
    assert people(listed) == expected.split()


def test_a_line_of_titles_without_names_is_read() -> None:
    assert people("【出席】部　部長　野部長")


def test_an_office_of_the_row_above_is_meant_by_ditto() -> None:
    listed = "出席者\n　環境省　安治川課長\n　同　　　蔵前課長補佐"
    assert [one.organization for one in mm.parse(HEADER.format(people=listed)).meeting.attendees if one.listed] == ["環境省", "環境省"]
