#!/usr/bin/env python3
"""Mutations of valid sidecars, each with the verdict of xmllint.

    python3 tests/sidecars/mutaties.py           writes mutaties.jsonl anew
    python3 tests/sidecars/mutaties.py --check   compares it with what xmllint says now

Every element of every file in basis/ is removed, doubled, moved, renamed, emptied and so on; every typed value is
replaced by good and bad ones. A mutation is kept as edits of bytes, so that the test needs neither Python nor xmllint.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import xml.parsers.expat

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE.parent.parent / "src/xml/schema/xsd"
BASIS = {
    "informatieobject.mdto.xml": SCHEMAS / "MDTO-XML1.0.1.xsd",
    "bestand.mdto.xml": SCHEMAS / "MDTO-XML1.0.1.xsd",
    "sitemap.xml": HERE / "sitemap.xsd",
    "index.xml": SCHEMAS / "siteindex.xsd",
}
MAAND = ["2026-09", "2026-13", "2026-9", "2026-09Z", "2026-09+02:00"]
JAAR = ["2026", "26", "0000", "-0044", "12026", "02026", "2026Z", "2026+15:00"]
DATUM = [
    "2026-07-02", "2026-02-29", "2024-02-29", "2026-02-30", "2026-13-01", "2026-00-10", "2026-04-31", "2026-7-2",
    "02-07-2026", "2026/07/02", "20260702", "2026-07-02Z", "2026-07-02+02:00", "2026-07-02+14:00", "2026-07-02+14:01",
    "2026-07-02+15:00", "2026-07-02-02:60", "2026-07-02+0200", " 2026-07-02\n", "\u00a02026-07-02", "26-07-02",
    "12026-07-02", "-2026-07-02", "+2026-07-02", "0000-07-02", "1900-02-29", "2000-02-29", "2026-07-02z", "2 juli 2026",
    "", "2026-07-02T", "2026-07-021",
]
TIJD = [
    "2026-07-02T00:00:00", "2026-07-02T00:00:00Z", "2026-07-02T00:00:00+02:00", "2026-07-02T23:59:59.999",
    "2026-07-02T24:00:00", "2026-07-02T24:00:01", "2026-07-02T24:00:00.0", "2026-07-02T25:00:00", "2026-07-02T12:60:00",
    "2026-07-02T12:00:60", "2026-07-02T12:00", "2026-07-02 12:00:00", "2026-07-02t12:00:00", "2026-07-02T12:00:00.",
    "2026-07-02T1:00:00", "2026-02-30T00:00:00", "2026-07-02T00:00:00 +02:00", "2026-07-02T00:00:00+2:00",
    " 2026-07-02T00:00:00 ", "2026-07-02T00:00:00-13:59", "2026-07-02T00:00:00,5", "T00:00:00", "",
]
URI = [
    "https://voorbeeld.example/a.pdf", "https://voorbeeld.example/a b.pdf", "https://voorbeeld.example/é.pdf",
    "https://voorbeeld.example/%C3%A9.pdf", "https://voorbeeld.example/%zz.pdf", "https://voorbeeld.example/100%",
    "http://[::1]/lokaal.pdf", "http://[::1/lokaal.pdf", "https://voorbeeld.example:poort/", "https://voorbeeld.example:99/",
    "geen web adres hier", "://voorbeeld.example", ":voorbeeld.example", "1http://voorbeeld.example", "mailto:a@b.example",
    "raad/2026/a.pdf", "../raad/2026.pdf", "https://voorbeeld.example/a|b", "https://voorbeeld.example/{a}",
    "https://voorbeeld.example/a#b#c", "https://voorbeeld.example/a\\b", "https://voorbeeld.example/&lt;a&gt;",
    "https://voorbeeld.example/[a]", "https://voorbeeld.example/?a[]=1", "//voorbeeld.example/a", "https:///a.pdf/b",
    " https://voorbeeld.example/a.pdf ", "https://gebruiker@voorbeeld.example/", "https://a@b@voorbeeld.example/",
    "kort", "12345678901", "123456789012", "", "https://voorbeeld.example/" + "a" * 2022,
    "https://voorbeeld.example/" + "a" * 2023, "https://voorbeeld.example/^a`", 'https://voorbeeld.example/"a"',
    "https://voorbeeld.example/a?b?c#d/e", "http://voorbeeld.example:/", "https://voorbeeld.example:-1/", "urn:a:b-c-d-e",
    "a:b:c:d:e:f:g", "https://voor beeld.example/", "ftp://[v1.a:b]/abcde",
]
WAARDEN = {
    "dekkingInTijdBegindatum": JAAR + MAAND + DATUM[:8] + TIJD[:1],
    "eventTijd": JAAR[:3] + MAAND[:2] + DATUM[:4] + TIJD[:8],
    "termijnStartdatumLooptijd": DATUM[:6] + JAAR[:1],
    "termijnEinddatum": ["2036", "2036-09", "2036-09-31"],
    "termijnLooptijd": [
        "P10Y", "P1Y2M3DT4H5M6S", "P", "PT", "P1YT", "10 jaar", "P1M1Y", "-P1Y", "+P1Y", "PT1.5S", "P1.5Y", "P1D1M", "PT5M",
        "P5M", "P1Y1D", "PT1S1M", " P1Y ", "p1y", "P-1Y", "PY", "PT.5S", "PT1.S", "", "P1W",
    ],
    "taal": ["nl", "nl-NL", "nld", "Nederlands-NL", "nederlands1", "n", "nl_NL", "nl-", "-nl", "1l", "nl NL", "x-klingon",
             "i-mingo", "abcdefghi", "nl-abcdefghi", "nl-1996", "", " nl ", "nl-N-L", "én"],
    "raadpleeglocatieOnline": URI,
    "URLBestand": URI[:12],
    "omvang": ["69", "-1", "+69", "069", "6.9", "69.0", "1e3", "69 bytes", "", " 69\n", "0x45", "1 024", "-0", "+", "-",
               "123456789012345678901234", "1234567890123456789012345"],
    "checksumDatum": TIJD + DATUM[:1],
    "checksumWaarde": ["", "geen hash", "====", "QUJD"],
    "loc": URI,
    "lastmod": DATUM + TIJD + JAAR[:1] + MAAND[:1],
    "changefreq": ["always", "hourly", "daily", "weekly", "monthly", "never", "Daily", "sometimes", " daily ", ""],
    "priority": ["0", "0.0", "1", "1.0", "1.01", "-0.1", "-0", "+0.5", ".5", "1.", ".", "0,5", "1e0", "0.50000", "", " 0.5 ",
                 "NaN", "0." + "1" * 23, "0." + "1" * 30, "00001", "2"],
    "creatiedatum": DATUM,
    "begindatum": TIJD,
    "atTime": TIJD + DATUM[:2],
    "namespace": URI[:8],
}
ATTRIBUTEN = [
    "", "https://identifier.overheid.nl/tooi/id/gemeente/gm0613", "https://identifier.overheid.nl/tooi/id/gemeente/gm9999",
    "https://identifier.overheid.nl/tooi/id/so/so0842", "https://identifier.overheid.nl/tooi/def/thes/kern/c_brief",
    "https://identifier.overheid.nl/tooi/def/thes/kern/c_7652d853", "https://identifier.overheid.nl/tooi/def/thes/kern/c_db4862c3",
    "https://identifier.overheid.nl/tooi/def/thes/kern/c_641ecd76", "https://identifier.overheid.nl/tooi/def/thes/top/c_0fe7c5e7",
    "https://publications.europa.eu/resource/authority/file-type/PDF", "http://publications.europa.eu/resource/authority/file-type/ODT",
    " http://publications.europa.eu/resource/authority/language/NLD ", "http://publications.europa.eu/resource/authority/language/FRY",
]

# What the schemas leave unsaid: (file, what stands there, what comes instead).
GATEN = [
    ("label van een organisatie", "sitemap.xml", ">gemeente Rotterdam<", ">Rotterdam<"),
    ("label met een hoofdletter", "sitemap.xml", ">gemeente Voorne aan Zee<", ">Gemeente Voorne aan Zee<"),
    ("label van een categorie", "sitemap.xml", ">inspanningsverplichting art 3.1 Woo<", ">Inspanningsverplichting<"),
    ("label van een documentsoort", "sitemap.xml", ">brief<", ">brieven<"),
    ("label van een thema met een spatie", "sitemap.xml", ">jeugdzorg<", ">jeugdzorg <"),
    ("label van een handeling", "sitemap.xml", ">ondertekening<", ">vaststelling<"),
    ("label van een taal", "sitemap.xml", ">Nederlands<", ">nl<"),
    ("label van een formaat", "sitemap.xml", ">PDF<", ">pdf<"),
    ("leeg label", "sitemap.xml", ">Openbaar Lichaam Jeugdhulp Rijnmond<", "><"),
    ("uri van een ander", "sitemap.xml", "id/gemeente/gm0599", "id/gemeente/gm0613"),
    ("zonder resource bij een organisatie", "sitemap.xml",
     ' resource="https://identifier.overheid.nl/tooi/id/gemeente/gm0599"', ""),
    ("zonder resource bij een categorie", "sitemap.xml",
     ' resource="https://identifier.overheid.nl/tooi/def/thes/kern/c_816e508d"', ""),
    ("zonder resource bij een verwijzing", "sitemap.xml",
     ' resource="https://documenten.voorbeeld.example/dossiers/z-2026-004512"', ""),
    ("lege resource bij een verwijzing", "sitemap.xml", "https://documenten.voorbeeld.example/dossiers/z-2026-004512", ""),
    ("zonder creatiedatum", "sitemap.xml", "<diwoo:creatiedatum>2026-07-02</diwoo:creatiedatum>", ""),
    ("zonder lastmod", "sitemap.xml", "<lastmod>2026-09-01</lastmod>", ""),
    ("gemeente bestond nog niet", "sitemap.xml", "<diwoo:creatiedatum>2026-07-02", "<diwoo:creatiedatum>2022-12-31"),
    ("gemeente bestond niet meer", "sitemap.xml", "id/gemeente/gm1992\">gemeente Voorne aan Zee",
     "id/gemeente/gm0501\">gemeente Brielle"),
    ("archiefvormer bestond niet meer", "informatieobject.mdto.xml", "<identificatieKenmerk>gm0613",
     "<identificatieKenmerk>gm0614"),
    ("webadres zonder https", "sitemap.xml", "<loc>https://", "<loc>http://"),
    ("webadres van een map", "sitemap.xml", "<loc>https://documenten.voorbeeld.example/raad/", "<loc>raad/"),
    ("webadres met een spatie", "sitemap.xml", "2026-07-02_collegebrief_albrandswaard.pdf", "college brief.pdf"),
    ("waardering buiten de lijst", "informatieobject.mdto.xml", "Tijdelijk te bewaren", "Vernietigen"),
    ("waardering met de code van een ander", "informatieobject.mdto.xml", "<begripCode>V<", "<begripCode>B<"),
    ("checksum te kort", "bestand.mdto.xml", "546d6933", ""),
    ("checksum in hoofdletters", "bestand.mdto.xml", "546d6933", "546D6933"),
    ("checksum in base64", "bestand.mdto.xml", "546d6933af65a69dc05f1feab4bba26a36c66a6376c695b1fae154da9e0fb60f",
     "VG1pM69lpp3AXx/qtLuiajbGamN2xpWx+uFU2p4PtgI="),
    ("omvang onder nul", "bestand.mdto.xml", "<omvang>69", "<omvang>-69"),
]


class Element:
    """An element with the bytes it takes."""

    def __init__(self, name, attributes, parent, start):
        self.name, self.attributes, self.parent, self.start = name, attributes, parent, start
        self.children, self.open_end, self.end_start, self.end = [], None, None, None

    @property
    def local(self):
        return self.name.split(":")[-1]

    @property
    def path(self):
        return (self.parent.path if self.parent else "") + "/" + self.local


def read(data):
    """The elements of a file in document order."""
    found, stack = [], []
    parser = xml.parsers.expat.ParserCreate()

    def start(name, attributes):
        element = Element(name, attributes, stack[-1] if stack else None, parser.CurrentByteIndex)
        element.open_end = data.index(b">", element.start) + 1
        if stack:
            stack[-1].children.append(element)
        stack.append(element)
        found.append(element)

    def end(_name):
        element = stack.pop()
        element.end_start = parser.CurrentByteIndex
        element.end = data.index(b">", element.end_start) + 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.Parse(data, True)
    return found


def escaped(text):
    return text.replace("\u00a0", "&#160;").replace("\"", "&quot;")


def structure(data, element):
    """What can be done to any element: (what, edits)."""
    source = data[element.start:element.end].decode()
    text = data[element.open_end:element.end_start].decode()
    name_end = element.start + 1 + len(element.name)
    if element.parent:
        yield "weg", [(element.start, element.end, "")]
        yield "dubbel", [(element.end, element.end, source)]
        buren = element.parent.children
        nr = buren.index(element)
        if nr + 1 < len(buren):
            other = buren[nr + 1]
            after = data[other.start:other.end].decode()
            yield "verwisseld met de volgende", [(element.start, element.end, after), (other.start, other.end, source)]
        if nr:
            yield "vooraan", [(buren[0].start, buren[0].start, source), (element.start, element.end, "")]
    yield "andere naamruimte", [(name_end, name_end, ' xmlns%s="urn:elders"' % (
        ":" + element.name.split(":")[0] if ":" in element.name else ""))]
    yield "andere naam", [(name_end, name_end, "X"), (element.end - 1, element.end - 1, "X")]
    yield "leeg", [(element.open_end, element.end_start, "")]
    yield "losse tekst", [(element.open_end, element.open_end, "los")]
    yield "onbekend kind", [(element.end_start, element.end_start, "<vreemd xmlns=\"urn:elders\"/>")]
    yield "onbekend attribuut", [(name_end, name_end, ' kleur="rood"')]
    yield "nil", [(name_end, name_end, ' xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:nil="true"')]
    yield "opmerking erin", [(element.open_end, element.open_end, "<!-- opmerking -->")]
    if not element.children:
        yield "cdata", [(element.open_end, element.end_start, "<![CDATA[%s]]>" % text.replace("&amp;", "&"))]
    for naam, waarde in element.attributes.items():
        if naam == "resource":
            begin = data.index(b' resource="', element.start)
            end = data.index(b'"', begin + 11) + 1
            yield "attribuut weg", [(begin, end, "")]
            yield "attribuut in naamruimte", [(begin + 1, begin + 1, "diwoo:")]
            for nr, anders in enumerate(ATTRIBUTEN):
                yield "attribuut anders %d" % nr, [(begin + 11, end - 1, anders)]
            yield "attribuut met staart", [(end - 1, end - 1, "x")]


def broken(data):
    """What is no XML at all, or no file of this kind."""
    first = data.index(b"\n") + 1
    yield "afgebroken", [(len(data) // 2, len(data), "")]
    yield "leeg bestand", [(0, len(data), "")]
    yield "geen xml", [(0, len(data), "dit is geen xml")]
    yield "los en-teken", [(data.rindex(b"</"), data.rindex(b"</"), "&")]
    yield "onbekende entiteit", [(data.rindex(b"</"), data.rindex(b"</"), "&eacute;")]
    yield "tekst erna", [(len(data), len(data), "nog iets")]
    yield "twee wortels", [(len(data), len(data), "<nog/>")]
    yield "zonder xml-regel", [(0, first, "")]
    yield "verwerkingsregel", [(first, first, '<?stijl href="a.css"?>\n')]
    yield "teken dat niet mag", [(data.rindex(b"</"), data.rindex(b"</"), "&#1;")]


def mutations():
    for basis in BASIS:
        data = (HERE / "basis" / basis).read_bytes()
        yield basis, "ongewijzigd", []
        for what, edits in broken(data):
            yield basis, what, edits
        seen = set()
        for element in read(data):
            # The same element in the same kind of place says the same.
            short = "/".join(element.path.split("/")[-2:])
            for what, edits in structure(data, element):
                if (short, what) not in seen:
                    seen.add((short, what))
                    yield basis, "%s: %s" % (short, what), edits
            if element.local in WAARDEN and (short, "waarden") not in seen:
                seen.add((short, "waarden"))
                for waarde in WAARDEN[element.local]:
                    yield basis, "%s: waarde %s" % (short, json.dumps(waarde[:60])), [
                        (element.open_end, element.end_start, escaped(waarde))]


    for what, basis, old, new in GATEN:
        data = (HERE / "basis" / basis).read_bytes()
        begin = data.index(old.encode())
        yield basis, "gat: " + what, [(begin, begin + len(old.encode()), new)]


def apply(data, edits):
    for start, end, text in sorted(edits, reverse=True):
        data = data[:start] + text.encode() + data[end:]
    return data


def verdicts(found):
    """Which of these mutations xmllint accepts."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for nr, (basis, _what, edits) in enumerate(found):
            path = pathlib.Path(folder) / ("%05d.xml" % nr)
            path.write_bytes(apply((HERE / "basis" / basis).read_bytes(), edits))
            files.append(path)
        accepted = set()
        for basis, schema in BASIS.items():
            group = [str(path) for path, (of, _, _) in zip(files, found) if of == basis]
            run = subprocess.run(["xmllint", "--nonet", "--noout", "--schema", str(schema), *group],
                                 capture_output=True, text=True, errors="replace", check=False)
            assert run.returncode != 5, run.stderr
            accepted |= {line[: -len(" validates")] for line in run.stderr.splitlines() if line.endswith(" validates")}
        return [str(path) in accepted for path in files]


def main():
    found = list(mutations())
    lines = []
    for (basis, what, edits), geldig in zip(found, verdicts(found)):
        row = {"basis": basis, "wat": what, "bewerking": edits, "xmllint": geldig}
        lines.append(json.dumps(row, ensure_ascii=False))
    text = "\n".join(lines) + "\n"
    target = HERE / "mutaties.jsonl"
    if "--check" in sys.argv:
        if target.read_text(encoding="utf-8") != text:
            sys.exit("mutaties.jsonl differs from what xmllint says now; run tests/sidecars/mutaties.py")
        print("xmllint agrees with %d recorded verdicts, %d of them refusals" % (len(lines), text.count('"xmllint": false')))
    else:
        target.write_text(text, encoding="utf-8")
        print("%d mutations, %d refused by xmllint" % (len(lines), text.count('"xmllint": false')))


main()
