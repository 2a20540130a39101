"""The words that report speech: 発言, 質問, 説明 … with what makes a verb of them: があった, を行い.

Every pattern here begins with a choice of plain words, without an optional part or a group of its own
before it: then the search skips to their first characters at the speed of C.
"""

from __future__ import annotations

from minutes_model.patterns import regex

__all__ = ["CHAIN", "CHAIN_OF_TOPICS", "CUE", "HEAD", "INVERTED", "INVERTED_TO", "LIGHTS", "VIEWED"]

_MODIFIERS = "補足|質疑|追加|趣旨|概要|経過|状況|口頭|冒頭|逐条|詳細|一括|事前"
_NO_NOUNS = _MODIFIERS.removeprefix("補足|質疑|")
"""The modifiers that are no nouns of speech themselves."""
_NOUNS = (
    "発言|再々?質問|再質疑|再答弁|再回答|質問|意見陳述|意見|要望|指摘|提案|回答|答弁|説明|報告|挨拶|あいさつ|補足|依頼|指示|申し出|申出|申入れ|"
    "要請|提言|助言|質疑|返答|返事|問い合わせ|問い|問合わせ|問|紹介|連絡|案内|感想|総括|見解|提起|コメント|陳述|主張|懸念|所感|情報提供|応答|"
    "答え|謝辞|御礼|お礼|注文|論評|講評|反論|苦言|お尋ね|確認(?<=との確認)|まとめ(?<=とのまとめ)|照会(?<=との照会)|相談(?<=との相談)"
)
HEAD = rf"(?:{_MODIFIERS})?(?:{_NOUNS})"
"""A noun of speech, a modifier before it taken along: 補足説明."""
LIGHTS = (
    r"(?:等|など)?(?:(?:が|を|も|は)(?:[、 ])?)?(?:それぞれ|併せて|適宜|改めて|複数|数?多く|多数|(?:書面|文書|メール|口頭)(?:で|により、?)|事前に)?(?:あった後|あった|ありました|あり|なされた後|なされました|なされた|なされ|行われた後|行われました|行われた|行われ|行った後|行いました|行った|行い|"
    r"受けた後|受けました|受けた|受けて|受け|された後|されました|された|され|した後|しました|した|し(?=、)|述べられました|述べられた|述べられ|述べた|述べ|示しました|示した|表明しました|表明した|出しました|出した|付けました|付けた|付け(?=、)|出されました|出された|出され|出ました|出た|示されました|示された|示され|"
    r"寄せられました|寄せられた|寄せられ|提出された|提出されている|提出されており|提出され|提出があった|出されている|出されており|寄せられている|寄せられており|相次いだ|相次ぎ|上がりました|上がった|上がり|挙がりました|挙がった|聞かれました|聞かれた|聞かれ|多かった|続いた|の後(?=、)|のあと(?=、)|後(?=、)|いただきました|いただいた|いただき|ございました|求めた|求められました|求められた|求められ(?=、)|(?<=問)われ(?=、)|(?<=問)われた|行なわれた|行なわれ|行なった)"
)
"""The light verbs behind such a noun."""
VIEWED = (
    "(?:厳しい|強い|鋭い|高い|新しい|新たな|率直な|好意的な|肯定的な|否定的な|批判的な|前向きな|建設的な|具体的な|慎重な|貴重な|切実な|素朴な|様々な|さまざまな|同様の|次のような)"
)
"""How a speech is said to be, between …との and its noun: という厳しい意見."""
_NO_NOUN = "(?:(?<![っしえんりじねめべのけ])|(?<=答え)|(?<=まとめ))(?<!とする)"
"""Not behind 述べ, 語っ, 応じ, 付け加え, との: told by their last character, of which 答え and まとめ are nouns."""
CUE = regex(
    rf"(?P<head>(?:{_NO_NOUNS}|{_NOUNS}|述べ|との|かの|とする|という|語っ|話し|訴え|評価し|同調し|賛同し|応じ|尋ね|訊ね|ただし|質し|求め|締めくくっ|締め括っ|締めくくり|結ん|強調し|付け加え|呼びかけ|呼び掛け|声|こと(?<=とのこと)(?:であった|でした|である|です)?)"
    rf"(?:(?<={_MODIFIERS})(?:{_NOUNS})|(?<!{_NO_NOUNS})))(?:"
    rf"{_NO_NOUN}(?:(?P<light>{LIGHTS})(?=[、。\n]|後|が、|のに対|ことから|ため|ところ|上で|ほか|とともに|$)|(?=(?P<chain>、))|(?=(?P<noun>。|$)))"
    r"|(?<=[べっしえじねめりんけ])(?:(?<=と述べ)|(?<=」とそれぞれ述べ)|(?<=」と語っ)|(?<=」と話し)|(?<=と訴え)|(?<=」と評価し)|(?<=」と同調し)|(?<=」と賛同し)|(?<=と答え)|(?<=」とそれぞれ答え)|(?<=」と応じ)|(?<=と尋ね)|(?<=と訊ね)|(?<=とただし)|(?<=と質し)|(?<=旨答え)|(?<=旨述べ)|(?<=旨を答え)|(?<=旨を述べ)|(?<=」と求め)|(?<=についてただし)|(?<=について質し)|(?<=をただし)|(?<=を質し)|(?<=」と締めくくっ)|(?<=」と締め括っ)|(?<=」と締めくくり)|(?<=」と結ん)|(?<=」と強調し)|(?<=」と付け加え)|(?<=」と呼びかけ)|(?<=」と呼び掛け))(?P<said>(?:られました|られた|られ|ました|た|だ|て)?)(?=[、。]|のに[対続]|ところ|上で|うえで)"
    r"|(?:(?<=[とか]の)|(?<=とする)|(?<=という))(?P<to>問い?|質問|質疑|指摘|意見)(?:に対し|に対して|について|につき|を受け|を受けて)(?=、))"
)
"""Where a reporting clause has its verb, by what stands behind ``head``: ``light`` verbs, a comma (``chain``,
of several that share one), the sentence's end (``noun``); or と述べ (``said``), or との質問に対し (``to``)."""
CHAIN = regex(rf"(?:旨の?|」と?|か|(?:{_NOUNS})[がを]?)、")
"""Behind which one of several statements that share a verb may end; a modifier before the noun changes nothing."""
CHAIN_OF_TOPICS = regex(rf"(?:旨の?|」と?|について|(?:{_NOUNS})[がを]?)、")
"""The same where それぞれ tells that topics share the verb."""
INVERTED = regex(
    rf"(?:との|旨の|という|といった){VIEWED}?(?P<head>{HEAD}|声)(?:等|など)?[がをも](?P<who>[^、。「」がをは]{{2,30}}?)(?:より|から)、?(?:なされ|あった|あり|行われ|示され|出され|述べられ|寄せられ|さ?れた)(?:まし)?(?:た|て)?(?=[、。\n]|$)"
)
"""Where what was said stands before who said it: …との報告が大関本部長よりなされた."""
INVERTED_TO = regex(
    r"(?:との|旨の|かとの)(?P<who>[^、。「」がをは]{2,20}?)(?:より|から)の(?P<head>質問|質疑|意見|要望|指摘|提案|問い)(?:に対し(?:て)?|を受け(?:て)?|に)、"
)
"""The same before a reply: …できないかとの委員からの質問に対し、."""
