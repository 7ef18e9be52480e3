//! Every code with its severity and its rule in Dutch; the one list that messages and manual share.

use super::{Code, Severity, closest};

macro_rules! codes {
    ($($id:ident $severity:ident $regel:literal)*) => {
        $(
            #[doc = $regel]
            pub const $id: &Code = &Code {
                id: stringify!($id),
                severity: Severity::$severity,
                regel: $regel,
                uitleg: include_str!(concat!("uitleg/", stringify!($id), ".md")),
            };
        )*
        /// All codes, in order.
        pub const ALL: &[&Code] = &[$($id),*];
        /// All codes at each severity, for projects that change it.
        const ALS: &[[&Code; 3]] = &[$([
            &Code { severity: Severity::Fout, ..*$id },
            &Code { severity: Severity::Waarschuwing, ..*$id },
            &Code { severity: Severity::Tip, ..*$id },
        ]),*];
    };
}

impl Code {
    /// The same rule at another severity.
    #[must_use]
    pub fn met_ernst(&'static self, severity: Severity) -> &'static Self {
        let anders = ALS.iter().flatten().find(|code| code.id == self.id && code.severity == severity);
        anders.copied().unwrap_or(self)
    }
}

codes! {
    // --- G1xx: reading files and YAML ---
    G101 Fout "Een bestand is opgeslagen als UTF-8."
    G102 Fout "Een bestand heeft inhoud."
    G103 Fout "Een bestand is hoogstens 10 MiB groot, 32 lagen diep en 100.000 onderdelen lang."
    G104 Fout "Tekst bevat geen onzichtbare stuurtekens en geen tekens zonder vaste betekenis."
    G105 Fout "Inspringen gaat met spaties, niet met tabs."
    G106 Fout "Een bestand bevat één document."
    G107 Fout "Ankers (`&`), verwijzingen (`*`) en samenvoegen (`<<`) van YAML worden niet gebruikt."
    G108 Fout "Labels van YAML (`!iets`) worden niet gebruikt."
    G109 Fout "Een veld staat maar één keer in dezelfde groep."
    G110 Fout "De naam van een veld is één stukje tekst."
    G111 Fout "Een waarde die met een samenvoegveld begint, staat tussen aanhalingstekens."
    G112 Fout "Aanhalingstekens openen en sluiten een hele waarde."
    G113 Fout "Elk haakje dat opent, sluit ook."
    G114 Fout "Regels die bij elkaar horen, springen even ver in."
    G115 Fout "Tekst met een dubbele punt en een spatie staat tussen aanhalingstekens."
    G116 Fout "Tekst die met een bijzonder teken begint, staat tussen aanhalingstekens."
    G117 Fout "Na de naam van een veld komt een dubbele punt en een spatie."
    G118 Fout "Na `|` of `>` begint de tekst op de volgende regel."
    G119 Fout "Opdrachten aan YAML (regels met `%`) worden niet gebruikt."
    G120 Fout "Een bestand is geschreven in geldige YAML."
    G121 Waarschuwing "Een opmerking begint met `# `; wat erna staat, hoort niet bij de waarde."
    G131 Fout "Een sjabloon is opgeslagen als UTF-8."
    G132 Fout "Elk bestand in de projectmap heeft een vaste plek; wat ergens anders staat, wordt niet gelezen."
    G133 Fout "In de map van een document staat `document.yaml`."
    G134 Fout "Bestanden staan zelf in de projectmap; verwijzingen naar andere plekken worden niet gevolgd."
    G135 Fout "Namen van bestanden zijn leesbare tekst."
    G136 Fout "Een project heeft `content/griffel.yaml`, met de naam van de regio en de vaste afzender."

    // --- G2xx: fields and structure ---
    G201 Fout "Een verplicht veld staat er."
    G202 Fout "Een verplicht veld is ingevuld."
    G203 Fout "Er staan alleen velden die hier bestaan."
    G204 Fout "Een waarde heeft de vorm die bij het veld hoort: tekst, een lijst of een groep velden."
    G205 Fout "Een keuzeveld heeft een van de vaste waarden."
    G206 Fout "Een ja-neeveld is `ja` of `nee`."
    G207 Fout "Een getal is een geheel getal binnen de grenzen van het veld."
    G208 Fout "Een datum bestaat en is geschreven als jaar-maand-dag: 2021-07-02."
    G209 Fout "Een korte naam (id) bestaat uit kleine letters, cijfers en streepjes."
    G210 Fout "Een bestandsnaam is een pad binnen de map, met gewone schuine strepen."
    G211 Fout "Een webadres begint met https://, http:// of mailto:."
    G212 Fout "Een veld van één regel bevat geen regeleinde."
    G231 Fout "Een gemeente die een bestand noemt, heeft zelf een bestand in `content/gemeenten`."
    G232 Fout "De opvolger van een gemeente is een bekende gemeente."
    G233 Fout "Een postcode heeft vier cijfers, een spatie en twee hoofdletters."
    G234 Fout "Een huisstijl heeft leesbare kleuren (contrast 4,5 op 1 met wit) en een logo dat er is."
    G235 Fout "Een stuk is van een soort die bestaat."
    G236 Fout "Een stuk heeft een eigen id binnen zijn soort en jaar."
    G237 Fout "Een stuk heeft de onderdelen die zijn soort vraagt, en geen onderdelen die de soort niet kent."
    G238 Fout "Een sectie heeft een sleutel die de soort kent."
    G239 Fout "Een verplichte sectie is ingevuld."
    G240 Fout "Een geheim stuk noemt grondslag, orgaan en wie de geheimhouding kan opheffen (Gemeentewet art. 87-89)."
    G241 Fout "Elk id komt binnen een stuk maar één keer voor."
    G242 Fout "Een bijlage is een bestand, een stuk van dit project of een vindplaats: één van de drie."
    G243 Waarschuwing "Het jaar van de datum is het jaar van de map waarin het stuk staat."
    G244 Fout "Beslispunten gaan hoogstens drie lagen diep, en argumenten staan bij een hoofdpunt."
    G245 Fout "Soort, id, ontvangers (ook `toch_naar` en `besluit_door`) en verspreiding zijn voor alle gemeenten gelijk."
    G251 Fout "Een blok is van een soort die bestaat."
    G252 Fout "De cellen van een tabel vullen het raster precies."
    G253 Fout "Een tabel heeft ten minste één koprij en één gewone rij."
    G254 Fout "Een afbeelding of organigram heeft een tekst voor wie het beeld niet ziet."
    G255 Fout "Een afbeelding staat in de map van het stuk en is een svg-, png- of jpg-bestand."
    G256 Fout "Een standaardtekst staat in `content/griffel.yaml`."
    G257 Fout "Een vervolglijst gaat verder waar een genummerde lijst met dat id is gebleven."
    G258 Fout "Een bedrag is een getal met hoogstens twee cijfers achter de komma."
    G261 Fout "Een afwijking gaat over een onderdeel dat deze gemeente anders ook zou krijgen."
    G262 Fout "Wat voor een gemeente anders is, staat op één plek."
    G263 Fout "Een lijst wijkt af met `vervang`, `voeg_toe` en `laat_weg`, of komt helemaal in de plaats van de gewone."
    G264 Fout "Een onderdeel wordt vervangen, toegevoegd of weggelaten: één van de drie, op één plek."
    G266 Fout "Een stuk voor alle gemeenten samen heeft geen lokale waarden."
    G271 Fout "De kop van `lokaal.csv` begint met `gemeente` en noemt daarna velden."
    G272 Fout "Elke kolom van `lokaal.csv` is één veld van het stuk."
    G273 Fout "Elke rij van `lokaal.csv` heeft evenveel cellen als de kop."
    G274 Fout "In `lokaal.csv` staan aanhalingstekens om een hele cel, en verdubbeld binnen de cel."
    G275 Fout "Elke gemeente heeft één rij in `lokaal.csv`."

    G281 Fout "Huisregels gelden voor een soort die bestaat, of voor `alle`."
    G282 Fout "Een label in de huisregels heeft een naam die griffel kent."
    G283 Fout "Huisregels noemen alleen secties die de soort kent."
    G284 Fout "Huisregels noemen elke sectie één keer."
    G285 Fout "Het dictum is het woord besluit met een dubbele punt."
    G286 Fout "Een huisregel heeft zin bij de soort waar hij staat."
    G287 Fout "Een gemeente die een sectie ingevuld wil, krijgt haar ingevuld."

    G291 Fout "Besluitvorming hoort bij een soort die een raadsbesluit geeft."
    G292 Fout "Vastgesteld is het raadsbesluit, niet het raadsvoorstel; dat staat bij `besluitvorming`."
    G293 Fout "Amendementen horen bij de uitkomst `gewijzigd-vastgesteld`."
    G294 Fout "Wat gewijzigd is vastgesteld, heeft ten minste één amendement."
    G295 Fout "Een amendement verandert ten minste één beslispunt."
    G296 Fout "Elk amendement heeft een eigen nummer."
    G297 Fout "Een beslispunt uit een amendement heeft één plek, en alleen tekst en onderdelen."
    G298 Fout "Een zienswijze heeft punten of geen: wat er staat, spreekt elkaar niet tegen."
    G299 Fout "Besluitvorming staat bij de gemeente waarvan de raad besluit."

    // --- G3xx: text, merge fields, notes and references ---
    G301 Fout "Een samenvoegveld begint met `{{` en eindigt in dezelfde alinea met `}}`."
    G302 Fout "Een samenvoegveld gebruikt alleen de functies die griffel kent."
    G303 Fout "Een functie in een samenvoegveld krijgt precies de argumenten die erbij horen."
    G304 Fout "In een samenvoegveld staan alleen namen met punten ertussen en functies met haakjes."
    G305 Fout "Een samenvoegveld staat in gewone tekst, nooit in een adres of een bestandsnaam."
    G311 Fout "Tekst bevat geen HTML."
    G312 Fout "Tekst bevat geen programmacode: geen accenten grave om woorden, geen ingesprongen alinea's."
    G313 Fout "Een scheidingslijn is een blok, geen rij streepjes in de tekst."
    G314 Fout "De tekst van een noot staat onder `noten`, niet tussen de alinea's."
    G315 Fout "Doorgehaalde tekst bestaat niet in een brief."
    G316 Fout "Afvinklijstjes bestaan niet in een brief."
    G317 Fout "Het adres van een link staat bij de link zelf."
    G318 Fout "Een kop begint met een tot vier hekjes en een spatie, en heeft woorden."
    G319 Fout "Bijzondere tekens staan er als zichzelf, niet als HTML-code."
    G321 Fout "Een link wijst naar een adres dat begint met https, http of mailto."
    G322 Fout "Een link heeft woorden die zeggen waar hij heen gaat."
    G323 Fout "Een afbeelding heeft een alternatieve tekst."
    G324 Fout "Een afbeelding staat in een eigen alinea."
    G325 Fout "Een link of afbeelding heeft geen titel tussen aanhalingstekens."
    G331 Fout "Elke rij van een tabel heeft evenveel cellen als de kop."
    G332 Fout "Lijsten, citaten en opmaak liggen niet onbeperkt diep in elkaar."
    G333 Fout "Dit veld is een enkele regel zonder koppen, lijsten of tabellen."
    G334 Waarschuwing "De nummers van een lijst lopen op zonder gaten."
    G335 Waarschuwing "Een lijst of citaat heeft inhoud."
    G341 Fout "Een nootverwijzing is `[^id]`, met een id van letters, cijfers, `-` en `_`."
    G342 Fout "In de tekst van een noot staat geen andere noot."

    G351 Fout "Een samenvoegveld verwijst naar een gegeven dat er is."
    G352 Fout "Een functie in een samenvoegveld krijgt een waarde waar zij iets mee kan."
    G353 Fout "Een verwijzing naar een bijlage wijst naar een bijlage die deze gemeente krijgt."
    G354 Fout "Een verwijzing naar een beslispunt of argument wijst naar een punt dat er is."
    G355 Fout "Een stuk voor alle gemeenten samen noemt niet één gemeente."
    G356 Fout "Een nootcijfer verwijst naar een noot die er is."
    G357 Waarschuwing "Elke noot heeft een nootcijfer in de tekst."

    // --- G4xx: recipients, dates, people, paths ---
    G401 Fout "Het is duidelijk van welke organisatie de gemeenten lid zijn."
    G402 Fout "De datum is precies genoeg om te weten wie er lid is."
    G403 Fout "Een genoemde gemeente is bekend."
    G404 Fout "Een stuk gaat niet naar een gemeente die op zijn datum al is opgegaan in een andere."
    G405 Fout "Een stuk gaat niet naar een gemeente die op zijn datum nog niet bestond."
    G406 Fout "Lokale waarden zijn voor een gemeente die het stuk krijgt."
    G407 Fout "Een stuk dat de gemeente zelf verstuurt, is er één per gemeente."
    G408 Fout "De afzender is een bekende organisatie of `gemeente`."
    G409 Fout "Van elk stuk wordt ten minste één PDF gemaakt."
    G411 Fout "Op de dag van ondertekening is er één persoon die het ambt heeft."
    G413 Fout "Tussen twee bekende ambtsdragers zit geen dag waarop niemand het ambt heeft."
    G414 Fout "Wie in mandaat tekent, tekent alleen (Gemeentewet art. 32a lid 2, art. 59a lid 2 en 3)."
    G415 Fout "Op één dag heeft een organisatie of gemeente één naam en één postadres."
    G416 Fout "Wat een tijd geldt, begint niet na zijn laatste dag."
    G417 Fout "De datum is precies genoeg om te weten hoe een organisatie of gemeente toen heette en waar zij post ontving."
    G418 Fout "Een ondertekening voor één uitvoer noemt een uitvoer die de soort heeft."
    G421 Fout "Het bestand van een bijlage staat in de map van het stuk."
    G422 Fout "Een bijlage die het project zelf maakt, is een bekend stuk."
    G423 Fout "Een stuk is geen bijlage bij zichzelf."
    G424 Fout "Een bijlage die het project zelf maakt, wordt ook echt gemaakt."
    G425 Fout "`toch_naar` noemt alleen gemeenten die op de datum van het stuk niet meer bestaan."
    G426 Fout "Een raad besluit niet op een dag waarop zijn gemeente niet meer bestaat."
    G427 Fout "Wie in de plaats van een gemeente besluit, bestaat op de dag van het besluit."
    G428 Fout "`besluit_door` staat bij een stuk waarvan een gemeente ophoudt te bestaan voordat haar raad besluit."
    G431 Fout "Elk stuk heeft een eigen bestand."
    G441 Fout "Een stuk dat definitief is, heeft geen open plekken."
    G451 Waarschuwing "De raad vergadert niet eerder dan de commissie die het voorbereidt."
    G452 Waarschuwing "De commissie vergadert niet eerder dan het college besluit."
    G453 Waarschuwing "De raad vergadert niet eerder dan het college besluit."

    G461 Fout "Een amendement gaat over een beslispunt dat deze gemeente in het voorstel heeft."
    G462 Fout "Elk beslispunt wordt door hoogstens één amendement veranderd."
    G463 Fout "Een amendement komt niet bij een beslispunt dat een amendement laat vervallen."
    G464 Fout "Een amendement geeft een beslispunt een andere tekst dan het had."
    G465 Fout "De raad besluit niet eerder dan het voorstel er was."
    G466 Fout "Na de amendementen is er nog een besluit, van hoogstens drie lagen diep."
    G467 Waarschuwing "De termijn voor een zienswijze is zo lang als het stuk en de datum vragen."
    G468 Fout "Een besluit verwijst niet naar een beslispunt dat door een amendement is vervallen."
    G469 Waarschuwing "De data van een zienswijze volgen op elkaar: ontvangen, besluit van de raad, brief, uiterste datum."

    G445 Fout "Tekst in een publieke uitgave noemt geen gegevens die alleen intern zijn."

    // --- G5xx: kinds and templates ---
    G501 Fout "Een sjabloon is geldig Tera."
    G502 Fout "Een sjabloon vraagt alleen gegevens die er zijn."
    G503 Fout "Een soort heeft voor elke uitvoer een sjabloon."
    G504 Fout "Een `soort.yaml` is volledig en bevat geen onbekende velden."
    G505 Fout "Een sjabloon vraagt alleen naar velden die de soort of de envelop kent."
    G506 Fout "Een gedeclareerd veld komt in ten minste één uitvoer op papier."
    G507 Waarschuwing "Wat een schrijver invult, komt op papier."
    G521 Fout "Een HTML-sjabloon heeft een plaats voor de noten van het stuk."
    G524 Waarschuwing "Een overzicht van een jaar hoort bij de bundels die er liggen."
    G525 Fout "Wie het overzicht van een jaar uitgeeft, is een bekende organisatie."

    // --- G6xx: compiling, PDF standards ---
    G601 Fout "Elk teken komt voor in het lettertype van het document."
    G602 Fout "Elke afbeelding heeft een beschrijving voor wie haar niet ziet, of is als decoratief aangemerkt."
    G603 Fout "De eerste kop is van niveau 1 en koppen slaan geen niveau over."
    G604 Fout "Elke kop heeft een tekst."
    G605 Fout "Elk document heeft een titel en een datum."
    G606 Fout "Elke afbeelding is te lezen en past in een archief-PDF."
    G607 Fout "Een sjabloon gebruikt alleen lettertypen uit `fonts/`."
    G608 Fout "Een verwijzing leidt naar precies een plaats in het document."
    G609 Fout "Een document leest alleen wat in het project staat: geen andere bestanden, geen pakketten."
    G610 Fout "De tekst bevat geen tekens die een archief-PDF verbiedt."
    G611 Fout "Het document voldoet aan PDF/A-2a en PDF/UA-1."
    G612 Fout "De opmaak komt tot rust: verwijzingen veranderen de pagina's niet steeds opnieuw."
    G613 Fout "Een sjabloon is geldige Typst."
    G614 Fout "Elk bestand in `fonts/` is een lettertype dat te lezen is."
    G615 Fout "De naam van een afbeelding bestaat uit letters, cijfers, punten, streepjes en spaties."
    G616 Fout "Een sjabloon vraagt niet naar de datum van vandaag."

    // --- G7xx: writing and publishing ---
    G701 Waarschuwing "Het manifest van de vorige keer is te lezen; anders wordt alles opnieuw gemaakt."
    G702 Waarschuwing "Wat griffel maakte en niet meer hoort, wordt verwijderd; niet als iemand het intussen heeft veranderd."
    G703 Waarschuwing "Een PDF hoort bij de inhoud van nu; anders is hij verouderd."

    G721 Waarschuwing "Van elke PDF in een uitvoermap is bewaard welke woorden erin staan."
    G722 Waarschuwing "Een stuk dat wordt vergeleken, is in beide versies te maken."
    G731 Fout "Een waarde uit een vaste lijst staat in die lijst: informatiecategorie, documentsoort, handeling, thema."
    G732 Fout "Een gemeente of organisatie deelt soorten en uitvoer in die er zijn."
    G733 Fout "Wie publiceert, heeft een basisadres dat begint met https://."
    G734 Fout "Wie in metagegevens staat, is bekend in het register van overheidsorganisaties (TOOI)."
    G735 Fout "In metagegevens staan alleen organisaties die op de datum van het stuk bestonden."
    G736 Fout "Een titel is voor publicatie hoogstens 200 tekens lang, een korte titel hoogstens 80."
    G737 Fout "Een stuk wordt niet gepubliceerd voordat het is vastgesteld."
    G738 Fout "In een openbare bundel staat geen stuk dat geheim of besloten is."
    G739 Fout "Een stuk dat wordt gepubliceerd, heeft een datum met jaar, maand en dag."
    G740 Fout "Een bundel is gemaakt van PDF's die bij de inhoud van nu horen."
    G741 Fout "Wat in een bundel komt, is zoals griffel het maakte."
    G742 Fout "Een interne uitgave wordt niet gepubliceerd."
    G743 Fout "Een bijlage bij een openbaar stuk is er, en is zelf openbaar."
    G744 Fout "Een bundel is heel of is er niet: elk stuk dat erin hoort, is zonder fouten."
    G745 Fout "In de map van een bundel staat alleen wat griffel er schreef."
    G746 Fout "Metagegevens voldoen aan de schema's van DiWoo en MDTO."

    // --- G8xx: what a document says ---
    G801 Waarschuwing "Wat met `jl.` voorbij heet, ligt voor de datum van het stuk."
    G802 Waarschuwing "Wat met `a.s.` nog komt, ligt na de datum van het stuk."
    G803 Waarschuwing "Een dag van de week hoort bij de datum die erachter staat."
    G804 Tip "Een datum staat voluit: `jl.` en `a.s.` zeggen na een jaar niets meer."
    G805 Tip "Bij een datum in de tekst staat het jaar."
    G806 Waarschuwing "Wat eerst gebeurt, heeft geen latere datum dan wat erop volgt."
    G807 Waarschuwing "Een datum in de tekst bestaat."
    G808 Waarschuwing "De stappen van een stuk staan op volgorde van datum."
    G811 Waarschuwing "Waar `zie bijlage` staat, is duidelijk welke bijlage."
    G812 Tip "Naar elke bijlage verwijst de tekst ten minste één keer."
    G813 Waarschuwing "Een beslispunt noemt de bijlage waarover het gaat met haar nummer."
    G814 Waarschuwing "Griffel nummert de bijlagen; in de tekst staat een verwijzing."
    G815 Waarschuwing "Bij een nootcijfer hoort een noot."
    G821 Waarschuwing "Koppen slaan geen niveau over."
    G822 Waarschuwing "Een sectie zegt iets, of verklaart met een reden dat zij niet van toepassing is."
    G823 Waarschuwing "Kanttekeningen en financiën zijn alleen met een reden niet van toepassing."
    G824 Waarschuwing "Onder een kop staat tekst."
    G831 Waarschuwing "De woorden van een link zeggen waar hij heen gaat."
    G832 Waarschuwing "Een link gaat naar het adres dat er staat."
    G833 Tip "Links met dezelfde woorden gaan naar dezelfde plek."
    G834 Waarschuwing "Het adres van een eigen website is goed gespeld."
    G841 Waarschuwing "Een woord uit de woordenlijst staat er zoals het project het schrijft."
    G842 Tip "Een afkorting wordt de eerste keer uitgelegd."
    G843 Tip "Tussen het euroteken en het bedrag staat een spatie."
    G844 Tip "Bedragen staan in één stuk op één manier geschreven."
    G845 Waarschuwing "Dezelfde woorden staan steeds tussen dezelfde aanhalingstekens."
    G846 Waarschuwing "Aanhalingstekens zijn Nederlandse aanhalingstekens."
    G847 Waarschuwing "Wat nog ingevuld moet worden, is ingevuld."
    G848 Waarschuwing "Een titel heeft hoogstens 200 tekens."
    G849 Waarschuwing "Een korte titel heeft hoogstens 80 tekens."
    G850 Waarschuwing "Een bijlage heeft een titel, niet de naam van haar bestand."
    G851 Waarschuwing "Een beslispunt is een besluit; kennisnemen is dat niet."
    G852 Waarschuwing "Een beslispunt zegt met een werkwoord wat er besloten wordt."
    G853 Tip "Een beslispunt is één besluit."
    G854 Waarschuwing "In een beslispunt staat geen reden."
    G855 Waarschuwing "Een argument heeft als kop een stelling: een zin die zegt wat er waar is."
    G856 Tip "Achter de kop van een argument staat geen punt."
    G861 Waarschuwing "Een totaal is de som van zijn rijen."
    G862 Waarschuwing "Een som in de tekst klopt."
    G871 Waarschuwing "Een kenmerk hoort bij één stuk."
    G878 Waarschuwing "Wat een stuk toestaat, komt erin voor."
    G879 Fout "Instellen en toestaan kan alleen bij regels over de inhoud."
    G881 Waarschuwing "In een openbaar stuk staat geen burgerservicenummer."
    G882 Waarschuwing "In een openbaar stuk staat geen telefoonnummer van één persoon."
    G883 Waarschuwing "In een openbaar stuk staat geen e-mailadres van één persoon."
    G884 Waarschuwing "In een openbaar stuk staat geen rekeningnummer van een persoon."
    G885 Waarschuwing "In een openbaar stuk staat geen geboortedatum van een persoon."
    G886 Waarschuwing "In een openbaar stuk staat geen woonadres van een persoon."
    G891 Tip "Een zin is kort genoeg om in één keer te lezen."
    G892 Tip "De zinnen van een stuk zijn gemiddeld kort."
    G893 Tip "Een zin zegt wie het doet."
    G894 Tip "Gewone woorden gaan voor ambtelijke."
    G895 Tip "Wie `men` is, staat er met naam."
    G896 Tip "Wat zo is, staat er zonder twee ontkenningen."
    G897 Tip "Een alinea is één gedachte en past in één blik."
}

/// The code with this id, in capitals or not; else the one that looks most like it.
pub fn zoek(typed: &str) -> Result<&'static Code, Option<&'static Code>> {
    let typed = typed.trim().to_uppercase();
    let find = |id: &str| ALL.iter().find(|code| code.id == id).copied();
    find(&typed).ok_or_else(|| closest(&typed, ALL.iter().map(|code| code.id)).and_then(find))
}
