"""Agenda items of whole documents: the headings a body prints, and what its chair announces of the header's list."""

from __future__ import annotations

import pytest

import minutes_model as mm

HEAD = "令和４年度第２回 鵜ノ川町水道審議会会議録\n\n日時　令和４年11月９日（水） 午後１時30分～午後３時\n場所　役場２階会議室\n"


def items(body: str, listed: str = "") -> list[tuple[int | None, str, str | None]]:
    return [(item.number, item.title, item.section) for item in mm.parse(f"{HEAD}{listed}\n{body}").meeting.agenda]


def test_words_that_bear_numbers_may_be_spelt_out() -> None:
    body = (
        "１　開　会\n○会長　始めます。\n２　諮 問 事 項\n諮 問 第 １ 号　水道料金の改定\n○会長　説明を求めます。\n○課長　10％上げます。\n"
        "諮 問 第 ２ 号　加入金の見直し\n○会長　説明を求めます。\n○課長　半額にします。\n３　閉　会\n○会長　終わります。\n"
    )
    assert items(body) == [
        (1, "開会", None), (1, "水道料金の改定", "諮問事項"), (2, "加入金の見直し", "諮問事項"), (3, "閉会", None),
    ]  # fmt: skip


def test_what_a_list_of_the_page_numbers_again_is_below_the_section() -> None:
    body = (
        "1．課長挨拶\n　課長から挨拶があった。\n2．諮問・答申\n  1. (1) 料金の改定について\n     課長から説明があり、原案のとおり了承した。\n"
        "  2. (2) 加入金の見直しについて\n     課長から説明があり、原案のとおり了承した。\n3．その他\n　課長から、次の会議の予定について説明があった。\n"
    )
    assert items(body) == [
        (1, "課長挨拶", None), (1, "料金の改定について", "諮問・答申"), (2, "加入金の見直しについて", "諮問・答申"), (3, "その他", None),
    ]  # fmt: skip


def test_an_item_is_announced_by_the_end_of_its_title() -> None:
    listed = "議題\n（１）料金の改定について\n（２）役場窓口でのタブレット端末の使用について\n"
    body = (
        "○会長　料金の改定についてを議題とします。\n○課長　10％上げます。\n○西委員　なぜですか。\n○課長　管が古いためです。\n"
        "○会長　再開します。次に、タブレット端末の使用についてでありますが、課長から伺います。\n○課長　２台を置きます。\n"
    )
    assert items(body, listed) == [
        (1, "料金の改定について", None), (2, "役場窓口でのタブレット端末の使用について", None),
    ]  # fmt: skip


def test_a_deputy_who_takes_the_chair_announces() -> None:
    listed = "議題\n（１）料金の改定について\n（２）加入金の見直しについて\n"
    body = (
        "○会長　料金の改定についてを議題とします。\n○課長　10％上げます。\n○西委員　なぜですか。\n○課長　管が古いためです。\n○会長　休憩します。\n"
        "○副会長　再開します。会長に代わり、私が議事を進めます。加入金の見直しについてを議題とします。\n○課長　半額にします。\n○会長　戻りました。\n"
    )
    assert items(body, listed) == [(1, "料金の改定について", None), (2, "加入金の見直しについて", None)]


def test_a_heading_without_number_begins_and_ends_as_the_list_has_it() -> None:
    listed = "議事\n　第１号議案　料金の改定について\n　審査請求事件の口頭審理について\n議事の経過\n"
    body = (
        "第１号議案　料金の改定\n○会長　説明を求めます。\n○課長　10％上げます。\n○会長　承認されました。\n\n"
        "審査請求に係る口頭審理\n\n○会長　口頭審理を始めます。\n○請求人　取消しを求めます。\n"
    )
    assert items(body, listed) == [(1, "料金の改定", None), (None, "審査請求に係る口頭審理", None)]


def test_what_is_done_stands_in_brackets_and_is_no_item() -> None:
    body = (
        "１　進め方\n○会長　採点をお願いします。\n○西委員　相談してよいですか。\n○課長　御遠慮ください。\n"
        "２　採点の結果\n＜各委員　採点表を記入＞\n○課長　集計の結果を報告します。\n○会長　そのとおり決定しました。\n"
    )
    assert items(body) == [(1, "進め方", None), (2, "採点の結果", None)]


def test_lines_as_far_in_as_cries_of_assent_are_no_items() -> None:
    body = (
        "○会長　始めます。異議ありませんか。\n　　　〔「異議なし」と呼ぶ者あり〕\n○会長　局長から紹介します。\n○局長　課長の北です。\n　　　〔理事者あいさつ〕\n"
        "○会長　説明を求めます。\n○課長　10％上げます。\n　　　〔賛成者挙手〕\n○会長　可決されました。\n"
    )
    assert [title for _, title, _ in items(body)] == [""]


def test_numbers_within_speech_and_of_letters_are_no_items() -> None:
    body = (
        "○会長　始めます。\n○課長　諸報告を朗読いたします。\n４総総第１３７５号\n一、地震に備えること。\n二、漏水を減らすこと。\n"
        "○会長　以上で終わります。\n"
    )
    assert [title for _, title, _ in items(body)] == [""]


def test_of_what_a_meeting_dealt_with_each_line_is_told() -> None:
    listed = "本日の会議に付した事件\n　理事の互選\n　陳情の審査\n　（１）四第一号　水道料金に関する陳情\n　（２）四第二号　漏水に関する陳情\n"
    body = (
        "○会長　始めます。初めに、理事の互選を行います。\n○西委員　指名推選を望みます。\n○会長　次に、四第一号、水道料金に関する陳情を議題といたします。\n"
        "○課長　10％上げました。\n○会長　次に、四第二号、漏水に関する陳情を議題といたします。\n○課長　調べました。\n"
    )
    assert items(body, listed) == [
        (None, "理事の互選", None), (1, "四第一号水道料金に関する陳情", "陳情の審査"), (2, "四第二号漏水に関する陳情", "陳情の審査"),
    ]  # fmt: skip


def test_an_overview_of_the_items_opens_none_of_the_later_ones() -> None:
    text = (
        "緑市総合審議会　会議録\n日時　令和５年４月１日（土）\n議題\n（１）令和４年度決算について\n（２）令和５年度予算について\n（３）委員会室でのタブレット端末の使用について\n\n"
        "○会長　では、本日は、決算と予算の審議、そしてタブレット端末の使用について、御議論いただきます。御意見はありますか。\n○山田委員　決算は赤字ですか。\n○財政課長　黒字でございます。\n"
    )
    assert [item.title for item in mm.parse(text).meeting.agenda] != ["委員会室でのタブレット端末の使用について"]


def test_labels_behind_bullets_keep_their_values_beside_those_of_the_next_meeting() -> None:
    text = "緑市総合審議会　会議録\n\n・日時　令和５年４月１日（土）\n・場所　市役所第一会議室\n・議題　計画について\n\n次回の開催\n日時　令和５年５月８日\n場所　公民館\n"
    meeting = mm.parse(text).meeting
    assert str(meeting.date) == "2023-04-01"
    assert meeting.venue == "市役所第一会議室"


def test_two_items_are_not_joined_where_the_second_begins_like_a_count() -> None:
    text = "緑市総合審議会　会議録\n議題\n１ 令和５年度緑市国民健康保険特別会計\n２ 人権施策推進計画\n３ その他\n\n２ 人権施策推進計画\n○山田委員　賛成です。\n"
    assert "人権施策推進計画" in [item.title for item in mm.parse(text).meeting.agenda]


def test_what_counts_from_the_opening_is_the_proceedings_and_no_label() -> None:
    body = "(1) 開会\n(2) 会長あいさつ\n(3) 報告事項\n（１）計画について\n○西会長　始めます。\n○財政課長　御説明いたします。５年の計画です。\n○山田委員　長いのではありませんか。\n(4) 閉会\n"
    assert [title for _, title, _ in items(body, "出席者　西会長、山田委員、財政課長\n")][:2] == ["開会", "会長あいさつ"]


def test_a_title_stands_below_the_label_of_its_item() -> None:
    body = "議事の概要\n\n案件１\n契約件名\n底質調査業務\n契約金額\n48,620,000円\n質問　公告の期間は何日か。\n回答　10日である。\n案件２\n契約件名　測量業務\n質問　期間は。\n回答　７日である。\n"
    assert [(number, title) for number, title, _ in items(body)][:2] == [(1, "底質調査業務"), (2, "測量業務")]


def test_what_is_said_below_a_label_is_no_title() -> None:
    body = "議題１\n事務局から、資料１に基づき説明があった。\n山田委員から、期間は長いのではないかとの質問があった。\n"
    assert all("説明" not in title for _, title, _ in items(body))


def test_neither_the_heads_of_columns_nor_who_speaks_are_a_title() -> None:
    table = "議事の概要\n\n案件１\n意見・質問\n回答\n公告の期間は何日か。\n10日である。\n期間を延ばせないか。\n検討する。\n"
    turns = "議題１\n佐々木委員\nそれでは、計画はいつまでですか。\n丘野課長\n来年までです。\n佐々木委員\n分かりました。\n丘野課長\nありがとうございます。\n"
    assert not {title for body in (table, turns) for _, title, _ in items(body)} & {"意見・質問", "佐々木委員"}


@pytest.mark.parametrize(
    "below",
    ["原案のとおり承認", "異議なし", "資料２－１", "山田委員より質問あり", "会長　山田太郎", "契約金額\n48,620,000円", "一般競争入札\n測量業務委託"],
)
def test_what_tells_something_below_a_label_is_no_title(below: str) -> None:
    assert [title for _, title, _ in items(f"議事の概要\n\n議題１\n{below}\n議題２\n{below}\n")] == ["", ""]


def test_the_label_of_a_title_may_stand_below_others_of_a_form() -> None:
    body = "議事の概要\n\n案件１\n契約方式　一般競争入札\n契約件名　測量業務\n質問　期間は。\n回答　10日。\n"
    assert [title for _, title, _ in items(body)] == ["測量業務"]


def test_what_a_turn_settles_before_it_announces_is_of_the_item_before() -> None:
    listed = "議題\n（１）料金の改定について\n（２）加入金の見直しについて\n"
    body = (
        "○会長　料金の改定についてを議題とします。\n○課長　10％上げます。\n○西委員　なぜですか。\n○課長　管が古いためです。\n"
        "○会長　異議なしと認め、原案のとおり決定いたしました。次に、加入金の見直しについてを議題とします。\n○課長　半額にします。\n"
    )
    first, second = mm.parse(f"{HEAD}{listed}\n{body}").meeting.agenda
    assert [one.text for one in first.decisions] == ["異議なしと認め、原案のとおり決定いたしました。"]
    assert not second.decisions
    assert second.speeches[0].text.startswith("異議なしと認め")


def test_of_two_items_that_one_turn_announces_the_first_has_it() -> None:
    listed = "議題\n（１）料金の改定について\n（２）加入金の見直しについて\n"
    body = (
        "○会長　初めに、料金の改定について申し上げます。本件は取り下げられました。次に、加入金の見直しについてを議題とします。\n"
        "○課長　半額にします。\n○西委員　なぜですか。\n○課長　利用が減ったためです。\n"
    )
    assert [(item.title, len(item.speeches)) for item in mm.parse(f"{HEAD}{listed}\n{body}").meeting.agenda] == [("料金の改定について", 1), ("加入金の見直しについて", 3)]


def test_sections_are_told_by_numbers_that_begin_anew() -> None:
    body = "議　事\n1. 料金の改定について\n　原案のとおり承認された。\n2. 加入金の見直しについて\n　原案のとおり承認された。\n\n報　告\n1. 工事の進捗について\n　事務局から報告があった。\n"
    assert items(body) == [(1, "料金の改定について", "議事"), (2, "加入金の見直しについて", "議事"), (1, "工事の進捗について", "報告")]


def test_sections_without_numbers_are_told_by_those_of_the_list() -> None:
    listed = "次第\n　・町長あいさつ\n　・先に寄せられた意見\n　　　1　検針の日について\n　　　2　水のにおいについて\n　・これからの水道\n　　　1　料金の改定について\n"
    body = (
        "町長あいさつ\n\n　町長からあいさつがあった。\n\n先に寄せられた意見\n\n1 検針の日について\n\n　課長から、月末である旨の説明があった。\n\n2 水のにおいについて\n\n　課長から、炭を替えた旨の説明があった。\n\n"
        "これからの水道\n\n1 料金の改定について\n\n　課長から、来年度に改める旨の説明があった。\n"
    )
    assert items(body, listed) == [
        (None, "町長あいさつ", None), (1, "検針の日について", "先に寄せられた意見"), (2, "水のにおいについて", "先に寄せられた意見"), (1, "料金の改定について", "これからの水道"),
    ]  # fmt: skip


def test_sections_that_count_on_with_the_labels_of_the_header() -> None:
    text = "第４回みどり市水道審議会　議事要旨\n\n1. 日時　令和６年２月８日（木）午後２時\n2. 場所　市役所\n3. 出席者　西委員、谷課長\n\n4. 議題\n(1) 工事の進捗について\n(2) 料金の改定について\n\n5. 報告事項\n\n(1) 工事の進捗について\n　谷課長から、工事の概要について説明があった。\n\n6. 審議事項\n\n(1) 料金の改定について\n　原案のとおり承認された。\n\n(2) 加入金の見直しについて\n　原案のとおり承認された。\n\n7. その他\n\n　谷課長から、次回は５月に開く旨の連絡があった。\n"
    found = [(item.number, item.title, item.section) for item in mm.parse(text).meeting.agenda]
    assert found == [(1, "工事の進捗について", "報告事項"), (1, "料金の改定について", "審議事項"), (2, "加入金の見直しについて", "審議事項"), (7, "その他", None)]


def test_a_greeting_apart_beside_the_opening_is_an_item() -> None:
    body = "開会\n\n・谷課長\n　ただいまから開会します。まず、次長から御挨拶を申し上げます。\n\n次長挨拶\n\n・国分次長\n　お集まりいただきありがとうございます。\n\n（１）料金の改定について\n\n・西委員長\n　説明をお願いします。\n\n・谷課長\n　３件です。\n"
    assert [title for _, title, _ in items(body)] == ["開会", "次長挨拶", "料金の改定について"]


def test_a_list_of_cases_is_no_case_of_a_number() -> None:
    text = "第４回みどり市入札監視委員会　審議概要\n\n日時　令和６年２月８日（木）午後２時\n場所　市役所\n出席者　西委員長\n配付資料\n抽出案件一覧、案件別説明書\n\n委員の意見・質問\n市の回答\n【審議案件１】配水管の更新\n応札が１者にとどまったのはなぜか。\n工期が短かったためである。\n"
    assert [(item.title, item.section) for item in mm.parse(text).meeting.agenda] == [("配水管の更新", None)]


def test_who_signs_may_be_told_in_a_sentence_of_the_record() -> None:
    body = "日程第１　会議録署名委員の指名\n　会議録署名委員を西委員とすることに決定した。\n日程第２　料金の改定について\n　課長から、10％上げる旨の説明があった。\n"
    assert items(body) == [(1, "会議録署名委員の指名", None), (2, "料金の改定について", None)]


def test_letters_that_part_an_item_are_no_items() -> None:
    body = "（１）料金の改定について\n　事務局から説明があった。\n　ア　審議\n　（委員Ａ）　なぜか。\n　（事務局）　管が古いためである。\n　（委員Ｂ）　特にない。\n　イ　結論\n　　原案のとおり承認された。\n"
    found = mm.parse(f"{HEAD}\n{body}").meeting.agenda
    assert [(item.title, len(item.decisions)) for item in found] == [("料金の改定について", 1)]


def test_items_of_the_list_are_items_whatever_their_words() -> None:
    listed = "次第\n１　開会\n２　議題\n（１）意見交換\n（２）まとめ\n３　閉会\n議事\n"
    body = "１　開会\n会長が開会を宣言した。\n２　議題\n（１）意見交換\n西委員から、目標は何かとの質問があった。\n（２）まとめ\n会長から、次回までに整理する旨の発言があった。\n３　閉会\n"
    assert [(title, section) for _, title, section in items(body, listed)][1:3] == [("意見交換", "議題"), ("まとめ", "議題")]


def test_two_items_named_together_are_not_parted_before_either_is_settled() -> None:
    listed = "議題\n（１）料金の改定について\n（２）加入金の見直しについて\n"
    body = (
        "○会長　料金の改定についてを議題とします。その後、加入金の見直しについてを議題とします。課長から説明をお願いします。\n"
        "○課長　料金を10％上げます。\n○西委員　なぜですか。\n○課長　管が古いためです。\n"
    )
    assert [len(item.speeches) for item in mm.parse(f"{HEAD}{listed}\n{body}").meeting.agenda] == [4]


def test_a_case_is_named_below_its_number() -> None:
    body = "審議の内容\n【審議案件１】\n審議案件名　：調査船の検査\n契約金額　　：1,000円\n質問：なぜ１者か。\n回答：部品がないためである。\n【審議案件２】\n審議案件名　：藻場の図の作成\n契約金額　　：2,000円\n質問：率が低い理由は何か。\n回答：自社の船を使うためである。\n"
    assert items(body) == [(1, "調査船の検査", None), (2, "藻場の図の作成", None)]


def test_a_title_that_begins_with_an_amount_behind_its_number() -> None:
    body = "1.料金の改定について\n水道課長から、改定の説明があった。\n2.3団体から出された減免の申請について\n審査の結果、いずれも適当と認めた。\n3.広報について\n了承した。\n"
    assert items(body) == [(1, "料金の改定について", None), (2, "3団体から出された減免の申請について", None), (3, "広報について", None)]


def test_an_amount_with_a_fraction_is_no_item() -> None:
    body = "（１）職員の数について\n平均で\n2.3名から\n3.5名に増えたとの説明があった。\n"
    assert items(body) == [(1, "職員の数について", None)]


def test_a_numbered_sentence_without_its_verb_has_no_title() -> None:
    body = "１　総務課長から、選任の手続について説明\n２　事務局から、名簿を紹介\n"
    assert items(body) == [(1, "", None), (2, "", None)]
    assert [(one.kind, one.speaker.label) for one in mm.parse(f"{HEAD}\n{body}").meeting.speeches] == [("explanation", "総務課長"), ("explanation", "事務局")]


def test_whence_a_matter_comes_is_of_its_title() -> None:
    body = "１　昨年度より、工事に遅れが生じた橋について報告\n課長から説明があった。\n２　春より、料金を改めた施設について報告\n課長から説明があった。\n"
    assert [number for number, title, _ in items(body) if title] == [1, 2]


def test_items_by_kana_below_a_section_with_a_sentence_that_leads_on() -> None:
    body = "（１）契約の状況について\n課長から説明があった。\n（２）抽出案件の審議\n委員からの主な質問は、次のとおり（括弧内は町の回答）。\nア　字幕の制作\n納期が短いのではないか。（発注を早める。）\nイ　教材の印刷\n理由は何か。（一者に任せるためである。）\n"
    assert items(body) == [(1, "契約の状況について", None), (None, "字幕の制作", "抽出案件の審議"), (None, "教材の印刷", "抽出案件の審議")]


def test_matters_that_an_item_is_about() -> None:
    body = "１　環境対策に関すること\n(1)　測定の結果\n課長から説明があった。\n(2)　工事の状況\n課長から説明があった。\n２　運用に関すること\n(1)　夜間の実績\n課長から説明があった。\n"
    assert items(body) == [(1, "測定の結果", "環境対策に関すること"), (2, "工事の状況", "環境対策に関すること"), (1, "夜間の実績", "運用に関すること")]


def test_parts_of_the_day_before_the_first_of_their_items() -> None:
    listed = "■議題\n　［午前の部］　１ 料金の改定について\n　［午後の部］　２ 加入金の見直しについて\n"
    body = "－－－－－－－－－－\n\n＜午前の部＞\n\n議題１　料金の改定について\n\n森委員長：始めます。\n谷課長：10％上げます。\n\n＜午後の部＞\n\n議題２　加入金の見直しについて\n\n森委員長：続けます。\n"
    assert items(body, listed) == [(1, "料金の改定について", "午前の部"), (2, "加入金の見直しについて", "午後の部")]


def test_what_tells_how_many_follow_is_none_of_an_item() -> None:
    body = "議事２：研究計画の審査\n以下の２件の申請について審査した。\n\n（１）水源に関する聞き取り（新規）\n申請者より説明を受けた後、森委員より、謝礼は出るのかとの質問があった。\n\n（２）漏水の記録に関する調査（変更）\n谷委員より、期間は足りるのかとの質問があった。\n\n議事３：その他\n森委員より、次回の資料は早めに送られたいとの意見があった。\n"
    assert items(body)[:2] == [(1, "水源に関する聞き取り（新規）", "研究計画の審査"), (2, "漏水の記録に関する調査（変更）", "研究計画の審査")]
