"""Characters that look like those Japanese uses, and are not: Chinese, older and mistaken ones."""

from __future__ import annotations

import re

from scripts.typography.slips import Rule, replaced

OLDER = str.maketrans(
    "國會體學氣區實發廣應當經濟變關總聯黨縣澤圓對戰團圍與舊號擴數樣歐燒營爲獨產眞禮絲續繼聲處證讀賣轉輕邊鐵隱驛點齊髙﨑",
    "国会体学気区実発広応当経済変関総連党県沢円対戦団囲与旧号拡数様欧焼営為独産真礼糸続継声処証読売転軽辺鉄隠駅点斉高崎",
)
"""Older forms of Chinese characters, and those that Japanese uses."""
SIMPLIFIED = str.maketrans(
    "际发经济环变东业务关实现调协组织议为让进连达运动员资费质贸车农单战团图报带应开强总护时术权标样检测减热爱电稳类级红约练细终统续联职观计认证评识诉试话语说请课谁负责购贤转轮软输边过还选递邮释钱铁银销锁门"
    "问间阳阴难页项须题颜风马验创优导层岛岁币庆库异张彻态户扩择损换摆构极栋树桥欢汇汉沟洁满灭灾炼牺畅疗监盘础确离种积简纪纳纸线综绍结给络绝继绩维绿编缓缩罗罚聪胁胜脏节药获虑虽蓝补袭规视览觉订训记讨许论设访"
    "诊词译详诚误谈谐谢贝贡财败货贯贫贵贷赁赏赖赞赠趋跃轨轻载较辅辉迁违迟适逊遗针钟钢铜链错锅键镇闭闲阅队阶陆陈险隐韩顶顺预领频额饭饮馆驱鱼鸟鸡齐龄气网广",
    "際発経済環変東業務関実現調協組織議為譲進連達運動員資費質貿車農単戦団図報帯応開強総護時術権標様検測減熱愛電穏類級紅約練細終統続連職観計認証評識訴試話語説請課誰負責購賢転輪軟輸辺過還選逓郵釈銭鉄銀銷鎖門"
    "問間陽陰難頁項須題顔風馬験創優導層島歳幣慶庫異張徹態戸拡択損換擺構極棟樹橋歓匯漢溝潔満滅災錬犠暢療監盤礎確離種積簡紀納紙線総紹結給絡絶継績維緑編緩縮羅罰聡脅勝臓節薬獲慮雖藍補襲規視覧覚訂訓記討許論設訪"
    "診詞訳詳誠誤談諧謝貝貢財敗貨貫貧貴貸賃賞頼賛贈趨躍軌軽載較輔輝遷違遅適遜遺針鐘鋼銅鏈錯鍋鍵鎮閉閑閲隊階陸陳険隠韓頂順預領頻額飯飲館駆魚鳥鶏斉齢気網広",
)
"""Chinese characters as they are written in China, and as in Japan."""
KATAKANA = "\u30a1-\u30fa\u30fc"
LOOKALIKES = str.maketrans("一口二力夕工卜八－―—–─‐-", "ーロニカタエトハーーーーーーー")
"""What is taken for katakana between katakana: グロ一バル has the number one in it."""


def _katakana(match: re.Match[str]) -> str:
    return match[0].translate(LOOKALIKES)


def _japanese(match: re.Match[str]) -> str:
    return match[0].translate({**OLDER, **SIMPLIFIED})


RULES: tuple[Rule, ...] = (
    replaced("kanji-form", f"[{''.join(map(chr, {**OLDER, **SIMPLIFIED}))}]+", _japanese),
    replaced("letter-lookalike", rf"(?<=[{KATAKANA}])[{''.join(map(re.escape, map(chr, LOOKALIKES)))}](?=[{KATAKANA}])|(?<=[{KATAKANA}])[－―—–─‐-](?=[\u3041-\u3096])", _katakana),
)  # fmt: skip
