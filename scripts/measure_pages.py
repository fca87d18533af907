"""Compares what readers make of labelled pages with the labels. Started by scripts/measure-pages."""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict

FIELDS = [
    ("date", "发布日期"), ("no-date", "无日期不误报"), ("title", "标题"), ("source", "来源"),
    ("body", "正文首尾"), ("item", "列表条目"), ("item-extra", "条目无多余"), ("count", "条目数"),
    ("crumbs", "位置"), ("number", "文号"), ("created", "成文日期"), ("type", "栏目类型"),
]


def made_pages(root, wanted):
    folder = os.path.join(root, "Tests/PageModelTests/MadePages")
    for part in ("tuning", "holdout"):
        if wanted not in (part, "all"):
            continue
        for name in sorted(os.listdir(os.path.join(folder, part))):
            path = os.path.join(folder, part, name)
            raw = open(path, "rb").read()
            text = raw.decode("gb18030" if b"charset=gb2312" in raw else "utf-8")
            label = {"items": []}
            for line in text.split("<!-- label\n")[1].split("\n-->")[0].split("\n"):
                key, _, value = line.partition(": ")
                if key == "item":
                    label["items"].append(tuple(value.split(" | ", 1)))
                else:
                    label[key] = value
            bare = text.split("<!-- label\n")[0]
            yield {"name": name, "path": path, "html": bare, "label": label, "group": "made"}


def real_pages(root, wanted):
    pages = os.path.join(os.environ["MINGCHA_SHARED"], "pages")
    if not os.path.isdir(pages):
        print("skipped: no real pages at", pages, file=sys.stderr)
        return
    manifest = csv.DictReader(
        open(os.path.join(pages, "manifest.tsv"), encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    urls = {row["file"]: row["url"] for row in manifest}
    rows = csv.DictReader(
        open(os.path.join(root, "Tests/PageModelTests/RealPages.tsv"), encoding="utf-8"),
        delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        if wanted not in (row["set"], "all"):
            continue
        host, _, rest = row["file"].partition("/")
        url = urls.get(row["file"], "")
        label = {"kind": row["kind"], "items": [], "url": url if url.startswith("http") else f"http://{host}/{rest}"}
        if row["kind"] == "article":
            label.update(published=row["published"], title=row["title"], source=row["source"])
        else:
            label.update(count=row["items"], ends=[
                (row["first-date"], row["first-title"]), (row["last-date"], row["last-title"])])
        path = os.path.join(pages, row["file"])
        html = open(path, "rb").read().decode("utf-8", "replace")
        yield {"name": row["file"], "path": path, "html": html, "label": label, "group": "real"}


def squeeze(text):
    return re.sub(r"[\s.…·]+", "", text or "")


def ours(pages):
    with tempfile.NamedTemporaryFile("w", suffix=".tsv", delete=False, encoding="utf-8") as listing:
        for page in pages:
            listing.write(f"{page['path']}\t{page['label']['url']}\n")
    out = subprocess.run(
        [os.environ["MINGCHA"], "page", "--list", listing.name], check=True, capture_output=True)
    os.unlink(listing.name)
    for line in out.stdout.decode("utf-8").splitlines():
        read = json.loads(line)
        head = read["documentHead"].get("成文日期", "")
        day = re.search(r"(\d{4})\D+(\d{1,2})\D+(\d{1,2})", head)
        yield {
            "date": read.get("published"), "title": read["title"], "source": read.get("source"),
            "body": read["body"], "items": [(i.get("date") or "-", i["title"]) for i in read["items"]],
            "crumbs": " > ".join(read["breadcrumb"]), "numbers": read["documentNumbers"],
            "created": "%s-%02d-%02d" % (day[1], int(day[2]), int(day[3])) if day else None,
            "type": read.get("columnType"),
        }


def peers():
    """Name → function from (html, url) to what it read."""
    found = {}
    try:
        from htmldate import find_date
        found["htmldate"] = lambda html, url: {"date": find_date(html, url=url, original_date=True)}
    except ImportError:
        print("htmldate is not installed; left out", file=sys.stderr)
    try:
        from trafilatura import bare_extraction

        def trafilatura(html, url):
            read = bare_extraction(html, url=url, with_metadata=True)
            return {"date": read.date, "title": read.title, "body": read.text} if read else {}
        found["trafilatura"] = trafilatura
    except ImportError:
        print("trafilatura is not installed; left out", file=sys.stderr)
    try:
        from gne import GeneralNewsExtractor

        def gne(html, url):
            read = GeneralNewsExtractor().extract(html)
            day = re.search(r"(\d{4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,2})", read.get("publish_time") or "")
            date = "%s-%02d-%02d" % (day[1], int(day[2]), int(day[3])) if day else None
            return {"date": date, "title": read.get("title"), "body": read.get("content")}
        found["GNE"] = gne
    except ImportError:
        print("gne is not installed; left out", file=sys.stderr)
    return found


def compare(label, read):
    """Yields (field, right, what was wanted, what was read)."""
    published = label.get("published")
    if label["kind"] == "article":
        if published and published != "-":
            yield "date", read.get("date") == published, published, read.get("date")
        elif published == "-":
            yield "no-date", not read.get("date"), "-", read.get("date")
        if "title" in read and label.get("title"):
            yield "title", squeeze(read["title"]) == squeeze(label["title"]), label["title"], read["title"]
        if "source" in read and label.get("source"):
            wanted = None if label["source"] == "-" else label["source"]
            yield "source", read["source"] == wanted, wanted, read["source"]
        if "body" in read and label.get("begins"):
            body = squeeze(read["body"])
            right = squeeze(label["begins"]) in body and squeeze(label.get("ends", "")) in body and "网站标识码" not in body
            yield "body", right, label["begins"], body[:30]
    if "items" in read and label["kind"] == "column":
        got = {(date, squeeze(title)) for date, title in read["items"]}
        wanted = {(date, squeeze(title)) for date, title in label["items"]}
        for item in sorted(wanted):
            yield "item", item in got, item, sorted(got)[:2]
        if wanted:
            yield "item-extra", not got - wanted, "", sorted(got - wanted)[:2]
        if "count" in label:
            yield "count", len(read["items"]) == int(label["count"]), label["count"], len(read["items"])
            if label["count"] != "0":
                for (date, title), at in zip(label["ends"], (0, -1)):
                    if title == "-":
                        continue
                    item = read["items"][at] if read["items"] else ("", "")
                    yield "item", (item[0], squeeze(item[1])) == (date, squeeze(title)), (date, title), item
    if "crumbs" in read and label.get("crumbs"):
        shown = [step for step in read["crumbs"].split(" > ") if step != "正文"]
        yield "crumbs", " > ".join(shown) == label["crumbs"], label["crumbs"], read["crumbs"]
    if "numbers" in read and label.get("number"):
        yield "number", label["number"] in read["numbers"], label["number"], read["numbers"]
    if "created" in read and label.get("created"):
        yield "created", read["created"] == label["created"], label["created"], read["created"]
    if "type" in read and label.get("type") and label.get("crumbs"):
        yield "type", read["type"] == label["type"], label["type"], read["type"]


def measure(pages, shows_misses):
    scores = defaultdict(lambda: [0, 0])
    readers = peers()
    reads = {"明察": list(ours(pages))}
    for name, reader in readers.items():
        reads[name] = []
        for page in pages:
            try:
                reads[name].append(reader(page["html"], page["label"]["url"]) or {})
            except Exception as problem:  # a peer that fails on a page has read nothing of it
                print(f"{name}: {page['name']}: {problem!r}", file=sys.stderr)
                reads[name].append({"date": None, "title": None, "body": ""})
    for name, results in reads.items():
        for page, read in zip(pages, results):
            for field, right, wanted, got in compare(page["label"], read):
                score = scores[name, page["group"], field]
                score[0] += right
                score[1] += 1
                if shows_misses and name == "明察" and not right:
                    print(f"MISS {page['name']} {field}: wanted {wanted!r}, read {got!r}")
    return list(reads), scores


def table(names, scores):
    rows = []
    for group, title in (("made", "自编"), ("real", "真实")):
        for field, words in FIELDS:
            cells = []
            for name in names:
                right, total = scores.get((name, group, field), (0, 0))
                cells.append(f"{right}/{total}" if total else "–")
            if any(cell != "–" for cell in cells):
                rows.append([title, words, *cells])
    lines = ["| 页面 | 项目 | " + " | ".join(names) + " |", "| --- " * (len(names) + 2) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def main():
    root, *options = sys.argv[1:]
    wanted = options[options.index("--set") + 1] if "--set" in options else "all"
    pages = list(made_pages(root, wanted)) + list(real_pages(root, wanted))
    names, scores = measure(pages, "--misses" in options)
    print(f"{len(pages)} pages ({wanted})")
    print(table(names, scores))


if __name__ == "__main__":
    main()
