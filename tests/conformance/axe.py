"""Runs axe-core on HTML pages in headless Chromium: axe.py AXE.js PAGE.html... (see axe.sh)

Each page is shown in a frame of its own width. Its content security policy forbids scripts, so a copy without it
is tested; that the policy lets the page's own style through is seen on the page as it is. Two pages that must fail
go along, so that a fault in all this never looks like success.
"""

import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

SCREENS = [("light", 1100, ""), ("dark", 1100, "0"), ("narrow", 320, "")]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
BAD = "<!DOCTYPE html><html><head><title></title></head><body><p style='color:#aaa'>grijs</p><img src='data:,'></body></html>"
WIDE = "<!DOCTYPE html><html lang='nl'><head><title>breed</title></head><body><main><h1>breed</h1><p style='width:900px'>x</p></main></body></html>"

RUN = """
const pages = PAGES, out = [];
async function look(page) {
  const frame = document.createElement('iframe');
  frame.width = WIDTH; frame.height = 900; frame.srcdoc = page.html;
  document.body.append(frame);
  await new Promise(done => frame.onload = done);
  const root = frame.contentDocument.documentElement;
  const result = await frame.contentWindow.axe.run(frame.contentDocument, {runOnly: TAGS, resultTypes: ['violations']});
  const faults = result.violations.map(v => v.id + ' (' + v.help + '): ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(' | '));
  if (root.scrollWidth > root.clientWidth) faults.push('reflow: ' + root.scrollWidth + ' wide on ' + root.clientWidth);
  frame.remove();
  return {name: page.name, passes: result.passes.length, faults};
}
(async () => {
  for (const page of pages) out.push(await look(page));
})().catch(fault => out.push({name: 'script', passes: 0, faults: [String(fault)]})).finally(() => {
  const pre = document.createElement('pre');
  pre.id = 'result'; pre.textContent = JSON.stringify(out); document.body.append(pre);
});
"""


def chromium(page, scheme):
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
               "--hide-scrollbars", "--virtual-time-budget=600000", "--enable-logging=stderr", "--dump-dom",
               "--host-resolver-rules=MAP * ~NOTFOUND"]
    if scheme:
        command.append(f"--blink-settings=preferredColorScheme={scheme}")
    run = subprocess.run([*command, page.as_uri()], capture_output=True, text=True, timeout=600)
    return run.stdout, run.stderr


def results(axe, pages, width, scheme, folder):
    inject = f"<script>{axe}</script></head>"
    frames = [{"name": name, "html": POLICY.sub("", text).replace("</head>", inject, 1)} for name, text in pages]
    data = json.dumps(frames).replace("</", "<\\/").replace("<!--", "<\\!--")
    script = RUN.replace("PAGES", "JSON.parse(document.getElementById('data').textContent)")
    script = script.replace("WIDTH", str(width)).replace("TAGS", json.dumps(TAGS))
    wrapper = folder / "wrapper.html"
    wrapper.write_text(f"<!DOCTYPE html><html lang='nl'><head><meta charset='utf-8'><title>axe</title></head><body>"
                       f"<script type='application/json' id='data'>{data}</script><script>{script}</script></body></html>",
                       encoding="utf-8")
    dom, log = chromium(wrapper, scheme)
    found = re.search(r'<pre id="result">(.*?)</pre>', dom, re.S)
    if not found:
        sys.exit(f"axe.py: the browser gave no result\n{log[-2000:]}")
    return json.loads(html.unescape(found.group(1)))


def main():
    axe = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    paths = [pathlib.Path(name).resolve() for name in sys.argv[2:]]
    if not paths:
        sys.exit("axe.py: no pages")
    pages = [(str(path), path.read_text(encoding="utf-8")) for path in paths]
    faults = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for screen, width, scheme in SCREENS:
            batch = 8
            seen = []
            for at in range(0, len(pages), batch):
                seen += results(axe, pages[at:at + batch], width, scheme, folder)
            guard = results(axe, [("slecht", BAD), ("breed", WIDE)], width, scheme, folder)
            if not all(page["faults"] for page in guard[:1 if width > 900 else 2]):
                sys.exit(f"axe.py: pages that must fail were accepted: {guard}")
            if len(seen) != len(pages):
                sys.exit(f"axe.py: {len(seen)} of {len(pages)} pages were looked at: {seen[-1]}")
            for page in seen:
                for fault in page["faults"]:
                    print(f"FAIL {page['name']} [{screen}] {fault}")
                faults += len(page["faults"])
        for path in paths:
            blocked = [line for line in chromium(path, "")[1].splitlines() if "Content Security Policy" in line]
            for line in blocked:
                print(f"FAIL {path} [policy] {line}")
            faults += len(blocked)
    print(f"axe-core: {len(pages)} pages on {len(SCREENS)} screens, {faults} violations")
    sys.exit(1 if faults else 0)


main()
