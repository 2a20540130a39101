# placeholder
import re
from attrs import frozen
@frozen(kw_only=True)
class Designation:
    text:str; organization:object=None; name:object=None; family:object=None; given:object=None; title:object=None; honorific:object=None; note:object=None; confidence:float=0.; alternatives:tuple=()
_TT=re.compile(r"(?:副?委員長|副?会長|副?座長|副?議長|部会長|委員|議員|構成員|監事|理事|長官|次長|[一-龥]*[課局部室所]長|参事官|審議官|専門官|企画調整官|係長|主査|主幹|主任|補佐|学長|官房長|研究員|調査官|書記|氏|君|さん)(?:職務)?(?:代理者?|代行者?|補佐)?$")
def split_designation(text,*,roster=()):
    t=''.join(text.split())
    m=re.search(r"[（(]([^（()）]*)[)）]$",t); note=None; core=t
    if m and m.start(): note=m[1]; core=t[:m.start()]
    if m and re.match(r"(?:委員|議長|副?委員長|[^（]*[長官員査])$",core) and note and re.match(r".{2,10}(?:君|さん)?$",note): 
        return Designation(text=text,name=re.sub("君$|さん$","",note),title=core,confidence=.9)
    m=_TT.search(core)
    if m:
        for k in range(m.start(), len(core)):
            pass
        s=m.start()
        # prefer name of 2 chars
        if s==0 and len(core)>4 and core[2:] and _TT.fullmatch(core[2:]): s=2
        return Designation(text=text,name=core[:s] or None,title=core[s:],note=note,confidence=.8)
    return Designation(text=text,organization=core,confidence=.5,note=note)
