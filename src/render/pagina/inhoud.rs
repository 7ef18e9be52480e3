//! The list of contents of a page, made of the headings that stand in it: chapters and what is right below them.

/// Headings of these levels are listed; h1 is the title.
const NIVEAUS: [char; 2] = ['2', '3'];

/// Gives headings an id where they have none, and puts the list at `plek`; without that, nothing changes.
pub fn plaats(html: &str, plek: &str) -> String {
    let Some((voor, na)) = html.split_once(plek) else { return html.to_string() };
    let mut koppen: Vec<(char, String, String)> = Vec::new();
    let mut uit = String::with_capacity(na.len());
    let mut rest = na;
    while let Some(at) = rest.find("<h") {
        let (tot, kop) = rest.split_at(at);
        uit += tot;
        let niveau = kop[2..].chars().next().unwrap_or_default();
        let einde = format!("</h{niveau}>");
        let heel = kop.find('>').zip(kop.find(&einde));
        let Some((begin, eind)) = heel.filter(|_| NIVEAUS.contains(&niveau)) else {
            uit += "<h";
            rest = &kop[2..];
            continue;
        };
        let (open, inhoud) = (&kop[..begin], &kop[begin + 1..eind]);
        rest = &kop[eind..];
        if open.contains("buiten") {
            uit += &format!("{open}>{inhoud}");
            continue;
        }
        let id = format!("kop-{}", koppen.len() + 1);
        uit += &format!("{open} id=\"{id}\">{inhoud}");
        koppen.push((niveau, id, zonder_plekken(inhoud)));
    }
    format!("{voor}{}{uit}{rest}", lijst(&koppen))
}

/// The inside of a heading without links, notes and ids, which may stand only once in a page.
fn zonder_plekken(inhoud: &str) -> String {
    crate::html::woorden(&inhoud.split("<sup class=\"nootcijfer\">").enumerate().fold(
        String::new(),
        |mut uit, (nr, deel)| {
            uit += if nr == 0 { deel } else { deel.split_once("</sup>").map_or("", |(_, na)| na) };
            uit
        },
    ))
}

/// A list in a list.
fn lijst(koppen: &[(char, String, String)]) -> String {
    let mut uit = String::from("<ol>\n");
    let mut binnen = false;
    for (nr, (niveau, id, tekst)) in koppen.iter().enumerate() {
        let dieper = *niveau == NIVEAUS[1] && nr > 0;
        uit += match (binnen, dieper) {
            (false, true) => "\n<ol>\n",
            (true, false) => "</li>\n</ol>\n</li>\n",
            _ if nr > 0 => "</li>\n",
            _ => "",
        };
        binnen = dieper;
        uit += &format!("<li><a href=\"#{id}\">{tekst}</a>");
    }
    uit += if binnen { "</li>\n</ol>\n" } else { "" };
    uit + if koppen.is_empty() { "</ol>\n" } else { "</li>\n</ol>\n" }
}

#[cfg(test)]
mod tests {
    use super::plaats;

    #[test]
    fn chapters_and_their_parts_are_listed_with_a_way_to_them() {
        let html = "<h2>Inhoud</h2>@<h2>Een</h2><hr><h3>a<sup class=\"nootcijfer\"><a id=\"n\">1</a></sup></h3><h3 class=\"buiten\">x</h3><h4>b</h4><h2>Twee</h2>";
        let uit = plaats(html, "@");
        assert_eq!(
            uit.split_once("</ol>\n<h2 id").unwrap().0,
            "<h2>Inhoud</h2><ol>\n<li><a href=\"#kop-1\">Een</a>\n<ol>\n<li><a href=\"#kop-2\">a</a></li>\n</ol>\n</li>\n<li><a href=\"#kop-3\">Twee</a></li>\n"
        );
        assert!(uit.contains("<h3 id=\"kop-2\">a<sup") && uit.contains("<h3 class=\"buiten\">x</h3><h4>b</h4>"));
    }

    #[test]
    fn a_page_without_a_place_for_it_stays_as_it_is() {
        assert_eq!(plaats("<h2>Een</h2>", "@"), "<h2>Een</h2>");
    }
}
