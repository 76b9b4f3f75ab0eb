"""Derive `rules/broken-word/lookalike.zh.txt`: which Chinese characters a recogniser may take for which.

Run: python scripts/build_broken_word_lookalikes.py FOLDER, where FOLDER holds the data files of the PyPI package
`char-similar` 0.0.2 (MIT): `char_order.dict` (strokes of a character in writing order, five classes),
`char_stroke.dict` (its components) and `char_fourangle.dict` (four-corner code). Characters are those of words in the
dictionary of `jieba` (MIT), by the number of its words that hold them.

Two characters look alike where few strokes tell them apart (edit distance of the stroke orders), where one is the
other with a component more, or where they share their larger part.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

CHARACTERS = 4200
KEPT = 40
# Sets that every primer of easily confused characters has, written down here; stroke counts hide some of them.
CONFUSED = """
己已巳 戊戌戍戎成 未末朱来 日曰目白 土士工王 干千于牛午 人入八 大太犬天夫无 见贝贝页 东车乐 设投没役 请清情晴精睛 产严广 识织职帜 英莫央
史更吏便 令今冷 淮准谁维 社杜壮肚 货资贷贺货 同后问向 天元夭 旦且目 由甲申田 力刀九 几凡儿 己乙 厂广 石右古 巾币 帅师 折拆析 待侍特持 侯候
免兔 乌鸟岛 间问闻 历厉 暴瀑爆 佳住往 拔拨 斤斥 眠眼 辨辩辫 徒徙陡 崇祟 概慨溉 幕墓慕暮募 体休 本木术 卖买实 外处 治冶 矢失夫 丸九 开井并
主王玉 自白 头买 办为 书韦 毛手 子予矛 风凤 仓仑 夕歹 义叉 尤龙 万方 刃刀 亡之 户尸 爪瓜 瓜爪 孤狐弧 盲肓育 官宫宦 宜宣 苟荀 茶荼 茉莱 莱菜
萧箫 庄压 圮圯 扰拢 抢抡 沦沧 伦伧 汩汨 泪洎 洒酒 酒洒 洛络 汨泊 沾沽 段叚 衰衷哀 博搏膊 傅传 准淮 凉谅 冒昌 昌冒 冻冼 凑奏 辛幸 亨享 宵霄
"""
HEADER = """\
# Chinese characters and those that a recogniser may take for them, the nearest first.
# Derived by scripts/build_broken_word_lookalikes.py from stroke orders, components and four-corner codes of the PyPI
# package char-similar 0.0.2 (MIT, Copyright yongzhuo) for the characters of jieba's dictionary 0.42.1 (MIT).
"""


def distance(a: str, b: str, limit: int) -> int:
    """Edit distance of two stroke orders, `limit` + 1 where it is larger than that."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (left != right))
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def unlikeness(a: str, b: str, data: dict[str, dict]) -> float:
    """Of two characters: 0 for the same strokes, below 1 for look-alikes."""
    first, second = data["order"].get(a, ""), data["order"].get(b, "")
    if not first or not second:
        return 9.0
    longer, shorter = max(len(first), len(second)), min(len(first), len(second))
    if any(a in group and b in group for group in CONFUSED.split()):
        return 0.0
    best = 9.0
    left, right = Counter(data["stroke"].get(a, [a])), Counter(data["stroke"].get(b, [b]))
    shared = sum(len(data["order"].get(part, "1")) for part in (left & right).elements())
    if shared:
        best = 1.6 * (1 - shared / (0.5 * (longer + shorter)))
    contained = (a in right and b) or (b in left and a)
    if contained:
        best = min(best, 0.9 * (longer - shorter) / longer + 0.1)
    limit = 1 + longer // 4
    differ = sum(abs(first.count(stroke) - second.count(stroke)) for stroke in "12345")
    if longer - shorter <= limit and differ <= 2 * limit and (edits := distance(first, second, limit)) <= limit:
        best = min(best, 2.0 * (edits + 0.5) / (longer + 1))
    corners, others = data["fourangle"].get(a, "     ")[:4], data["fourangle"].get(b, "xxxxx")[:4]
    return best - 0.08 * sum(x == y for x, y in zip(corners, others, strict=False))


def main() -> None:
    folder = Path(sys.argv[1])
    data = {name: json.loads((folder / f"char_{name}.dict").read_text("utf-8")) for name in ("order", "stroke", "fourangle")}
    spec = find_spec("jieba")
    assert spec and spec.origin
    counts: Counter[str] = Counter()
    for line in (Path(spec.origin).parent / "dict.txt").read_text("utf-8").splitlines():
        counts.update(set(line.split(" ")[0]))
    chars = [char for char, _ in counts.most_common() if "\u4e00" <= char <= "\u9fff" and char in data["order"]][:CHARACTERS]
    near: dict[str, list[tuple[float, str]]] = {char: [] for char in chars}
    for i, a in enumerate(chars):
        for b in chars[:i]:
            if abs(len(data["order"][a]) - len(data["order"][b])) <= 4 or a in data["stroke"].get(b, ()) or b in data["stroke"].get(a, ()):
                value = unlikeness(a, b, data)
                if value < 0.75:
                    near[a].append((value, b))
                    near[b].append((value, a))
    lines = sorted(f"{char}\t{''.join(other for _, other in sorted(found)[:KEPT])}" for char, found in near.items() if found)
    target = Path(__file__).parent.parent / "rules" / "broken-word" / "lookalike.zh.txt"
    target.write_text(HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
