"""Sentences that report speech, each with the speeches it holds: kind, speaker, words or topic."""

from __future__ import annotations

import pytest

import minutes_model as mm

HEAD = """第４回　みどり市環境審議会　議事要旨

１　日時　令和６年２月８日（木）午後２時から午後３時30分まで
２　場所　市役所第１会議室
３　出席者　金田会長、林委員、馬場委員、丘野環境課長
４　議事の概要
（１）計画案について
"""

SENTENCES = {
    "what somebody put and what was decided, before his report": ("金田会長が、会議の公開について諮り、異議なく決定した。傍聴者は３名であると報告した。", []),
    "a notice that is why something was decided": ("財政上の問題はない旨、環境課長から説明があったので、原案のとおり承認された。", []),
    "another's words within a report": (
        "環境課長は、昨年の説明会において、値上げは困る、と住民代表が述べた、と説明した。",
        [("explanation", "環境課長", "昨年の説明会において、値上げは困る、と住民代表が述べた")],
    ),
    "words that stand in a paper": ("報告書には、値上げは避けられない、と市長が述べた、とある。", []),
    "a promise within a report": (
        "環境課長は、市長が漁協に補償すると約束し、これが守られていないとの指摘を受けていると説明した。",
        [("explanation", "環境課長", "市長が漁協に補償すると約束し、これが守られていないとの指摘を受けている")],
    ),
    "voices that others raised": (
        "環境課長から、「高すぎる」「遅すぎる」といった懸念する声が市民から寄せられているとの報告があった。",
        [("explanation", "環境課長", "「高すぎる」「遅すぎる」といった懸念する声が市民から寄せられている")],
    ),
    "an answer from elsewhere, which nobody here asked for": ("事務局は国に照会を行った。これに対し、県港湾局からは、差し支えないとの回答を得た。", []),
    "what a body explained before the meeting": ("昨年、国から補助金について説明があり、市は申請を始めた。", []),
    "who spoke, behind what he said": (
        "配置はどうなるのか、と林委員が尋ねた。籍は残るので変わらない、と環境課長が答えた。どこかに載せてはどうか、と馬場委員から意見があった。",
        [("remark", "林委員", "配置はどうなるのか"), ("response", "環境課長", "籍は残るので変わらない"), ("remark", "馬場委員", "どこかに載せてはどうか")],
    ),
    "who asked and who answered, both behind": (
        "見る者がいないのではないか、と重ねて林委員が尋ねたのに対し、話がついている、と環境課長が答えた。",
        [("remark", "林委員", "見る者がいないのではないか"), ("response", "環境課長", "話がついている")],
    ),
    "two nouns of what was said": (
        "委員からは、費用は足りるのか、との質問・指摘があった。",
        [("remark", "委員", "費用は足りるのか")],
    ),
    "two quotations, each with who asks": (
        "林委員からは「例はあるのか」と、馬場委員からは「直すのか」と、それぞれ質問があった。",
        [("remark", "林委員", "例はあるのか"), ("remark", "馬場委員", "直すのか")],
    ),
    "speakers set against each other, with one noun for all": (
        "会長からは、関係を調べるべきである、林委員からは、移るだけになる、馬場委員からは、一斉に追い払ってほしい、との意見があった。",
        [("remark", "会長", "関係を調べるべきである"), ("remark", "林委員", "移るだけになる"), ("remark", "馬場委員", "一斉に追い払ってほしい")],
    ),
    "an answer that was had from whom は sets against who asked": (
        "林委員からは、任せきりにしないでほしい、との要望があり、河川砂防課からは、窓口を一本化している、との説明を得た。",
        [("remark", "林委員", "任せきりにしないでほしい"), ("response", "河川砂防課", "窓口を一本化している")],
    ),
    "who gave notice, behind the notice": (
        "次回は８月に開催する予定である旨、環境課長から連絡があった。資料に誤りがあった旨、林委員より報告があった。",
        [("explanation", "環境課長", "次回は８月に開催する予定である"), ("remark", "林委員", "資料に誤りがあった")],
    ),
    "several quotations of nobody in particular, and what they do": (
        "委員からは、「坂が緩い」「灯が多い」「座れる所がある」といった評価する声が相次いだ。",
        [("remark", "委員", "坂が緩い"), ("remark", "委員", "灯が多い"), ("remark", "委員", "座れる所がある")],
    ),
    "several quotations and what they ask for": (
        "委員からは、「坂が急だ」「灯が少ない」と改善を求める意見が出された。また、馬場委員から「道が狭い」との声に続き、「夜は暗い」との声もあった。",
        [("remark", "委員", "坂が急だ"), ("remark", "委員", "灯が少ない"), ("remark", "馬場委員", "道が狭い"), ("remark", "馬場委員", "夜は暗い")],
    ),
    "what is quoted from a paper, and no words of who speaks": (
        "委員から、「当面の間」といった表現を改めるよう求める意見があった。",
        [("remark", "委員", "「当面の間」といった表現を改めるよう求める")],
    ),
    "quoted words before verbs of promising and judging": (
        "林委員が、「いつ直るのか」と疑問を呈し、環境課長は、「秋までに直す」と約束した。馬場委員は「よい計画だ」と高く評価した。",
        [("remark", "林委員", "いつ直るのか"), ("response", "環境課長", "秋までに直す"), ("remark", "馬場委員", "よい計画だ")],
    ),
    "a doubt that is voiced": ("林委員が、本当に直るのかと疑問を呈した。", [("remark", "林委員", "本当に直るのか")]),
    "a subject's words over full stops, and those of who answers him": (
        "林委員が、収入が三分の一に減っている。売り惜しみではないかと尋ねたのに対し、環境課長は、作業道が崩れている。直すには費用が要ると答えた。",
        [("remark", "林委員", "収入が三分の一に減っている。売り惜しみではないか"), ("response", "環境課長", "作業道が崩れている。直すには費用が要る")],
    ),
    "who asks again, and what is asked before と": (
        "馬場委員が重ねて、いつ直るのかとただすと、環境課長が、秋には着工できると答えた。",
        [("remark", "馬場委員", "いつ直るのか"), ("response", "環境課長", "秋には着工できる")],
    ),
    "verbs of promising and wishing": (
        "林委員は、縄ないのことも聞いてほしいと望んだ。これには環境課長が、職員を一人付けると約した。",
        [("remark", "林委員", "縄ないのことも聞いてほしい"), ("response", "環境課長", "職員を一人付ける")],
    ),
    "what somebody did before he spoke": ("会長が、開会を宣した。定足数に達していると述べた。", []),
    "an answer that was had behind これに対し": (
        "委員から、波は静まるのかとの質問があった。これに対し、計画局からは、効果は限られる、との回答を得た。",
        [("remark", "委員", "波は静まるのか"), ("response", "計画局", "効果は限られる")],
    ),
    "a body that presented papers, without a comma behind it": (
        "資料１に基づき、県から説明があった。海南電力から港の工事について報告があり、了承された。",
        [("explanation", "県", None), ("explanation", "海南電力", "港の工事")],
    ),
    "what a body was told elsewhere": ("国から説明を受けた。国から通知があった。", []),
    "a question and its answer, of nobody who is named": (
        "選任の根拠は何かとの問いに対し、規則の第３条による旨の回答があった。",
        [("remark", "", "選任の根拠は何か"), ("response", "", "規則の第３条による")],
    ),
    "what else was said, by nobody who is named": (
        "委員から「道が狭い」との意見があった。また、「夜は暗い」との意見も出された。",
        [("remark", "委員", "道が狭い"), ("remark", "", "夜は暗い")],
    ),
    "a question of nobody who is named, and who answers it": (
        "質疑では、道が狭いのではないかとの質問があり、事務局から、広げる予定であるとの回答があった。",
        [("remark", "", "道が狭いのではないか"), ("response", "事務局", "広げる予定である")],
    ),
    "views from elsewhere": ("市民アンケートでは、道が狭いとの意見があった。", []),
    "views of another meeting": ("国の審議会において、道が狭いとの意見が出された。", []),
    "a view of a body that nobody knows, over a full stop": ("灘西水先連から、霧の日は灯火が紛れる。色を変えるべきであるとの意見があった。", []),
    "what an audit told": ("委員から「道が狭い」との意見があった。監査の結果、手続が不適切であるとの指摘があった。", [("remark", "委員", "道が狭い")]),
    "a view that is why something was decided": ("前文の表現は分かりにくいとの意見があり、修正することとした。", []),
    "what another body answered": ("委員から、補助の対象かとの質問があり、国に照会したところ、対象であるとの回答があった。", [("remark", "委員", "補助の対象か")]),
    "how many came": ("開催に先立ち、出席委員が過半数に達し、会議が成立していることについて報告。", []),
    "questions that were exchanged": ("課長から計画について説明があり、委員との質疑を行った。", [("explanation", "課長", "計画")]),
    "an office by what it is in charge of": ("概要について、所管の水道課が説明を行い、点検を行った。", [("explanation", "所管の水道課", None)]),
    "papers right before who presents, commas in what is said": (
        "資料１に基づき副学長より、単位数の上限を改めるとともに、在籍料を徴収しないこととする旨の説明があった。",
        [("explanation", "副学長", "単位数の上限を改めるとともに、在籍料を徴収しないこととする")],
    ),
    "what is presented below the sentence, which decides": (
        "資料なし。学部長より次のとおり説明があり、了承された。\n　教員１名から退職願が提出されている。",
        [("explanation", "学部長", "教員１名から退職願が提出されている。")],
    ),
    "a topic in quotation marks before who speaks": (
        "このうち「和船の用具」に関し、石動委員から、年代の分かるものはあるかとの質問が出され、榛葉調査官から、214点あるとの回答がなされた。",
        [("remark", "石動委員", "年代の分かるものはあるか"), ("response", "榛葉調査官", "214点ある")],
    ),
    "a quotation before who said it, and its answer": (
        "「題名は大げさではないか」との意見が喜屋武委員から出されたのに対し、丹生谷課長からは「作文から取った」との説明があった。",
        [("remark", "喜屋武委員", "題名は大げさではないか"), ("response", "丹生谷課長", "作文から取った")],
    ),
    "each question and its answer": (
        "学部長より、企業のデータも対象となるのかとの質問、研究科長より、領域が足りないのではないかとの質問があり、館長より、それぞれ、契約のあるものは対象外とする旨、外部の利用を認める旨の回答があった。",
        [("remark", "学部長", "企業のデータも対象となるのか"), ("remark", "研究科長", "領域が足りないのではないか"),
         ("response", "館長", "契約のあるものは対象外とする"), ("response", "館長", "外部の利用を認める")],
    ),
    "one statement of what several are to do each": (
        "事務局から、それぞれ、計画の内容を確認すること、工程を守ることを求める旨の説明があった。",
        [("explanation", "事務局", "それぞれ、計画の内容を確認すること、工程を守ることを求める")],
    ),
    "an answer that who asked obtained": (
        "鍋島理事が、谷池ではどうするのかと尋ねたところ、工務係長からは、衛星を使う方式を試験しているとの回答を得た。",
        [("remark", "鍋島理事", "谷池ではどうするのか"), ("response", "工務係長", "衛星を使う方式を試験している")],
    ),
    "an answer that was obtained elsewhere": ("県に照会したところ、県から、支障ないとの回答を得た。", []),
    "the reason of a proposal": (
        "事務局長より、徴収の時期を11月に改めたい旨の提案理由の説明があった。", [("explanation", "事務局長", "徴収の時期を11月に改めたい")],
    ),
    "a chair's sentence that begins with よって": ("よって副会長から、会長に一任する旨の提案があった。", []),
    "answers chained behind a quotation on lines of its own": (
        "これに対し、露木室長から、\n「調整を行い、了解を得ている」\n旨、最上専門官から、\n「試算では、安定している」\n旨の回答があった。",
        [("response", "露木室長", "調整を行い、了解を得ている"), ("response", "最上専門官", "試算では、安定している")],
    ),
    "an answer over several full stops": (
        "これらに対し、事務局から、改定は２年に分けて行う。軽減は他市の例を見て検討する。窓口には端末を置くとの回答があった。",
        [("response", "事務局", "改定は２年に分けて行う。軽減は他市の例を見て検討する。窓口には端末を置く")],
    ),
    "a speech over several full stops behind what was explained": (
        "事務局から、説明がなされた後、林委員から、効果は大きい。一方で、故障が多い。職員を置くべきであるとの発言があった。",
        [("explanation", "事務局", None), ("remark", "林委員", "効果は大きい。一方で、故障が多い。職員を置くべきである")],
    ),
    "who presents behind what somebody else did before": (
        "林委員から馬場委員に資料が手渡された後、丘野環境課長から資料１に基づき説明があった。",
        [("explanation", "丘野環境課長", None)],
    ),
    "what others sent in is no speech of theirs": (
        "丘野環境課長から資料１に基づき、現地を視察した後、林委員から求められた試算について説明があった。",
        [("explanation", "丘野環境課長", "現地を視察した後、林委員から求められた試算")],
    ),
    "what was heard of before is within the words": (
        "林委員から、試算を確かめた後、事務局から説明を受けたい旨の発言があった。",
        [("remark", "林委員", "試算を確かめた後、事務局から説明を受けたい")],
    ),
    "one view against another": (
        "馬場委員から、負担を求めるのが筋であるとの意見があった一方、林委員から、路線が減るおそれがあるとの意見があった。",
        [("remark", "馬場委員", "負担を求めるのが筋である"), ("remark", "林委員", "路線が減るおそれがある")],
    ),
    "members by who sent them": (
        "医師会選出の委員から、声を掛ける仕組みがよいとの意見があった。公益代表の委員から、字が小さいとの指摘があった。",
        [("remark", "医師会選出の委員", "声を掛ける仕組みがよい"), ("remark", "公益代表の委員", "字が小さい")],
    ),
    "another member behind a dot, over a full stop": (
        "・別の委員から、待ち時間が長い。割合を教えてほしいとの発言があった。",
        [("remark", "別の委員", "待ち時間が長い。割合を教えてほしい")],
    ),
    "quotations in a row": (
        "委員からは「よく練られている」「図が見やすい」など、構成を評価する声が相次いだ。",
        [("remark", "委員", "よく練られている"), ("remark", "委員", "図が見やすい")],
    ),
    "quotations parted by commas": (
        "各委員から「目標が高い」、「期間が短い」等の意見があった。",
        [("remark", "各委員", "目標が高い"), ("remark", "各委員", "期間が短い")],
    ),
    "opinions such as these": (
        "委員からは、「周知が足りない」といった意見が出された。",
        [("remark", "委員", "周知が足りない")],
    ),
    "a member is the subject": (
        "馬場委員は「図が見やすい」と評価した。林委員は「字が小さい」と指摘した。",
        [("remark", "馬場委員", "図が見やすい"), ("remark", "林委員", "字が小さい")],
    ),
    "a question answered in its sentence": (
        "林委員の「根拠は何か」との質問に対し、環境課長が「国の基準である」と答えた。",
        [("remark", "林委員", "根拠は何か"), ("response", "環境課長", "国の基準である")],
    ),
    "demands, and who answers them": (
        "林委員から、様式の写しを出してほしいとの求めがあり、環境課長から、早急に出す旨の回答があった。",
        [("remark", "林委員", "様式の写しを出してほしい"), ("response", "環境課長", "早急に出す")],
    ),
    "a member demands as a subject, and presses the point": (
        "馬場委員は、紙の資料はやめられたいと求め、環境課長は、次回から改めると応じた。林委員は、毎年確かめるべきではないかと重ねて質し、環境課長は、確かめると答えた。",
        [("remark", "馬場委員", "紙の資料はやめられたい"), ("response", "環境課長", "次回から改める"), ("remark", "林委員", "毎年確かめるべきではないか"), ("response", "環境課長", "確かめる")],
    ),
    "two officials answer in a sentence": (
        "丘野課長は、水位が下がったことが原因とみていると答え、道路課長は、水の量を増やしたと述べた。",
        [("response", "丘野課長", "水位が下がったことが原因とみている"), ("remark", "道路課長", "水の量を増やした")],
    ),
    "what was found, before the verb": (
        "林委員は、境界から離す計画に改められていると現地調査の結果を述べた。",
        [("remark", "林委員", "境界から離す計画に改められている")],
    ),
    "a voice of worry": (
        "別の委員からは「夜勤の負担が増えるのではないか」と懸念する声が上がった。",
        [("remark", "別の委員", "夜勤の負担が増えるのではないか")],
    ),
    "who explained by which paper": (
        "丘野課長から資料１に沿って、谷係長から資料２に沿って、それぞれ説明が行われた。",
        [("explanation", "丘野課長", None), ("explanation", "谷係長", None)],
    ),
    "a subject without a verb": ("環境課長が説明。質疑なし。", [("explanation", "環境課長", None)]),
    "the agent behind the topic": (
        "続いて、資料２に基づき、計画案について事務局から説明した。",
        [("explanation", "事務局", None)],
    ),
    "who said it in a bracket behind the verb": (
        "開館を早めてほしいとの意見があった（馬場委員）。これに対し、来年から早める旨の回答があった（環境課長）。",
        [("remark", "馬場委員", "開館を早めてほしい"), ("response", "環境課長", "来年から早める")],
    ),
    "the same over two sentences": (
        "段差でつまずく人がいる。直してほしいとの要望があった（馬場委員）。",
        [("remark", "馬場委員", "段差でつまずく人がいる。直してほしい")],
    ),
    "a paper in a bracket behind the verb": ("環境課長から、費用を見直す旨の説明があった（資料２）。", [("explanation", "環境課長", "費用を見直す")]),
    "an office behind the verb may be whom it concerns": ("道路を直してほしいとの要望があった（環境課）。", []),
    "the addressee behind the verb": ("段差を直してほしいとの要望があった（市長）。", []),
    "who answers behind the verb of what was asked": ("費用が高いのではないかとの質問があった（回答：事務局）。", []),
    "what a survey found, with an office behind it": ("アンケートでは、公園が暗いとの意見があった（馬場委員）。", []),
    "the record's own words before who is named behind the verb": (
        "会議は公開で行われた。傍聴者は３名である。公園が暗いとの意見があった（馬場委員）。", [("remark", "馬場委員", "公園が暗い")],
    ),
    "two who may have spoken": ("林委員から、公園が暗いとの意見があった（馬場委員）。", []),
    "a paper in a bracket within the sentence": (
        "林委員から、先日報告があった（資料２）事故について、原因は何かとの質問があった。", [("remark", "林委員", "先日報告があった（資料２）事故について、原因は何か")],
    ),
    "two sides that an answer speaks of": (
        "林委員から、いつかとの質問があった。馬場委員から、いくらかとの質問があった。市と県の両者に対し、環境課長から、負担を求めているとの回答があった。",
        [("remark", "林委員", "いつか"), ("remark", "馬場委員", "いくらか"), ("response", "環境課長", "負担を求めている")],
    ),
    "industries in part": ("一部事業者から、値上げしたいとの要望があった。", []),
    "a bracket behind the verb that names nobody": ("費用を見直すべきであるとの意見があった（資料２）。", []),
    "who presides lets others explain": ("委員長から、計画案について事務局説明が求められ、環境課長から、資料１に基づき、来年始める旨の説明があった。", [("explanation", "環境課長", "来年始める")]),
    "who presides asks the body to talk": (
        "委員長から、日程について検討願いたい旨の発言があった。環境課長から、来年始める旨の説明があった。",
        [("remark", "委員長", "日程について検討願いたい"), ("explanation", "環境課長", "来年始める")],
    ),
    "industries that speak as one": (
        "馬場委員から、見付けられるのかとの質問があった。これに対し、造船所より、見付けられるとの回答があった。運航事業者からは、表示灯で補いたいとの発言があった。",
        [("remark", "馬場委員", "見付けられるのか"), ("response", "造船所", "見付けられる"), ("remark", "運航事業者", "表示灯で補いたい")],
    ),
    "a note without a full stop": ("・事務局より、資料１に基づき内容を説明", [("explanation", "事務局", "内容")]),
    "a title in quotation marks is no speech": (
        "環境課長から「環境基本計画」について説明があった。",
        [("explanation", "環境課長", "「環境基本計画」")],
    ),
    "two members speak as one": (
        "馬場委員、林委員から「異議はない」旨の発言があった。",
        [("remark", "馬場委員、林委員", "異議はない")],
    ),
    "two subjects share a verb": (
        "馬場委員は、「効果は何か」と尋ね、環境課長は、「ごみが減る」、財政課長は、「費用も減る」とそれぞれ答えた。",
        [("remark", "馬場委員", "効果は何か"), ("response", "環境課長", "ごみが減る"), ("response", "財政課長", "費用も減る")],
    ),
    "two subjects share a verb without commas": ("馬場委員は「賛成である」、林委員は「反対である」と述べた。", [("remark", "馬場委員", "賛成である"), ("remark", "林委員", "反対である")]),
    "a subject tells of a topic": ("環境課長は、計画案について説明した。", [("explanation", "環境課長", "計画案")]),
    "who let somebody speak": ("議長が提案の理由の説明を求め、環境課長が資料により説明した。", [("explanation", "環境課長", None)]),
    "a proposal of a sort": ("馬場委員から、期間を５年としてはどうかとの修正の提案があった。", [("remark", "馬場委員", "期間を５年としてはどうか")]),
    "two surnames share a title": ("馬場、林両委員から「異議はない」旨の発言があった。", [("remark", "馬場、林両委員", "異議はない")]),
    "two offices": ("環境課、財政課から、補助の対象について説明があった。", [("explanation", "環境課、財政課", "補助の対象")]),
    "an adverbial before the agent": ("本件について、馬場委員から「異議はない」旨の発言があった。", [("remark", "馬場委員", "異議はない")]),
    "an empty quotation": ("環境課長から「」旨の発言があった。", [("remark", "環境課長", None)]),
    "what residents say is not said here": ("住民の声があったことを踏まえ、修正した。", []),
    "who said it behind what was said, and of what sort it was": (
        "また、「図が見づらい。直してほしい」という厳しい意見も委員から出された。会社側からは「直す」との説明があった。",
        [("remark", "委員", "図が見づらい。直してほしい"), ("response", "会社側", "直す")],
    ),
    "an indirect wish of a sort": ("字を大きくしてほしいという強い要望が馬場委員から出された。", [("remark", "馬場委員", "字を大きくしてほしい")]),
    "the sort of a quoted speech": ("馬場委員から「目標が低い」との厳しい指摘があった。", [("remark", "馬場委員", "目標が低い")]),
    "who closes and who stresses": (
        "林委員は「続けるべきだ」と強調した。最後に、金田会長が「よく練られた案である」と締めくくった。",
        [("remark", "林委員", "続けるべきだ"), ("remark", "金田会長", "よく練られた案である")],
    ),
    "what nobody of the meeting closed with": ("番組が「海は広い」と結んだ点は、分かりやすい。", []),
    "whose question an answer takes up": (
        "委員からの質問に対し、環境課長から、秋に示す旨の説明があった。", [("remark", "委員", None), ("response", "環境課長", "秋に示す")],
    ),
    "a question about something that an answer takes up": (
        "林委員からの工期についての質問に対し、環境課長は、半年であると答えた。", [("remark", "林委員", "工期"), ("response", "環境課長", "半年である")],
    ),
    "a question told before is no other": (
        "林委員から、工期はいつまでかとの質問があった。委員の質問に対し、環境課長から、半年である旨の回答があった。",
        [("remark", "林委員", "工期はいつまでか"), ("response", "環境課長", "半年である")],
    ),
    "what is asked for from elsewhere names no speaker": ("福光県公安委員会からの職員の援助要求に基づき、派遣する案について説明を受け、案のとおり議決した。", []),
    "one more subject": (
        "馬場委員は「連携してほしい」と要望し、林委員も「良い機会になる」と述べた。", [("remark", "馬場委員", "連携してほしい"), ("remark", "林委員", "良い機会になる")],
    ),
    "who agrees": ("林委員も「見ることがない」と同調した。", [("remark", "林委員", "見ることがない")]),
    "praise and a demand": (
        "林委員は「美しかった」と評価した上で、「分かりにくくなった」と注文を付けた。", [("remark", "林委員", "美しかった"), ("remark", "林委員", "分かりにくくなった")],
    ),
    "one noun for two before it": (
        "馬場委員からは「訓練してほしい」旨の、林委員からは「早めに知らせてほしい」旨の発言がなされた。", [("remark", "馬場委員", "訓練してほしい"), ("remark", "林委員", "早めに知らせてほしい")],
    ),
    "a question and a proposal of one speaker": (
        "林委員から、「何隻出すのか」との質問及び「公表してはどうか」との提案があった。", [("remark", "林委員", "何隻出すのか"), ("remark", "林委員", "公表してはどうか")],
    ),
    "an opinion shown": ("林委員は、計画を示すべきであるとの見解を示した。", [("remark", "林委員", "計画を示すべきである")]),
    "topics by turns": ("環境課長から資料１について、財政課長から資料２について説明があった。", [("explanation", "環境課長", "資料１"), ("explanation", "財政課長", "資料２")]),
    "who left before a report": ("林委員が退席した後、環境課長から、適切である旨の説明があった。", [("explanation", "環境課長", "適切である")]),
    "what was done within an answer": (
        "林委員から、支援はあるのかとの質問があり、環境課長から、融資を案内したところ既に申込みがあった旨の回答があった。",
        [("remark", "林委員", "支援はあるのか"), ("response", "環境課長", "融資を案内したところ既に申込みがあった")],
    ),
    "to whom it was said": (
        "林委員から環境課長に対し、費用はいくらかとの質問があった。環境課長から林委員に対し、千円である旨を回答した。",
        [("remark", "林委員", "費用はいくらか"), ("response", "環境課長", "千円である")],
    ),
    "how many points": ("林委員から、①費用が高い、②時期が遅い、との２点の意見があった。", [("remark", "林委員", "①費用が高い、②時期が遅い")]),
    "who was asked": ("林委員から費用の根拠について問われ、環境課長は千円であると述べた。", [("remark", "林委員", "費用の根拠"), ("response", "環境課長", "千円である")]),
    "what was asked in what was said": ("林委員から、責任が問われ、信頼を失うおそれがあるとの意見があった。", [("remark", "林委員", "責任が問われ、信頼を失うおそれがある")]),
    "what an opinion was about": ("林委員の「費用が高い」という意見について、環境課長が「下げる」と説明した。", [("remark", "林委員", "費用が高い"), ("response", "環境課長", "下げる")]),
    "an opinion brought forward": ("林委員より出された費用が高いとの意見に対し、環境課長から千円であるとの説明があった。", [("remark", "林委員", "費用が高い"), ("response", "環境課長", "千円である")]),
    "a comma before the noun": ("林委員から、内訳を示してほしい、との要望があった。", [("remark", "林委員", "内訳を示してほしい")]),
    "two opinions of which one is besides": (
        "馬場委員から、費用が高いとの意見があったほか、林委員から、時期が遅いとの意見があった。", [("remark", "馬場委員", "費用が高い"), ("remark", "林委員", "時期が遅い")],
    ),
    "who asks for opinions has none": ("委員長から各委員に意見を求めたところ、林委員から費用が高いとの意見があった。", [("remark", "林委員", "費用が高い")]),
    "an explanation asked for": (
        "林委員から、経緯についての説明が求められ、環境課長から、10年前から検討してきた旨の説明があった。", [("remark", "林委員", "経緯"), ("response", "環境課長", "10年前から検討してきた")],
    ),
    "double quotation marks": ("林委員から『道が狭い』旨の発言があった。", [("remark", "林委員", "道が狭い")]),
    "nobody is named": ("また、「周知が足りない」との指摘もあった。", []),
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.values(), ids=SENTENCES)
def test_sentence(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    speeches = mm.parse(f"{HEAD}{text}\n").meeting.speeches
    assert [(s.kind, s.speaker.label, s.text or s.topic) for s in speeches] == wanted


@pytest.mark.parametrize("label", ["馬場委員、林委員", "馬場委員・林委員", "馬場、林両委員"])
def test_several_are_nobody_alone(label: str) -> None:
    speaker = mm.parse(f"{HEAD}{label}から「異議はない」旨の発言があった。\n").meeting.speeches[0].speaker
    assert (speaker.label, speaker.kind, speaker.attendee_id) == (label, mm.SpeakerKind.GROUP, None)


def test_an_answer_to_both_is_to_two() -> None:
    text = "馬場委員からは、訓練は行うのかとの質問が、林委員からは、扉は開くのかとの質問があった。両委員に対し、環境課長からは、行うとの回答があった。"
    one, other, answer = mm.parse(f"{HEAD}{text}\n").meeting.speeches
    assert isinstance(answer, mm.Response)
    assert answer.in_reply_to == (one.id, other.id)


def test_an_officer_among_the_members_presents_as_officer() -> None:
    head = HEAD.replace("丘野環境課長", "丘野教育部長").replace("出席者", "出席委員")
    said = mm.parse(f"{head}丘野部長から、予算の説明があった。\n").meeting.speeches[0]
    assert (said.kind, said.speaker.role) == ("explanation", mm.Role.OFFICIAL)


def test_the_answer_belongs_to_the_question() -> None:
    asked, answered = mm.parse(HEAD + SENTENCES["a question answered in its sentence"][0]).meeting.speeches
    assert isinstance(answered, mm.Response)
    assert answered.in_reply_to == (asked.id,)


def test_of_questions_by_turns_each_has_its_answer() -> None:
    text = "委員から、対象かとの質問があり、事務局から、対象であるとの回答があり、委員から、いつからかとの質問があり、水道課長から、４月からとの回答があった。"
    first, answer, second, other = mm.parse(f"{HEAD}{text}\n").meeting.speeches
    assert isinstance(answer, mm.Response)
    assert isinstance(other, mm.Response)
    assert (answer.in_reply_to, other.in_reply_to) == ((first.id,), (second.id,))


def test_a_member_who_takes_up_an_answer_answers_nobody() -> None:
    text = "委員から、対象かとの質問があり、事務局から、対象であるとの回答があった。これを受け、委員から、早めに知らせてほしいとの発言があった。"
    assert [one.kind for one in mm.parse(f"{HEAD}{text}\n").meeting.speeches] == ["remark", "response", "remark"]


def test_a_reason_that_nobody_in_particular_gave_leaves_the_answer_to_who_gave_it() -> None:
    text = "緑市総合審議会　議事概要\n日時　令和５年４月１日（土）\n議事\n１　計画について\n　委員から質問が出されたため、事務局から、来年度に実施するとの回答があった。\n"
    assert [(one.speaker.label, one.kind) for one in mm.parse(text).meeting.speeches] == [("委員", "remark"), ("事務局", "response")]


def test_a_bullet_whose_subject_presents_is_no_opinion() -> None:
    text = "○　環境課長が、目標を加える旨を説明した。\n\n○　林委員からは、いつからか、との質問があった。\n"
    assert [(one.kind, one.speaker.label, one.text) for one in mm.parse(f"{HEAD}{text}").meeting.speeches] == [("explanation", "環境課長", "目標を加える"), ("remark", "林委員", "いつからか")]


def test_who_asks_to_leave_leaves() -> None:
    changes = [event for item in mm.parse(f"{HEAD}林委員は、審査を外れたいと申し出て、退室した。\n").meeting.agenda for event in item.proceedings if isinstance(event, mm.AttendanceChange)]
    assert [(one.change.value, [person.label for person in one.people]) for one in changes] == [("left", ["林委員"])]


def test_who_leaves_is_not_told_by_who_spoke_before() -> None:
    text = "林委員から、馬場委員は利害関係者であるとの指摘があった。ここで、退席した。\n"
    assert not [event for item in mm.parse(f"{HEAD}{text}").meeting.agenda for event in item.proceedings if isinstance(event, mm.AttendanceChange)]


def test_who_left_comes_back() -> None:
    text = "林委員は、本件の分担者であるため退席した。審査の結果、承認した。林委員は、審査の終了後、再び入室した。\n"
    changes = [event for item in mm.parse(f"{HEAD}{text}").meeting.agenda for event in item.proceedings if isinstance(event, mm.AttendanceChange)]
    assert [one.change.value for one in changes] == ["left", "joined"]


def test_bullets_that_tell_last_who_spoke_report() -> None:
    text = "○　環境課長から、候補地は２港である旨の説明があった。\n\n○　震災の前と比べられる点で意義がある、との発言が金田会長からあった。\n"
    assert [(one.kind, one.speaker.label) for one in mm.parse(f"{HEAD}{text}").meeting.speeches] == [("explanation", "環境課長"), ("remark", "金田会長")]
