#!/usr/bin/env python3
"""Link checks and known addresses, measured; called by scripts/bench.

status   crawls lists of links to another host and sets the CPU time beside libcurl's for the same
         addresses, in pairs right after one another: `files` (HEAD says enough) and `pages` (HEAD,
         then GET, then reading what the page says).
memory   lets a sitemap name a million addresses, as TRS writes them, and tells resident memory and
         the ledger's size for each.
"""
import argparse, os, shutil, signal, socket, sqlite3, statistics, subprocess, sys, tempfile, time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
parser.add_argument("what", choices=["status", "memory"])
parser.add_argument("--shared", required=True, help="the folder that holds bench/limit.c")
parser.add_argument("--links", type=int, default=0)
parser.add_argument("--runs", type=int, default=3)
options = parser.parse_args()
mingcha = os.environ["MINGCHA"]
work = tempfile.mkdtemp(prefix="mingcha-bench.")
os.chmod(work, 0o755)  # nginx reads it as another user
with socket.socket() as found:
    found.bind(("127.0.1.1", 0))
    PORT = found.getsockname()[1]
LISTS, TARGETS = f"http://127.0.1.1:{PORT}", f"http://127.0.1.2:{PORT}"
COLUMNS = "dtyw tzgg zcwj zcjd ghjh tjsj rsxx czxx zdly hygq".split()


def write(path, text):
    path = f"{work}/site/{path}"
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


def serve():
    page = ("<html><head><meta charset=utf-8><title>公开</title></head><body><p>"
            + "政府信息公开内容。" * 80 + "</p></body></html>")
    temporary = "".join(f"{kind}_temp_path {work}/tmp; "
                        for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"])
    with open(f"{work}/nginx.conf", "w") as file:
        file.write(f"""worker_processes 1; daemon off; error_log stderr crit; pid {work}/nginx.pid;
events {{ worker_connections 8192; }}
http {{ access_log off; keepalive_requests 1000000; keepalive_timeout 300; charset utf-8;
  types {{ text/html html; text/xml xml; text/plain txt; }} {temporary}
  server {{ listen 127.0.1.1:{PORT}; root {work}/site; index index.html; }}
  server {{ listen 127.0.1.2:{PORT};
    location /files/ {{ default_type application/pdf; return 200 "%PDF-1.4 {'x' * 500}"; }}
    location /pages/ {{ default_type text/html; return 200 "{page}"; }}
    location / {{ return 404; }} }} }}
""")
    os.makedirs(f"{work}/tmp", exist_ok=True)
    server = subprocess.Popen(["nginx", "-c", f"{work}/nginx.conf", "-p", work])
    for _ in range(100):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.1.1", PORT)) == 0:
                return server
        time.sleep(0.05)
    sys.exit("bench: the portal does not answer")


def crawl(seed, *words):
    out = f"{work}/out"
    shutil.rmtree(out, ignore_errors=True)
    return [mingcha, "crawl", seed, "--allow-private", "--no-archive", "--out", out, *words], out


def cpu(command):
    """CPU seconds and peak MB of a command."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"bench: {command[0]} ended with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ask(out, question):
    ledger = sqlite3.connect(f"{out}/ledger.sqlite", timeout=30)
    try:
        return ledger.execute(question).fetchone()[0]
    finally:
        ledger.close()


def status():
    count = options.links or 20_000
    libraries = subprocess.run(
        "curl-config --libs; xml2-config --cflags --libs", shell=True, text=True,
        stdout=subprocess.PIPE).stdout.split()
    subprocess.run(["gcc", "-O2", "-o", f"{work}/limit", f"{options.shared}/bench/limit.c",
                    *libraries, "-lpthread"], check=True)
    print(f"{'':8}{'libcurl s':>11}{'ours s':>9}{'links/CPU-s':>13}{'of libcurl':>12}{'peak MB':>9}")
    for kind, ending in [("files", "pdf"), ("pages", "html")]:
        links = [f"{TARGETS}/{kind}/{number:06d}.{ending}" for number in range(count)]
        lists = range(0, count, 1000)
        for start in lists:
            anchors = "".join(f'<a href="{url}">附件</a>\n' for url in links[start:start + 1000])
            write(f"{kind}/{start}.html", f"<meta charset=utf-8><title>列表</title>{anchors}")
        write(f"{kind}/index.html", "<title>目录</title>" + "".join(
            f'<a href="{start}.html">{start}</a>\n' for start in lists))
        write(f"{kind}.txt", "\n".join(links) + "\n")
        command, out = crawl(f"{LISTS}/{kind}/", "--delay", "0", "--per-host", "64")
        rows = []
        for _ in range(options.runs):
            limit = cpu([f"{work}/limit", "-m", "none", "-c", "64", f"{work}/site/{kind}.txt"])[0]
            shutil.rmtree(out, ignore_errors=True)
            ours, peak = cpu(command)
            rows.append((limit, ours, count / ours, limit / ours, peak))
            alive = ask(out, "SELECT count(*) FROM address WHERE instr(linkCheck, '\"alive\"')")
            if alive != count:
                sys.exit(f"bench: {alive} of {count} {kind} were found alive")
        middle = [statistics.median(column) for column in zip(*rows)]
        print(f"{kind:8}{middle[0]:11.2f}{middle[1]:9.2f}{middle[2]:13.0f}{middle[3]:12.3f}"
              f"{middle[4]:9.1f}")


def resident(process):
    with open(f"/proc/{process.pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024


def memory():
    count = options.links or 1_000_000
    each = 50_000
    files = range((count + each - 1) // each)
    write("index.html", "<title>首页</title>首页")
    write("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {LISTS}/sitemap.xml\n")
    write("sitemap.xml", "<sitemapindex>" + "".join(
        f"<sitemap><loc>{LISTS}/sitemap-{file}.xml</loc></sitemap>" for file in files)
        + "</sitemapindex>")
    for file in files:
        numbers = range(file * each, min((file + 1) * each, count))
        write(f"sitemap-{file}.xml", "<urlset>" + "".join(
            f"<url><loc>{LISTS}/{COLUMNS[number * 10 // count]}/2026{1 + number * 7 % 12:02d}"
            f"/t{number:06d}.html</loc></url>\n" for number in numbers) + "</urlset>")
    command, out = crawl(f"{LISTS}/", "--delay", "0.2", "--per-host", "1")
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        before, known, peak = resident(process), 0, 0
        while known < count and process.poll() is None:
            time.sleep(0.5)
            peak = max(peak, resident(process))
            known = ask(out, "SELECT count(*) FROM address")
        time.sleep(3)
        after = resident(process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
    ask(out, "PRAGMA wal_checkpoint(TRUNCATE)")
    size = os.path.getsize(f"{out}/ledger.sqlite") / 1e6
    print(f"{known} known addresses; resident {before:.1f} MB at the start, {after:.1f} MB with them, "
          f"peak {peak:.1f} MB; ledger {size:.1f} MB")
    print(f"a million: {(after - before) * 1e6 / known:.1f} MB resident, "
          f"{size * 1e6 / known:.1f} MB of ledger")


server = serve()
try:
    status() if options.what == "status" else memory()
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(work, ignore_errors=True)
