"""Opinion lists, questions and answers, results: one small invented text for each habit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import minutes_model as mm
from minutes_model.grammar.draft import Decided, Entry, Said, Told
from minutes_model.grammar.legend import find_legend
from minutes_model.grammar.opinions import read_opinions
from minutes_model.grammar.results import read_result
from minutes_model.layout import Flow, lay_out
from minutes_model.model.enums import Act, Outcome, ReplyLink, SpeechMode


def _told(flow: Flow, blocks: range) -> list[Entry]:
    return [Told(flow.blocks[i].start, flow.blocks[i].end, True, "sentence") for i in blocks]


def _read(text: str) -> tuple[Flow, list[Entry]]:
    flow = lay_out(text)
    blocks = range(len(flow.blocks))
    legend = find_legend(flow, blocks)
    return flow, read_opinions(flow, blocks, legend, sentence=lambda run: _told(flow, run))


def _speeches(text: str) -> list[str]:
    """Each speech as kind, label, number of what it answers, text."""
    flow, entries = _read(text)
    said = [entry for entry in entries if isinstance(entry, Said)]
    return [_line(flow, said, speech) for speech in said]


def _line(flow: Flow, said: list[Said], speech: Said) -> str:
    label = flow.text[slice(*speech.who)] if speech.who else speech.label
    answers = ",".join(str(said.index(remark)) for remark in speech.replies)
    assert speech.text is not None
    words = flow.text[slice(*speech.text)].replace("\n", "／")
    return f"{speech.kind[:3]} {label} [{answers}] {words}"


CASES = {
    "notes in brackets that answer nothing": (
        "主な質疑応答は次のとおり（委員からの質問に続く括弧内が市の回答）。\n・値上げは避けられないのか。（資料３参照。）また、いつからか。（４月からである。）\n・船が減っている。（昨年は３隻だった。）港の活気を戻したい。",
        ["rem 委員 [] 値上げは避けられないのか。（資料３参照。）また、いつからか。", "res 市 [0] ４月からである。", "rem 委員 [] 船が減っている。（昨年は３隻だった。）港の活気を戻したい。"],
    ),
    "names in brackets set at the right, some on the next line": (
        "課長が資料により説明した。\n・望む人が４割いるというが、移ることまで考えて答えているのだろうか。　　　　　　　　　　　　〔谷委員〕\n　→目安を示した上で尋ねている。\n　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　〔国分課長〕\n・届け出を変えたことを知らない人もいるのではないか。　　　　　　　　　　　　　〔水谷委員〕",
        ["rem 谷委員 [] 望む人が４割いるというが、移ることまで考えて答えているのだろうか。", "res 国分課長 [0] 目安を示した上で尋ねている。", "rem 水谷委員 [] 届け出を変えたことを知らない人もいるのではないか。"],
    ),
    "answers in brackets, and what is asked behind them": (
        "主な質疑応答は次のとおり（委員からの質問に続く括弧内が機構の回答）。\n　ア．少額の契約は含まれるのか。（少額のもの（250万円以下の購入）は除いた。）　件数は示してほしい。（次回から示す。）\n　イ．保険料（年額）は妥当か。（料率の範囲である。）",
        ["rem 委員 [] 少額の契約は含まれるのか。", "res 機構 [0] 少額のもの（250万円以下の購入）は除いた。", "rem 委員 [] 件数は示してほしい。", "res 機構 [2] 次回から示す。", "rem 委員 [] 保険料（年額）は妥当か。", "res 機構 [4] 料率の範囲である。"],
    ),
    "brackets above that tell the part and who it is of": (
        "（ご意見：家族会）\n　坂の上まで押して上がるのはつらい。\n\n（回答：道路課長）\n　来年度に手すりを付けます。\n\n（ご意見：土居世話人）\n　雪も心配だ。\n\n（回答：維持課長）\n　朝６時までに片付けます。\n\n（回答：道路課長）\n　砂も置きます。",
        ["rem 家族会 [] 坂の上まで押して上がるのはつらい。", "res 道路課長 [0] 来年度に手すりを付けます。", "rem 土居世話人 [] 雪も心配だ。", "res 維持課長 [2] 朝６時までに片付けます。", "res 道路課長 [2] 砂も置きます。"],
    ),
    "a stroke between the part and who it is of": (
        "【ご質問／土居委員】\n坂が急ではないか。\n\n【ご回答／道路課】\n手すりを付ける。",
        ["rem 土居委員 [] 坂が急ではないか。", "res 道路課 [0] 手すりを付ける。"],
    ),
    "brackets that tell once whose words a part is": (
        "（質問：委員）\n（回答：道路課）\n\n質問　坂が急ではないか。\n回答　手すりを付ける。",
        ["rem 委員 [] 坂が急ではないか。", "res 道路課 [0] 手すりを付ける。"],
    ),
    "whole answers in brackets, which name nobody": (
        "主な意見\n・坂が急ではないか。\n（回答：手すりを付ける）\n・雪は片付くのか。\n（回答：朝６時までに片付ける。）",
        ["rem None [] 坂が急ではないか。", "res 回答 [0] 手すりを付ける", "rem None [] 雪は片付くのか。", "res 回答 [2] 朝６時までに片付ける。"],
    ),
    "a table with a cell a line, and who asks in one": (
        "事前の意見と市の考え方は次の表のとおり。\n\n番号\n\n項目\n\n委員名\n\n意見\n\n市の考え方\n\n１\n\n駅前の駐輪場\n\n別府委員\n\n坂の上まで押して上がるのはつらい。\n\n来年度に下の段を広げます。\n\n２\n\n公園の灯り\n\n乾副会長\n\n夕方の灯が増えて助かっている。\n\n－",
        ["rem 別府委員 [] 坂の上まで押して上がるのはつらい。", "res 市 [0] 来年度に下の段を広げます。", "rem 乾副会長 [] 夕方の灯が増えて助かっている。"],
    ),
    "such a table, of which a blank answer left nothing": (
        "No.\n\n質問・意見\n\n回答\n\n(1)\n\n坂が急ではないか。\n\n手すりを付ける。\n\n(2)\n\n灯が増えて助かっている。\n\n(3)\n\n雪は片付くのか。\n\n朝６時までに片付ける。",
        ["rem 質問・意見 [] 坂が急ではないか。", "res 回答 [0] 手すりを付ける。", "rem 質問・意見 [] 灯が増えて助かっている。", "rem 質問・意見 [] 雪は片付くのか。", "res 回答 [3] 朝６時までに片付ける。"],
    ),
    "such a table with the name of who answers": (
        "発言者\n\n質問\n\n回答\n\n回答者\n\n別府委員\n\n坂が急ではないか。\n\n手すりを付ける。\n\n道路課長\n\n乾委員\n\n雪は片付くのか。\n\n朝６時までに片付ける。\n\n維持課長",
        ["rem 別府委員 [] 坂が急ではないか。", "res 道路課長 [0] 手すりを付ける。", "rem 乾委員 [] 雪は片付くのか。", "res 維持課長 [2] 朝６時までに片付ける。"],
    ),
    "heads that the lines below do not agree with": (
        "番号\n\n項目\n\n意見\n\n市の考え方\n\n１\n\n駐輪場の坂が急である。\n\n下の段を広げる。\n\n２\n\n灯が暗い。\n\n増やす。",
        [],
    ),
    "columns of who asks and of who answers": (
        "| № | 委員 | 質問・意見 | 回答者 | 回答 |\n|---|---|---|---|---|\n| 1 | 谷委員 | なぜ絞ったのか。 | 国分部長 | 薄いと混ざらない。 |\n| 2 | 森委員 | 高く評価できる。 | － | － |\n| 3 | 谷委員 | 年数を示してほしい。 | 大庭理事 | 来年示す。 |",
        ["rem 谷委員 [] なぜ絞ったのか。", "res 国分部長 [0] 薄いと混ざらない。", "rem 森委員 [] 高く評価できる。", "rem 谷委員 [] 年数を示してほしい。", "res 大庭理事 [3] 来年示す。"],
    ),
    "a column of who answers behind the answers": (
        "委員の質問・意見\t回答\t回答課\nなぜ絞ったのか。\t薄いと混ざらない。\t水道課長\n年数を示してほしい。\t来年示す。\t環境課長",
        ["rem 委員 [] なぜ絞ったのか。", "res 水道課長 [0] 薄いと混ざらない。", "rem 委員 [] 年数を示してほしい。", "res 環境課長 [2] 来年示す。"],
    ),
    "patients and members beside the hospital whose arrow answers": (
        "（○印は患者、◇印は委員、→印は病院）\n○　朝の受付が遅い。→　人数を画面に出す。\n○　番号で呼んでほしい。→（事務長）　来年から行う。\n○　警備員が親切だった。\n◇　気づかない人がいるのではないか。\n→　札を渡す。",
        ["rem 患者 [] 朝の受付が遅い。", "res 病院 [0] 人数を画面に出す。", "rem 患者 [] 番号で呼んでほしい。", "res 事務長 [2] 来年から行う。", "rem 患者 [] 警備員が親切だった。", "rem 委員 [] 気づかない人がいるのではないか。", "res 病院 [5] 札を渡す。"],
    ),
    "one signed point and its answer": (
        "編成局長から、資料により説明があった。\n◆漁況の時間が短くなるのは残念である。（水谷委員）\n　（局側）　昼の番組で補う。",
        ["rem 水谷委員 [] 漁況の時間が短くなるのは残念である。", "res 局側 [0] 昼の番組で補う。"],
    ),
    "a view nobody answered below rows that gaps part, and what is told of the meeting": (
        "　　　委員の意見・質問　　　　　　　　市の説明・回答\n"
        "　辞退届に理由を書く欄はあるのか。　　　　　理由の記載は任意としている。\n"
        "　車両に災害時の支援を義務付けている点は評価できる。\n"
        "　なお、次回の抽出は委員長が行う。",
        ["rem 委員 [] 辞退届に理由を書く欄はあるのか。", "res 市 [0] 理由の記載は任意としている。", "rem 委員 [] 車両に災害時の支援を義務付けている点は評価できる。"],
    ),
    "the word of a part before whose house, above points": (
        "［質問　北浜地区］\n・測る場所は足りるのか。\n［回答　空港会社］\n・来年増やす。\n［回答　県］\n・費用は県が持つ。\n［意見　北浜地区］\n・言葉が難しい。\n・絵で示してほしい。",
        ["rem 北浜地区 [] 測る場所は足りるのか。", "res 空港会社 [0] 来年増やす。", "res 県 [0] 費用は県が持つ。", "rem 北浜地区 [] 言葉が難しい。", "rem 北浜地区 [] 絵で示してほしい。"],
    ),
    "numbers behind the marks of a legend": (
        "（◆は委員の意見、◇は県の考え方。◇の番号は意見の番号）\n◆１　記録を残すべきである。\n◆２　絵がほしい。\n◆３　回数を増やせないか。\n◇１・２　手引を作る。\n◇３　来年増やす。",
        ["rem 委員 [] 記録を残すべきである。", "rem 委員 [] 絵がほしい。", "rem 委員 [] 回数を増やせないか。", "res 県 [0,1] 手引を作る。", "res 県 [2] 来年増やす。"],
    ),
    "points in square brackets, answered by their numbers": (
        "委員からは、次の質問があった。\n［１］　基準は何か。\n［２］　やめる船はあるか。\nこれに対し、港湾課長からは、次の回答があった。\n［１］　大きさで決めている。\n［２］　数隻である。",
        ["rem 委員 [] 基準は何か。", "rem 委員 [] やめる船はあるか。", "res 港湾課長 [0] 大きさで決めている。", "res 港湾課長 [1] 数隻である。"],
    ),
    "signed questions with signed answers behind an arrow": (
        "主な意見は次のとおり。\n・いつ見直すのか。（土居委員）　→再来年である。（環境課）\n・電気代が高い。（森委員）\n・書類が多い。（森委員）　→減らす。（環境課）",
        ["rem 土居委員 [] いつ見直すのか。", "res 環境課 [0] 再来年である。", "rem 森委員 [] 電気代が高い。", "rem 森委員 [] 書類が多い。", "res 環境課 [3] 減らす。"],
    ),
    "rows whose cells a single space parts": (
        "委員の質問・意見 発注者の回答\n割合が高い。理由は何か。 工事が重なったためである。\n聞き取りは行ったか。 １４社に尋ねた。",
        ["rem 委員 [] 割合が高い。理由は何か。", "res 発注者 [0] 工事が重なったためである。", "rem 委員 [] 聞き取りは行ったか。", "res 発注者 [2] １４社に尋ねた。"],
    ),
    "rows that two spaces within a line of one space leave in doubt": (
        "委員の質問・意見 発注者の回答\n割合が高いのはなぜか。 工事が重なった。 人も足りない。",
        [],
    ),
    "marks that change below those of the legend": (
        "（○…委員　⇒…事務局）\n○道が狭い。広げられないか。\n⇒広げる。\n・街灯が暗い。増やせないか。\n→来年増やす。",
        ["rem 委員 [] 道が狭い。広げられないか。", "res 事務局 [0] 広げる。", "rem 委員 [] 街灯が暗い。増やせないか。", "res 事務局 [2] 来年増やす。"],
    ),
    "a further paragraph where a blank line stands between all": (
        "質疑：費用はいくらか。\n\n回答：２億円である。\n\nまた、用地に農地が含まれる。\n\n質疑：いつ終わるのか。\n\n回答：来年である。",
        ["rem 質疑 [] 費用はいくらか。", "res 回答 [0] ２億円である。／また、用地に農地が含まれる。", "rem 質疑 [] いつ終わるのか。", "res 回答 [2] 来年である。"],
    ),
    "numbers of a sentence behind the marks of a legend": (
        "（○：委員　⇒：事務局）\n○ 10 年前の計画はどうなったか。\n⇒ 3 年前に見直した。",
        ["rem 委員 [] 10 年前の計画はどうなったか。", "res 事務局 [0] 3 年前に見直した。"],
    ),
    "an arrow between two places, each with a bracket": (
        "主な意見は次のとおり。\n・公園（北側）→公園（南側）への通路を作れないか。（谷委員）\n・平成５年（工事着手）→令和５年（完成）とあるが遅いのではないか。（土居委員）",
        ["rem 谷委員 [] 公園（北側）→公園（南側）への通路を作れないか。", "rem 土居委員 [] 平成５年（工事着手）→令和５年（完成）とあるが遅いのではないか。"],
    ),
    "steps told beside a legend": (
        "（○：委員　⇒：事務局）\n○道が狭い。広げられないか。\n⇒広げる。\n\n今後の流れ\n\n・７月に現地を視察する。\n・８月に答申する。",
        ["rem 委員 [] 道が狭い。広げられないか。", "res 事務局 [0] 広げる。"],
    ),
    "sentences of one cell below heads a single space apart": (
        "質問 回答\n段差が多いので直してほしい。 夜は特に危ない。",
        [],
    ),
    "answers in brackets with the word for one": (
        "委員の主な意見は以下のとおり。\n・送風機が足りない。\n（回答：　来年度に増やす。）\n・麦わら帽子に替えてもよいと思う。",
        ["rem 委員 [] 送風機が足りない。", "res 回答 [0] 来年度に増やす。", "rem 委員 [] 麦わら帽子に替えてもよいと思う。"],
    ),
    "words of parts behind a mark, each alone on its line, and when they began": (
        "◎質疑　　　　　　10時22分\n\n○問\n\n　費用はいくらか。\n\n○答\n\n　１億円である。\n\n○要望\n\n　早めに知らせてほしい。\n\n◎質疑終了　　　　10時51分",
        ["rem 問 [] 費用はいくらか。", "res 答 [0] １億円である。", "rem 要望 [] 早めに知らせてほしい。"],
    ),
    "letters of a legend beside those for question and answer": (
        "記号の見方　Ｑ＝委員の質問　Ａ＝会社の回答　Ｍ＝委員の意見　Ｓ＝事務局の補足\nＱ１　割引は残るのか。\nＡ１　残す。\nＳ１　島民は620円である。\nＭ１　掲示だけでは足りない。",
        ["rem 委員 [] 割引は残るのか。", "res 会社 [0] 残す。", "res 事務局 [0] 島民は620円である。", "rem 委員 [] 掲示だけでは足りない。"],
    ),
    "an arrow told by its word": (
        "意見は次のとおり（矢印は、意見に対して文書館が述べたもの）。\n・棚が足りない。\n　⇒　校舎を借りる。",
        ["rem None [] 棚が足りない。", "res 文書館 [0] 校舎を借りる。"],
    ),
    "an arrow of a picture": (
        "※図の矢印は事務局の説明による\n主な意見は次のとおり。\n・棚が足りない。\n→校舎を借りる。",
        ["rem None [] 棚が足りない。", "res None [0] 校舎を借りる。"],
    ),
    "what is told right below the rows of a table": (
        "　　　委員の意見・質問　　　　　　　　市の説明・回答\n　期間は短くないか。　　　　　10日である。\n　傍聴者は２名である。\n　委員会としての意見は後日市長に提出する。",
        ["rem 委員 [] 期間は短くないか。", "res 市 [0] 10日である。"],
    ),
    "institutions behind arrows and behind the word for an answer": (
        "委員からの意見及び質問は次のとおり。\n・結果を保護者にも知らせるべきではないか。\n　⇒【学校】学校だよりに載せる。\n・謝礼は誰が払うのか。\n　⇒【教育委員会】今年度は国の委託費で賄う。",
        ["rem 委員 [] 結果を保護者にも知らせるべきではないか。", "res 学校 [0] 学校だよりに載せる。", "rem 委員 [] 謝礼は誰が払うのか。", "res 教育委員会 [2] 今年度は国の委託費で賄う。"],
    ),
    "a mark the legend explains, before whoever is named": (
        "◆は出席者の意見・質問、⇒は市の担当課の回答\n◆（社会福祉協議会事務局長）施設に改めて確認する必要がある。\n⇒（福祉政策課）６月中に確認する。\n◆（ガス供給部長）訓練に参加したい。",
        ["rem 社会福祉協議会事務局長 [] 施設に改めて確認する必要がある。", "res 福祉政策課 [0] ６月中に確認する。", "rem ガス供給部長 [] 訓練に参加したい。"],
    ),
    "tabbed heads that name both sides": (
        "委　員\t事務局\n・不調が倍になっている。どの工種に多いのか。\t・建築に集中している。",
        ["rem 委員 [] 不調が倍になっている。どの工種に多いのか。", "res 事務局 [0] 建築に集中している。"],
    ),
    "posts in brackets right behind a letter": (
        "問（森専門委員）　手引はいつ直すのか。\n答（危機管理監）　来月直す。\n問（谷副部会長）　訓練は足りるのか。\n答（避難対策班長）　年に２回行う。",
        ["rem 森専門委員 [] 手引はいつ直すのか。", "res 危機管理監 [0] 来月直す。", "rem 谷副部会長 [] 訓練は足りるのか。", "res 避難対策班長 [2] 年に２回行う。"],
    ),
    "an answer that begins with whence, before a number": (
        "質問：研究員の要望に基づくものか。\n回答：研究員から 34項目の要望があり、12項目に絞った。\n質問：いつ終わるのか。\n回答：来月終わる。",
        ["rem 質問 [] 研究員の要望に基づくものか。", "res 回答 [0] 研究員から 34項目の要望があり、12項目に絞った。", "rem 質問 [] いつ終わるのか。", "res 回答 [2] 来月終わる。"],
    ),
    "people of a side": (
        "民間側の出席者から出された主な意見及び税関の回答（⇒で示す。）は、次のとおり。\n－　説明会を重ねてほしい。\n　　⇒　６か所で開く。\n－　午後の枠を広げられないか。",
        ["rem 民間側の出席者 [] 説明会を重ねてほしい。", "res 税関 [0] ６か所で開く。", "rem 民間側の出席者 [] 午後の枠を広げられないか。"],
    ),
    "paragraphs that names in brackets close": (
        "本が少ない。増やせないか。〔委員〕\n\n来年度に増やす。〔県〕\n\n椅子も古い。〔委員〕",
        ["rem 委員 [] 本が少ない。増やせないか。", "res 県 [0] 来年度に増やす。", "rem 委員 [] 椅子も古い。"],
    ),
    "marks of two words": (
        "質問・意見：本が少ない。増やせないか。\n回　　　答：増やす。\n質問・意見：椅子がほしい。\n回　　　答：検討する。",
        ["rem 質問・意見 [] 本が少ない。増やせないか。", "res 回答 [0] 増やす。", "rem 質問・意見 [] 椅子がほしい。", "res 回答 [2] 検討する。"],
    ),
    "two marks, each before a name in brackets, one deeper than the other": (
        "○（森委員）　入館料が高い。\n　　－（水族館長）　来年度に見直す。\n○（谷委員）　休館日を減らせないか。\n　　－（佐野委員）　賛成である。\n　　－（事務局）　検討する。",
        ["rem 森委員 [] 入館料が高い。", "res 水族館長 [0] 来年度に見直す。", "rem 谷委員 [] 休館日を減らせないか。", "rem 佐野委員 [] 賛成である。", "res 事務局 [3] 検討する。"],
    ),
    "parts in brackets with numbers, which the legend tells without them": (
        "※以下、【質問】は委員、【回答】は事務局の発言である。\n【質問１】\n本が少ない。増やせないか。\n【回答１】\n増やす。\n【質問２】\n椅子がほしい。\n【回答２】\n検討する。",
        ["rem 委員 [] 本が少ない。増やせないか。", "res 事務局 [0] 増やす。", "rem 委員 [] 椅子がほしい。", "res 事務局 [2] 検討する。"],
    ),
    "presenters in brackets of their own above what they said": (
        "〔説明者：企画課長〕\n・利用者は昨年より増えた。\n・費用は同じである。\n（主な意見）\n・料金を下げてほしい。",
        ["exp 企画課長 [] 利用者は昨年より増えた。", "exp 企画課長 [] 費用は同じである。", "rem None [] 料金を下げてほしい。"],
    ),
    "brackets in which an unnamed side answers": (
        "委員からの主な質問及びこれに対する庁の回答は、以下のとおり（括弧内が回答）。\n- ア．来場者は多いか。（千人である（昨年の倍）。）\n- イ．開催地はどこか。（首都が多い。）",
        ["rem 委員 [] 来場者は多いか。", "res 庁 [0] 千人である（昨年の倍）。", "rem 委員 [] 開催地はどこか。", "res 庁 [2] 首都が多い。"],
    ),
    "answers by number behind a sentence that says so in brackets": (
        "委員からの主な意見は以下のとおり。\n① 講習は受けられるか。\n② 合格率が低い。\nこれらに対する事務局からの回答は以下のとおり（番号は意見の番号に対応）。\n② 申し入れている。",
        ["rem 委員 [] 講習は受けられるか。", "rem 委員 [] 合格率が低い。", "res 事務局 [1] 申し入れている。"],
    ),
    "whose words those without a note are": (
        "委員等の主な発言は以下のとおり（特に断りのないものは委員の発言）。\n・地図がほしい。\n⇒（事務局）試作する。",
        ["rem 委員 [] 地図がほしい。", "res 事務局 [0] 試作する。"],
    ),
    "demands beside praise, and an answer in a paragraph of its own": (
        "委員から次のような評価があった。\n◆音が良い。\n　一方、委員から次のような注文も出された。\n◆字が小さい。\n　これに対し、制作課長から次のように回答があった。\n　　字を改めます。",
        ["rem 委員 [] 音が良い。", "rem 委員 [] 字が小さい。", "res 制作課長 [1] 字を改めます。"],
    ),
    "a row of two columns whose answer is blank": (
        "質問・意見（委員） | 回答（事務局） |\n---|---|\n道は狭いか。 | 広げる。 |\n橋を直してほしい。 | |\n川は深いか。 | 深い。 |",
        ["rem 委員 [] 道は狭いか。", "res 事務局 [0] 広げる。", "rem 委員 [] 橋を直してほしい。", "rem 委員 [] 川は深いか。", "res 事務局 [3] 深い。"],
    ),
    "cells one below the other under one mark, the heads again at a page's top": (
        "委員からの意見・質\n問、それに対する局\nの回答等\n意見・質問\n回　答\n・応札者が１者なのはなぜか。\n・工期が短いためである。\n意見・質問\n回　答\n"
        "・工期を見直す必要があるのではないか。\n・来年度から見直す。\n配点も改める。",
        [
            "rem 委員 [] 応札者が１者なのはなぜか。", "res 局 [0] 工期が短いためである。",
            "rem 委員 [] 工期を見直す必要があるのではないか。", "res 局 [2] 来年度から見直す。／配点も改める。",
        ],
    ),
    "cells under one mark of which a second one asks are nobody's": (
        "意見・質問\n回　答\n・応札者が１者なのはなぜか。\n・工期は短くないか。\n・見直してほしい。\n・来年度から見直す。", [],
    ),
    "a further paragraph of an answer in the cells of a table whose columns were lost": (
        "委員からの意見・質問\n\n発注部局の回答\n\n応札者が1者ですが、なぜですか。\n\n工期が短いためと聞いています。\n\n"
        "納期を延ばせなかったのですか。\n\n台風の前に終える必要がありました。\n\n来年度は、早く公告することを検討しています。",
        [
            "rem 委員 [] 応札者が1者ですが、なぜですか。", "res 発注部局 [0] 工期が短いためと聞いています。", "rem 委員 [] 納期を延ばせなかったのですか。",
            "res 発注部局 [2] 台風の前に終える必要がありました。／来年度は、早く公告することを検討しています。",
        ],
    ),
    "a row whose answer is blank": (
        "番号 | 委員の質問・意見 | 事務局の回答 |\n---|---|---|\n1 | 道は狭いか。 | 広げる。 |\n2 | 橋を直してほしい。 | |\n3 | 川は深いか。 | 深い。 |",
        ["rem 委員 [] 道は狭いか。", "res 事務局 [0] 広げる。", "rem 委員 [] 橋を直してほしい。", "rem 委員 [] 川は深いか。", "res 事務局 [3] 深い。"],
    ),
    "answers in a block of their own, each under the number of its opinion": (
        "委員から出された質問及び意見は、次のとおりである。\n①　道が狭い。\n②　橋が古い。\n"
        "これらに対する県の回答は、次のとおりである。\n〔①への回答〕広げる。\n〔②への回答〕架け替える。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] 橋が古い。", "res 県 [0] 広げる。", "res 県 [1] 架け替える。"],
    ),
    "numbers in brackets above the answers they tell, below a sentence that leads to them": (
        "委員から次の質問があった。\n①　道は狭いか。\n②　橋は古いか。\n③　川は深いか。\n事務局の回答は以下のとおり。\n"
        "（①について）\n広げる。\n（②・③について）\n架け替える。",
        ["rem 委員 [] 道は狭いか。", "rem 委員 [] 橋は古いか。", "rem 委員 [] 川は深いか。", "res 事務局 [0] 広げる。", "res 事務局 [1,2] 架け替える。"],
    ),
    "bare numbers before the answers they tell": (
        "委員からの質問は、次のとおりである。\n(1)　道は狭いか。\n(2)　橋は古いか。\n(3)　川は深いか。\n"
        "これに対する事務局の回答は、次のとおりである。\n(1)について　広げる。\n(2)及び(3)については、架け替える。",
        ["rem 委員 [] 道は狭いか。", "rem 委員 [] 橋は古いか。", "rem 委員 [] 川は深いか。", "res 事務局 [0] 広げる。", "res 事務局 [1,2] 架け替える。"],
    ),
    "no answer where no sentence leads to any": (
        "委員からの主な意見は次のとおり。\n①　道が狭い。\n②　２について、賛成である。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] ２について、賛成である。"],
    ),
    "a legend in brackets": (
        "（○：委員　●：事務局）\n○道が狭い。\n●広げる。\n○賛成である。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。", "rem 委員 [] 賛成である。"],
    ),
    "a legend in words": (
        "（○印は委員及び関係者の発言、◇は事務局の発言）\n○道が狭い。\n◇広げる。",
        ["rem 委員及び関係者 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "a legend with an arrow": (
        "※ ・印は委員の意見、⇒は事務局の回答\n・道が狭い。\n⇒広げる。\n⇒来年である。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。", "res 事務局 [0] 来年である。"],
    ),
    "a legend of an arrow and a colon": (
        "（→：事務局の回答）\n主な委員の意見\n・道が狭い。\n→広げる。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "a legend without a sign between": (
        "【○委員、●事務局】\n○道が狭い。\n●広げる。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "a side in brackets on its own line": (
        "委員からの主な意見等は次のとおり。\n○　道が狭い。\n○　橋が古い。\n"
        "（局側）\n　　架け替える。\n　　なお、来年である。\n○　よい。",
        [
            "rem 委員 [] 道が狭い。",
            "rem 委員 [] 橋が古い。",
            "res 局側 [1] 架け替える。／なお、来年である。",
            "rem 委員 [] よい。",
        ],
    ),
    "a side in brackets before its words": (
        "各委員からの意見は以下のとおりである。\n・道が狭い。\n〔市側〕広げる。",
        ["rem 各委員 [] 道が狭い。", "res 市側 [0] 広げる。"],
    ),
    "an answer named after its arrow": (
        "委員から次の質問があった。\n・道幅はどうか。\n→（道路課長）４メートルである。\n→事務局：来年に広げる。",
        [
            "rem 委員 [] 道幅はどうか。",
            "res 道路課長 [0] ４メートルである。",
            "res 事務局 [0] 来年に広げる。",
        ],
    ),
    "an answer behind its question": (
        "委員からの質問と事務局の回答は次のとおり。\n"
        "・道幅はどうか。→４メートルである。\n・橋はどうか。⇒　古い。",
        [
            "rem 委員 [] 道幅はどうか。",
            "res 事務局 [0] ４メートルである。",
            "rem 委員 [] 橋はどうか。",
            "res 事務局 [2] 古い。",
        ],
    ),
    "letters with names": (
        "Q　乾委員\n　道幅はどうか。\nA　小池主幹\n　４メートルである。\n　以前は３メートルであった。",
        ["rem 乾委員 [] 道幅はどうか。", "res 小池主幹 [0] ４メートルである。／以前は３メートルであった。"],
    ),
    "an answer that begins with its reason": (
        "Q　乾委員\n道幅はどうか。\nA　小池主幹\n用地の制約から、４メートルとした。",
        ["rem 乾委員 [] 道幅はどうか。", "res 小池主幹 [0] 用地の制約から、４メートルとした。"],
    ),
    "numbered letters": (
        "委員からの質問及び事務局からの回答は次のとおり。\n"
        "Ｑ１　道幅はどうか。\nＱ２　橋はどうか。\nＡ１　４メートルである。\nＡ２　古い。",
        [
            "rem 委員 [] 道幅はどうか。",
            "rem 委員 [] 橋はどうか。",
            "res 事務局 [0] ４メートルである。",
            "res 事務局 [1] 古い。",
        ],
    ),
    "words alone on their line, sides from the introduction": (
        "委員からの意見・質問とそれに対する事務局の回答等は、次のとおり。\n"
        "意見・質問\n　高くないか。\n回答\n　適正である。",
        ["rem 委員 [] 高くないか。", "res 事務局 [0] 適正である。"],
    ),
    "words with a side": (
        "【委員質問】\n高くないか。\n【事務局回答】\n適正である。",
        ["rem 委員 [] 高くないか。", "res 事務局 [0] 適正である。"],
    ),
    "words with a colon and a name": (
        "質問（乾委員）：高くないか。\n回答（小池主幹）：適正である。",
        ["rem 乾委員 [] 高くないか。", "res 小池主幹 [0] 適正である。"],
    ),
    "問 and 答 that name nobody": (
        "問　高くないか。\n答　適正である。",
        ["rem 問 [] 高くないか。", "res 答 [0] 適正である。"],
    ),
    "a block of questions and a block of answers": (
        "委員から、次のとおり質問があった。\n　①高くないか。\n　②長くないか。\n"
        "上記の質問に対し、会計課からの回答は次のとおり。\n"
        "　①適正である。\n　②短くする。",
        [
            "rem 委員 [] 高くないか。",
            "rem 委員 [] 長くないか。",
            "res 会計課 [0] 適正である。",
            "res 会計課 [1] 短くする。",
        ],
    ),
    "a block of answers without numbers": (
        "委員から、次のとおり質問があった。\n・高くないか。\n・長くないか。\n"
        "会計課からの回答は次のとおり。\n・適正である。\n・短くする。",
        [
            "rem 委員 [] 高くないか。",
            "rem 委員 [] 長くないか。",
            "res 会計課 [] 適正である。",
            "res 会計課 [] 短くする。",
        ],
    ),
    "two marks, both sides introduced": (
        "委員からの意見と事務局の回答は次のとおり。\n○道が狭い。\n●広げる。\n○橋が古い。\n●架け替える。",
        [
            "rem 委員 [] 道が狭い。",
            "res 事務局 [0] 広げる。",
            "rem 委員 [] 橋が古い。",
            "res 事務局 [2] 架け替える。",
        ],
    ),
    "dashes": (
        "委員からの主な意見は以下のとおり。\n－道が狭い。\n－橋が古い。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] 橋が古い。"],
    ),
    "points within an opinion": (
        "委員からの意見は次のとおり。\n"
        "○次の二点を求める。\n　・道を広げること。\n　・橋を直すこと。\n○賛成である。",
        ["rem 委員 [] 次の二点を求める。／・道を広げること。／・橋を直すこと。", "rem 委員 [] 賛成である。"],
    ),
    "the speaker behind the opinion": (
        "主な意見\n・道が狭い。（乾委員）\n・橋が古い。（小柳委員）",
        ["rem 乾委員 [] 道が狭い。", "rem 小柳委員 [] 橋が古い。"],
    ),
    "themes above the opinions": (
        "委員の主な意見は次のとおり。\n○道路について\n・道が狭い。\n・暗い。\n○橋について\n・古い。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] 暗い。", "rem 委員 [] 古い。"],
    ),
    "a legend the other way round": (
        "（委員：○　事務局：→）\n○道が狭い。\n→広げる。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "a legend below the list": (
        "○道が狭い。\n⇒広げる。\n※委員の発言を○、事務局の発言を⇒で示す。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "words spread over a column": (
        "質　問　道が狭いのはなぜか。\n回　答　古い道だからである。\n意　見　広げてほしい。\n回　答　検討する。",
        ["rem 質問 [] 道が狭いのはなぜか。", "res 回答 [0] 古い道だからである。", "rem 意見 [] 広げてほしい。", "res 回答 [2] 検討する。"],
    ),
    "an opinion before the first question": (
        "意見：道が狭い。\n回答：広げる。\n質問：橋は古いか。\n回答：古い。",
        ["rem 意見 [] 道が狭い。", "res 回答 [0] 広げる。", "rem 質問 [] 橋は古いか。", "res 回答 [2] 古い。"],
    ),
    "answers in a block of their own, what their numbers mean behind the lead": (
        "委員からの質問は、次のとおりである。\n①道は狭いか。\n②橋は古いか。\nこれに対する病院からの回答は、次のとおりである。（番号は、上記の質問の番号に対応する。）\n①狭い。\n②古い。",
        ["rem 委員 [] 道は狭いか。", "rem 委員 [] 橋は古いか。", "res 病院 [0] 狭い。", "res 病院 [1] 古い。"],
    ),
    "a hyphen that answers by the legend": (
        "委員から出された意見（○）及び事務局の回答（－）を整理した。\n○道が狭い。\n－広げる。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "two sides that answer elsewhere": (
        "（・は本部員の発言、→は事務局の発言）\n・道が狭い。\n→広げる。",
        ["rem 本部員 [] 道が狭い。", "res 事務局 [0] 広げる。"],
    ),
    "sides alone on their lines above their points": (
        "委員\n・道が狭い。\n事務局\n・広げる。\n委員\n・橋が古い。\n・暗い。\n事務局\n・直す。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。", "rem 委員 [] 橋が古い。", "rem 委員 [] 暗い。", "res 事務局 [3] 直す。"],
    ),
    "those who came to a meeting with the public": (
        "参加者からの主な意見と、それに対する市長の回答は、次のとおりです。\n●道が狭い。\n⇒【市長】広げます。",
        ["rem 参加者 [] 道が狭い。", "res 市長 [0] 広げます。"],
    ),
    "for and against": (
        "委員からは、賛成、反対それぞれの立場から次の意見が出された。\n【賛成意見】\n・道が広がる。\n【反対意見】\n・金が掛かる。",
        ["rem 委員 [] 道が広がる。", "rem 委員 [] 金が掛かる。"],
    ),
    "the one who answers behind the answer": (
        "委員からの主な意見\n・道が狭い。\n　→広げる。（事務局）\n・暗い。",
        ["rem 委員 [] 道が狭い。", "res 事務局 [0] 広げる。", "rem 委員 [] 暗い。"],
    ),
    "letters of kana": (
        "委員から次の意見があった。\nア　道が狭い。\nイ　橋が古い。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] 橋が古い。"],
    ),
    "names behind the marks": (
        "主な発言は次のとおり。\n○乾委員　道が狭い。\n○道路課長　広げる。",
        ["rem 乾委員 [] 道が狭い。", "res 道路課長 [0] 広げる。"],
    ),
    "reported speech below a heading": (
        "委員からの意見は次のとおり。\n【質疑】\n乾委員から、道が狭い旨の質問があった。",
        [],
    ),
    "what follows the list": (
        "委員からの意見は次のとおり。\n○道が狭い。\n○橋が古い。\n"
        "　以上の意見を踏まえ、案を会長に一任することとした。",
        ["rem 委員 [] 道が狭い。", "rem 委員 [] 橋が古い。"],
    ),
}

NO_SPEECH = {
    "documents": "配布資料は以下のとおり。\n・資料１　計画案\n・資料２　予算",
    "opinions nobody is named for": "○道が狭い。\n○橋が古い。",
    "themes": "○道路について\n○橋について",
    "reported speech in a list": (
        "・乾委員から、道が狭い旨の意見があった。\n・会長から、橋が古い旨の発言があった。"
    ),
    "a department above a list": "【総務部】\n・計画の見直し\n・予算の編成",
    "masked names": "○○委員が欠席した。\n○○委員が出席した。",
    "A as a letter": "A案　道を広げる。\nB案　橋を架ける。",
    "nothing asked": "質問：特になし\n意見　なし",
    "an arrow of nobody": "・現状\n→改善",
    "the points of an official's speech": (
        "委員からの意見は別に記す。\n総務課長から、次のとおり説明があった。\n・制度は来年に始まる。\n・対象は全市である。"
    ),
    "what was done": "・資料を配布した。\n・会長を選出した。\n・次回の日程を確認した。",
}


@pytest.mark.parametrize("name", CASES)
def test_speeches(name: str) -> None:
    text, expected = CASES[name]
    assert _speeches(text) == expected


@pytest.mark.parametrize("name", NO_SPEECH)
def test_no_speech_is_invented(name: str) -> None:
    assert _speeches(NO_SPEECH[name]) == []


@pytest.mark.parametrize(("answer", "speakers"), [("（事務局）広げる。", ["委員", "事務局"]), ("→ 市：広げる。", ["委員", "市"]), ("・街灯が暗い。", ["", ""]), ("→広げる。", ["", ""])])
def test_the_members_listed_speak_where_a_side_answers_and_else_nobody(answer: str, speakers: list[str]) -> None:
    found = mm.parse(f"道路懇談会　議事概要\n\n日時　令和５年６月１日\n\n出席者　乾委員\n\n議題１　道路について\n\n主な意見は次のとおり。\n・道が狭い。\n{answer}\n").meeting.speeches
    assert [one.speaker.label for one in found] == speakers
    assert [one.kind for one in found] == ["remark", "remark" if answer[0] == "・" else "response"]


@pytest.mark.parametrize("pair", ["ＱＡ", "問答", ("質問", "回答"), ("【質疑】", "【答弁】")])
def test_words_that_tell_a_question_from_its_answer_name_nobody(pair: Sequence[str]) -> None:
    asked, replied = pair
    found = mm.parse(f"道路懇談会　議事概要\n\n日時　令和５年６月１日\n\n議題１　道路について\n\n{asked}　道は広がるか。\n{replied}　来年広げる。\n").meeting.speeches
    assert [(one.speaker.label, one.speaker.kind, one.speaker.name) for one in found] == [(word.strip("【】"), mm.SpeakerKind.ANONYMOUS, None) for word in (asked, replied)]


def test_unmarked_paragraphs_below_a_heading_of_opinions_are_opinions() -> None:
    listed = "主な意見\n\n\u3000道が狭い。広げてほしい。\n\n\u3000街灯が暗い。\n\n"
    found = mm.parse(f"道路懇談会　議事概要\n\n日時　令和５年６月１日\n\n議題１　道路について\n\n{listed}議題２　その他\n\n特になし\n").meeting.speeches
    assert [(one.speaker.label, one.speaker.kind, one.text) for one in found] == [("", mm.SpeakerKind.ANONYMOUS, "道が狭い。広げてほしい。"), ("", mm.SpeakerKind.ANONYMOUS, "街灯が暗い。")]


def test_the_act_is_that_of_the_introduction() -> None:
    _, entries = _read("委員から、次の質問があった。\n・道幅はどうか。\n・橋はどうか。")
    assert [entry.act for entry in entries if isinstance(entry, Said)] == [Act.QUESTION, Act.QUESTION]


def test_answers_by_mark_say_so() -> None:
    _, entries = _read("（○：委員　→：事務局）\n○道が狭い。\n→広げます。")
    answer = entries[-1]
    assert isinstance(answer, Said)
    assert (answer.link, answer.mode, answer.rule) == (ReplyLink.MARK, SpeechMode.INDIRECT, "opinion.legend")


def test_an_answer_to_each_opinion_says_so() -> None:
    listed = "・歩道が狭い。\n・街灯が暗い。\n→いずれの御意見も、来年度の点検で確かめる。\n・信号が遠い。\n・標識が古い。\n→更新する。\n"
    found = mm.parse(f"交通安全対策会議　議事概要\n\n日時　令和５年６月１日\n\n１　点検について\n\n【凡例】・：委員　→：事務局\n\n{listed}").meeting.speeches
    assert [len(one.in_reply_to) if isinstance(one, mm.Response) else 0 for one in found] == [0, 0, 2, 0, 0, 1]


def test_a_block_of_answers_numbers_what_it_answers() -> None:
    asked = "◆委員からの意見・質問\n\n①目標を書いてほしい。\n②取得率は何パーセントか。\n③何日間かも示すべきだ。\n\n"
    told = "◆事務局からの回答\n\n①→書き加える。\n②・③→11パーセント、９日間である。\n"
    found = mm.parse(f"男女共同参画委員会　会議録\n\n日時　令和５年６月１日\n\n(1)　計画について\n\n事務局が資料１により説明を行った。\n\n{asked}{told}").meeting.speeches
    assert [one.in_reply_to for one in found if isinstance(one, mm.Response)] == [("i1.s2",), ("i1.s3", "i1.s4")]


def test_polite_answers_are_verbatim() -> None:
    _, entries = _read("Q 乾委員：道幅はどうですか。\nA 道路課長：４メートルです。")
    assert [entry.mode for entry in entries if isinstance(entry, Said)] == [SpeechMode.VERBATIM] * 2


def test_an_introduction_is_no_speech_of_its_own() -> None:
    flow = lay_out("委員から、次のとおり質問があった。\n①高くないか。\n②長くないか。")

    def sentence(run: range) -> list[Entry]:
        block = flow.blocks[run[0]]
        return [Said("remark", block.start, block.end, (0, 2))]

    entries = read_opinions(flow, range(3), None, sentence=sentence)
    assert [type(entry) for entry in entries] == [Told, Said, Said]


def test_blocks_that_are_no_opinions_go_to_the_sentence_reader_together() -> None:
    runs: list[range] = []
    flow = lay_out("課長から説明があった。\n続いて審議した。\n・資料１　案")
    read_opinions(flow, range(3), None, sentence=lambda run: runs.append(run) or [])
    assert runs == [range(3)]


RESULTS = [
    ("原案どおり可決", "原案どおり可決", Outcome.ADOPTED),
    ("（可決）", "（可決）", Outcome.ADOPTED),
    ("結論：事業の継続を妥当と認める。", "事業の継続を妥当と認める。", Outcome.ADOPTED),
    ("【結果】付帯意見を付して、適当と認める。", "付帯意見を付して、適当と認める。", Outcome.ADOPTED),
    ("審議結果：承認", "承認", Outcome.ADOPTED),
    ("継続審議", "継続審議", Outcome.CONTINUED),
    ("資料のとおり", None, None),
    ("結果：報告のみ", None, None),
    ("会長から説明があり、原案どおり決定した。", None, None),
    ("予算の承認", None, None),
]


@pytest.mark.parametrize(("line", "words", "outcome"), RESULTS)
def test_a_result_line(line: str, words: str | None, outcome: Outcome | None) -> None:
    flow = lay_out(line)
    decided = read_result(flow, flow.blocks[0])
    assert (flow.text[decided.start : decided.end] if decided else None) == words
    assert (decided.outcome if decided else None) is outcome


def test_a_result_below_its_label() -> None:
    flow, entries = _read("【結果】\n次の条件を付し、適当とする。")
    (decided,) = [entry for entry in entries if isinstance(entry, Decided)]
    assert flow.text[decided.start : decided.end] == "次の条件を付し、適当とする。"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("委員の委嘱について（可決）", "可決"),
        ("委嘱に係る専決処分について　　　承認", "承認"),
        ("職員の処分について（非公開）", None),
        ("予算について", None),
        ("規程の改正について　資料１", None),
    ],
)
def test_a_result_behind_a_title(title: str, words: str | None) -> None:
    head = "第２回みどり市教育委員会　会議結果\n日時　令和６年２月８日（木）\n場所　市役所\n会議の結果\n"
    meeting = mm.parse(f"{head}１　{title}\n２　規則の改正について　　　　可決\n").meeting
    assert [decision.text for decision in meeting.agenda[0].decisions] == ([words] if words else [])
    assert [decision.text for decision in meeting.agenda[1].decisions] == ["可決"]


_PIECES = [
    "○",
    "●",
    "・",
    "→",
    "（○：委員　●：事務局）",
    "（局側）",
    "Q ",
    "A　",
    "回答",
    "意見・質問",
    "委員から",
    "次のとおり。",
    "質問があった。",
    "道が狭い。",
    "\n",
    "\n　",
    "①",
    "②",
    "【結果】",
    "原案どおり可決",
    "について",
    "：",
    "（乾委員）",
    "特になし",
]


_OF_NOBODY = ("opinion.arrow", "opinion.list", "opinion.section", "opinion.second", "opinion.led")


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map("".join))
@example("（乾委員）→（乾委員）○")
@example("Q ○\n→・")
def test_any_text_gives_entries_in_order_within_it(text: str) -> None:
    flow, entries = _read(text)
    places = [(entry.start, entry.end) for entry in entries]
    assert all(start < end for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert all(start >= 0 and end <= len(flow.text) for start, end in places)
    for entry in entries:
        if isinstance(entry, Said):
            # Of arrows and of lists that are introduced as opinions nobody may be named.
            assert entry.who or entry.label or entry.rule in _OF_NOBODY
            assert entry.text is not None
            assert entry.start <= entry.text[0] < entry.text[1] <= entry.end
            assert all(remark in entries and remark.kind == "remark" for remark in entry.replies)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_every_block_is_in_an_entry(text: str) -> None:
    flow, entries = _read(text)
    starts = {entry.start for entry in entries}
    for block in flow.blocks:
        within = any(entry.start <= block.start and block.end <= entry.end for entry in entries)
        assert within or any(start in starts for start in range(block.start, block.end))


def test_a_long_list_is_read_to_its_end() -> None:
    flow = lay_out("（○：委員　●：事務局）\n" + "○道が狭い。広げてほしい。\n●来年に広げる。\n" * 10_000)
    legend = find_legend(flow, range(len(flow.blocks)))
    said = read_opinions(flow, range(len(flow.blocks)), legend, sentence=lambda run: [])
    assert [getattr(s, "kind", "legend") for s in said] == ["legend", *["remark", "response"] * 10_000]


def test_who_asks_below_an_opinion_and_is_answered_answers_nothing() -> None:
    text = (
        "小坂委員：病床を減らすと、冬場に入院を断られる人が出ないか。\n"
        "　楢崎理事より、「番水の見回りは誰が行うのか。」との質問があり、芦原理事より、「水利係が行う。」との回答があった。\n"
    )
    meeting = mm.parse(text).meeting
    assert not mm.check(meeting)
    assert [(one.speaker.label, one.kind) for one in meeting.speeches] == [("小坂委員", "remark"), ("楢崎理事", "remark"), ("芦原理事", "response")]


def test_points_below_what_was_decided_are_decisions() -> None:
    body = "１　公募要領について\n【主な質疑】\n問　上限はいつなくしたのか。\n答　昨年である。\n\n【決定事項】\n・要領を原案のとおり決定し、10月１日から公募を始めること。\n・予定件数を42件とすること。\n"
    meeting = mm.parse(f"第５回研究基金運営委員会　議事要旨\n\n日時　令和６年９月４日（水）\n場所　本部\n\n議事要旨\n\n{body}").meeting
    assert [decision.text[:8] for decision in meeting.decisions] == ["要領を原案のとお", "予定件数を42件"]
    assert len(meeting.speeches) == 2


def test_several_sentences_below_what_was_decided_are_decisions() -> None:
    body = "１　移行の時期について\n＜主な意見＞\n・２月は避けたい。\n＜決定事項＞\n移行の時期は、来年１月とする。\n要望書の案を、事務局が作成する。\n"
    meeting = mm.parse(f"第５回電算協議会幹事会　議事要旨\n\n日時　令和６年９月４日（水）\n場所　本部\n\n議事要旨\n\n{body}").meeting
    assert [decision.text for decision in meeting.decisions] == ["移行の時期は、来年１月とする。", "要望書の案を、事務局が作成する。"]
    assert meeting.body == "電算協議会幹事会"


def test_opinions_below_what_was_decided_are_no_decisions() -> None:
    body = "１　公募要領について\n【決定事項】\n・要領を原案のとおり決定すること。\n【委員からの主な意見】\n・上限をなくすべきである。\n・件数が少ないのではないか。\n"
    meeting = mm.parse(f"第５回研究基金運営委員会　議事要旨\n\n日時　令和６年９月４日（水）\n場所　本部\n\n議事要旨\n\n{body}").meeting
    assert [decision.text for decision in meeting.decisions] == ["要領を原案のとおり決定すること。"]
    assert [(speech.speaker.label, speech.text) for speech in meeting.speeches] == [("委員", "上限をなくすべきである。"), ("委員", "件数が少ないのではないか。")]


HEAD = "道路懇談会　議事概要\n\n日時　令和５年６月１日\n\n出席者　乾委員\n\n議題\n\n"


def test_who_gathers_opinions_in_one_item_asks_no_question_of_another() -> None:
    text = HEAD + "１　道路について\n\n事務局から資料の説明があった。\n委員からの主な意見は次のとおり。\n・道が狭い。\n・街灯が暗い。\n\n２　橋について\n\n主な質疑は次のとおり。\nＱ：いくらか。\nＡ：１億円である。\n"
    assert [one.speaker.label for one in mm.parse(text).meeting.speeches] == ["事務局", "委員", "委員", "Ｑ", "Ａ"]


def test_a_sentence_above_the_headings_tells_who_asks_below_each() -> None:
    text = HEAD + "（１）計画について\n事務局から資料の説明があった。委員からの主な質疑は以下のとおり。\n【予算について】\nＱ　いくらか。\nＡ　１億円。\n【工期について】\nＱ　いつか。\nＡ　来年。\n"
    assert [one.speaker.label for one in mm.parse(text).meeting.speeches] == ["事務局", "委員", "Ａ", "委員", "Ａ"]


@pytest.mark.parametrize("point", ["採決の結果、賛成多数により計画（案）を承認。", "全会一致で案を可決。"])
def test_a_vote_among_the_points_of_a_list_is_a_decision(point: str) -> None:
    meeting = mm.parse(f"{HEAD}１　道路について\n\n委員からの主な意見は次のとおり。\n・道が狭い。\n・{point}\n").meeting
    assert [one.text for one in meeting.speeches] == ["道が狭い。"]
    assert len(meeting.decisions) == 1


@pytest.mark.parametrize("point", ["原案のとおり承認。", "協議の結果、近隣自治会は計画を了承した。"])
def test_an_opinion_that_tells_of_a_decision_is_an_opinion(point: str) -> None:
    meeting = mm.parse(f"{HEAD}１　道路について\n\n田中委員の主な意見は次のとおり。\n・道が狭い。\n・{point}\n").meeting
    assert [one.text for one in meeting.speeches] == ["道が狭い。", point]


def test_words_alone_in_brackets_above_questions_and_answers() -> None:
    text = HEAD + "１　道路について\n\n（意見）\n　道が狭い。広げてほしい。\n\n（回答）\n　来年から広げる。\n\nこのほか、特段の意見はなかった。\n"
    assert [(one.kind, one.speaker.label, one.text) for one in mm.parse(text).meeting.speeches] == [("remark", "意見", "道が狭い。広げてほしい。"), ("response", "回答", "来年から広げる。")]


def test_the_rows_of_a_list_of_people_head_no_questions() -> None:
    table = "委員の質問                        団体の回答\n人を集められるのか。        他の施設から応援に出す。\n費用は足りるのか。        夜間に運転して減らす。\n\n団体Ａ      412点\n団体Ｂ      376点\n"
    text = f"緑市選定委員会　会議概要\n\n開催日時      令和７年９月26日（金）\n出席委員      委員長    綿貫　弘\n              委員      釘宮　誠\n対象施設      市民温水プール\n\n１  審査\n\n{table}"
    meeting = mm.parse(text).meeting
    assert [(one.kind, one.speaker.label) for one in meeting.speeches] == [("remark", "委員"), ("response", "団体"), ("remark", "委員"), ("response", "団体")]
    assert [one.name for one in meeting.attendees] == ["綿貫弘", "釘宮誠"]


def test_kana_in_brackets_are_nobody() -> None:
    points = "".join(f"（{kana}）受入れの件数を増やす目標は分かるが、断った件数も示してほしい。\n" for kana in "アイウ")
    meeting = mm.parse(f"{HEAD}■計画に対する意見\n{points}■方法に対する意見\n{points}").meeting
    assert not {one.speaker.label for one in meeting.speeches} & set("アイウ")


def test_names_in_cells_of_their_own_are_no_turns() -> None:
    rows = [("1", "谷委員", "文字が小さく、年寄りには読めないのではないか。", "次の号から大きくした。"), ("2", "谷委員", "用語の注がないと分からない人が多い。", "巻末に付けることとした。"), ("3", "森委員", "頁を減らしてほしい。", "－")]
    head = "第４回みどり市水道審議会　議事要旨\n\n日時　令和６年２月８日（木）午後２時\n場所　市役所\n\n議事の概要\n（１）広報紙について\n"
    lines = ["№", "委員", "ご意見", "対応", *(cell for row in rows for cell in row)]
    speeches = mm.parse(head + "\n".join(lines) + "\n").meeting.speeches
    assert [(one.kind, one.speaker.label) for one in speeches] == [("remark", "谷委員"), ("response", "回答"), ("remark", "谷委員"), ("response", "回答"), ("remark", "森委員")]


def test_a_thousand_answers_in_brackets_are_read_one_after_another() -> None:
    text = "主な質疑応答は次のとおり（委員からの質問に続く括弧内が市の回答）。\n・" + "値上げを止められないか。（今後も検討していく。）" * 1000
    assert len(_speeches(text)) == 2000
